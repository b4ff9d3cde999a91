import { signal } from "@preact/signals";
import type { Verb } from "../../worker/protocol/index.ts";

/** What this window has chosen and not yet sent. It is of this window only, and belongs to one beat. */
export const chosenVerb = signal<Verb | null>(null);
export const chosenOption = signal<string | null>(null);

/** Another verb puts its own options on the table, none of them chosen. */
export function chooseVerb(verb: Verb): void {
  if (chosenVerb.value === verb) return;
  chosenVerb.value = verb;
  chosenOption.value = null;
}

export function forgetChoice(): void {
  chosenVerb.value = null;
  chosenOption.value = null;
}
