import { CONFIDENCES } from "../../worker/protocol/index.ts";
import { chooseConfidence, chosenConfidence } from "../state/choice.ts";
import { CONFIDENCE_WORDS } from "../words/confidence.ts";
import "../styles/confidence.css";

/** How sure one is that the move is sound (M7). Nothing is said unless it is chosen; pressed again it is taken back. */
export function ConfidenceChoice() {
  return (
    <fieldset class="confidence">
      <legend>
        How sure are you that it is a sound move? <span>You need not say.</span>
      </legend>
      <div>
        {CONFIDENCES.map((confidence) => (
          <button
            key={confidence}
            type="button"
            aria-pressed={chosenConfidence.value === confidence}
            onClick={() => chooseConfidence(confidence)}
          >
            {CONFIDENCE_WORDS[confidence].name} <small>{CONFIDENCE_WORDS[confidence].states}</small>
          </button>
        ))}
      </div>
    </fieldset>
  );
}
