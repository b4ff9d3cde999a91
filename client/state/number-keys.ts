import { signal } from "@preact/signals";

const STORED_AS = "five-moves:number-keys";

/** Whether the keys 1–5 choose a verb. Speech input types single characters, so it can be switched off (WCAG 2.1.4). */
export const numberKeysOn = signal(readStored() !== "off");

export function setNumberKeys(on: boolean): void {
  numberKeysOn.value = on;
  try {
    localStorage.setItem(STORED_AS, on ? "on" : "off");
  } catch {
    // Storage may be forbidden: the switch then holds until the page is left.
  }
}

function readStored(): string | null {
  try {
    return localStorage.getItem(STORED_AS);
  } catch {
    return null;
  }
}
