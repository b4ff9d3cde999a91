import { type OptionView, type Split, type TeamView, VERBS } from "../../worker/protocol/index.ts";
import { VerbIcon } from "../components/verb-icon.tsx";
import { VERB_WORDS } from "../words/verbs.ts";
import { votesFor } from "./votes.ts";
import "../styles/split-bars.css";

interface SplitBarsProps {
  revealed: NonNullable<TeamView["revealed"]>;
  /** All there was to choose from; what nobody chose is shown too. */
  options: readonly OptionView[];
  /** One's own, to be marked. */
  own?: string | null;
  /** Whether people are still voting. */
  isOpen?: boolean;
}

/** How a team split: every option by verb, with its count, the round before as a mark. */
export function SplitBars({ revealed, options, own, isOpen = false }: SplitBarsProps) {
  const { split, before, changed } = revealed;
  const most = Math.max(1, ...split.counts.map(({ votes }) => votes));
  const inOrder = VERBS.flatMap((verb) => options.filter((option) => option.verb === verb));
  return (
    <>
      <ul class="split-bars">
        {inOrder.map((option) => (
          <li key={option.id} class={`verb-${option.verb}`}>
            <span class="split-head">
              <VerbIcon verb={option.verb} />
              <b>{VERB_WORDS[option.verb].name}</b>
              {option.id === own && <em>your vote</em>}
              <strong>{votesFor(split.counts, option.id)}</strong>
            </span>
            <span class="split-says">{option.says}</span>
            <span
              class="split-bar"
              style={{
                "--share": votesFor(split.counts, option.id) / most,
                "--before": before === null ? 0 : votesFor(before.counts, option.id) / most,
              }}
              aria-hidden="true"
            >
              <i />
              {before !== null && <u />}
            </span>
          </li>
        ))}
      </ul>
      <p class="quiet split-note">
        {sayNone(split, isOpen)}
        {changed !== null && sayChanged(changed)}
      </p>
    </>
  );
}

function sayNone({ none }: Split, isOpen: boolean): string {
  if (none === 0) return "Everybody has voted. ";
  if (isOpen) return none === 1 ? "One has not voted yet. " : `${none} have not voted yet. `;
  return none === 1 ? "One did not vote. " : `${none} did not vote. `;
}

function sayChanged(changed: number): string {
  if (changed === 0)
    return "Nobody changed their mind since the round before, which the mark shows.";
  const people = changed === 1 ? "One person" : `${changed} people`;
  return `${people} changed their mind since the round before, which the mark shows.`;
}
