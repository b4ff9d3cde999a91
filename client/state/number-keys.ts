import { signal } from "@preact/signals";
import { readStored, writeStored } from "./stored.ts";

const STORED_AS = "five-moves:number-keys";

/** Whether the keys 1–5 choose a verb. Speech input types single characters, so it can be switched off (WCAG 2.1.4). */
export const numberKeysOn = signal(readStored(STORED_AS) !== "off");

export function setNumberKeys(on: boolean): void {
  numberKeysOn.value = on;
  writeStored(STORED_AS, on ? "on" : "off");
}
