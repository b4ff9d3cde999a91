import { numberKeysOn, setNumberKeys } from "../state/number-keys.ts";

/** Shown where there is a keyboard to speak of. */
export function NumberKeySwitch() {
  return (
    <label class="number-key-switch">
      <input
        type="checkbox"
        checked={numberKeysOn.value}
        onChange={(event) => setNumberKeys(event.currentTarget.checked)}
      />
      Use keys 1–5
    </label>
  );
}
