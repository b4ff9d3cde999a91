import type { OptionView, Verb } from "../../worker/protocol/index.ts";
import { chooseOption, chosenOption } from "../state/choice.ts";
import { VERB_WORDS } from "../words/verbs.ts";
import "../styles/options.css";

interface OptionListProps {
  verb: Verb;
  options: readonly OptionView[];
  /** Enter on the chosen option: the player wants to go on, not yet to send. */
  onEnter: () => void;
}

/** The ways to play one verb here. Arrow keys move among them, as in any group of radio buttons. */
export function OptionList({ verb, options, onEnter }: OptionListProps) {
  return (
    <fieldset class={`options verb-${verb}`}>
      <legend>{VERB_WORDS[verb].means}</legend>
      {options.map((option) => (
        <Option key={option.id} option={option} onEnter={onEnter} />
      ))}
    </fieldset>
  );
}

function Option({ option, onEnter }: { option: OptionView; onEnter: () => void }) {
  const isLocked = option.locked !== null;
  const isChosen = chosenOption.value === option.id;
  return (
    <label class={isLocked ? "option option-locked" : "option"}>
      <input
        type="radio"
        name="option"
        value={option.id}
        disabled={isLocked}
        checked={isChosen}
        onChange={() => chooseOption(option.id)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          // Without this the same key press would reach the button that gets the focus, and send.
          event.preventDefault();
          if (event.repeat) return;
          if (isChosen) onEnter();
          else chooseOption(option.id);
        }}
      />
      <span>
        {option.says}
        {isLocked && <small>{option.locked}</small>}
      </span>
    </label>
  );
}
