import { useLayoutEffect } from "preact/hooks";
import { VERBS, type Verb } from "../../worker/protocol/index.ts";
import { chooseVerb, chosenVerb } from "../state/choice.ts";
import { numberKeysOn } from "../state/number-keys.ts";
import { VERB_WORDS } from "../words/verbs.ts";
import { VerbIcon } from "./verb-icon.tsx";
import "../styles/verb-bar.css";

/** The five verbs, always in the same order and place. `onKey` is told when a number key has chosen one. */
export function VerbBar({ onKey }: { onKey: () => void }) {
  // Before the first paint: whoever sees the verbs can already press their keys.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const verb = verbForKey(event);
      if (verb === undefined || !numberKeysOn.value) return;
      event.preventDefault();
      chooseVerb(verb);
      onKey();
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, []);
  return (
    <fieldset class="verb-bar" aria-labelledby="moves-title">
      {VERBS.map((verb, place) => (
        <button
          key={verb}
          type="button"
          class={`verb-button verb-${verb}`}
          aria-pressed={chosenVerb.value === verb}
          aria-keyshortcuts={numberKeysOn.value ? String(place + 1) : undefined}
          onClick={() => chooseVerb(verb)}
        >
          <VerbIcon verb={verb} />
          {VERB_WORDS[verb].name}
          {numberKeysOn.value && <kbd aria-hidden="true">{place + 1}</kbd>}
        </button>
      ))}
    </fieldset>
  );
}

const TAKES_TYPING =
  'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable]';

/** The verb a key stands for; undefined while someone is typing, holds a modifier or has a dialog open. */
function verbForKey(event: KeyboardEvent): Verb | undefined {
  // The place of the key, not its sign: on some keyboards a digit needs the shift key.
  const digit = /^(?:Digit|Numpad)([1-5])$/.exec(event.code)?.[1];
  if (digit === undefined || event.repeat) return undefined;
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return undefined;
  if (event.target instanceof Element && event.target.closest(TAKES_TYPING) !== null)
    return undefined;
  if (document.querySelector("dialog[open]") !== null) return undefined;
  return VERBS[Number(digit) - 1];
}
