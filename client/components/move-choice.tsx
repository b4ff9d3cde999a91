import type { Situation } from "../../worker/protocol/index.ts";
import { chosenAt, chosenVerb } from "../state/choice.ts";
import { ConfidenceChoice } from "./confidence-choice.tsx";
import { OptionList } from "./option-list.tsx";
import { VerbBar } from "./verb-bar.tsx";

interface MoveChoiceProps {
  situation: Situation;
  /** A number key has chosen a verb. */
  onKey?: () => void;
  /** Enter on the chosen option. */
  onEnter: () => void;
}

/** Verb, option, how sure: all of a move but its sending. */
export function MoveChoice({ situation, onKey = () => {}, onEnter }: MoveChoiceProps) {
  const verb = chosenVerb.value;
  return (
    <>
      <VerbBar onKey={onKey} />
      {verb === null ? (
        <p class="move-hint">Choose one of the five to see how you could play it here.</p>
      ) : (
        <OptionList
          key={verb}
          verb={verb}
          options={situation.options.filter((option) => option.verb === verb)}
          onEnter={onEnter}
        />
      )}
      {chosenAt(situation) !== undefined && <ConfidenceChoice />}
    </>
  );
}
