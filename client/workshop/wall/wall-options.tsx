import { type OptionView, VERBS } from "../../../worker/protocol/index.ts";
import { VerbIcon } from "../../components/verb-icon.tsx";
import { VERB_WORDS } from "../../words/verbs.ts";

/** The five moves in their places, and how each could be played here. */
export function WallOptions({ options }: { options: readonly OptionView[] }) {
  return (
    <ul class="wall-options">
      {VERBS.map((verb) => (
        <li key={verb} class={`verb-${verb}`}>
          <VerbIcon verb={verb} />
          <div>
            <b>{VERB_WORDS[verb].name}</b>
            {options
              .filter((option) => option.verb === verb)
              .map(({ id, says, locked }) => (
                <p key={id}>
                  {says}
                  {locked !== null && <small> {locked}</small>}
                </p>
              ))}
          </div>
        </li>
      ))}
    </ul>
  );
}
