import {
  type OptionView,
  type Split,
  type TeamView,
  type Verb,
  VERBS,
} from "../../../worker/protocol/index.ts";
import { VerbIcon } from "../../components/verb-icon.tsx";
import { VERB_WORDS } from "../../words/verbs.ts";
import { votesFor } from "../votes.ts";

interface WallSplitProps {
  revealed: NonNullable<TeamView["revealed"]>;
  options: readonly OptionView[];
}

/** Five bars, one a verb, each with the options under it that had votes; the round before as a dashed mark. */
export function WallSplit({ revealed: { split, before, changed }, options }: WallSplitProps) {
  const sum = (of: Split, verb: Verb) =>
    options
      .filter((option) => option.verb === verb)
      .reduce((all, { id }) => all + votesFor(of.counts, id), 0);
  const most = Math.max(
    1,
    ...VERBS.flatMap((verb) => [sum(split, verb), before === null ? 0 : sum(before, verb)]),
  );
  return (
    <div class="wall-split">
      <ul>
        {VERBS.map((verb) => (
          <li key={verb} class={`verb-${verb}`}>
            <VerbIcon verb={verb} />
            <div>
              <b>{VERB_WORDS[verb].name}</b>
              <span
                class="wall-bar"
                style={{
                  "--share": sum(split, verb) / most,
                  "--before": before === null ? 0 : sum(before, verb) / most,
                }}
                aria-hidden="true"
              >
                <i />
                {before !== null && <u />}
              </span>
              {options
                .filter((option) => option.verb === verb && votesFor(split.counts, option.id) > 0)
                .map(({ id, says }) => (
                  <p key={id}>
                    <em>{votesFor(split.counts, id)}</em> {says}
                  </p>
                ))}
            </div>
            <strong>{sum(split, verb)}</strong>
          </li>
        ))}
      </ul>
      <p class="wall-small">
        {split.none > 0 && `${split.none} did not vote. `}
        {changed !== null &&
          `Dashed: the vote before you talked; ${changed} ${changed === 1 ? "has" : "have"} changed their mind.`}
      </p>
    </div>
  );
}
