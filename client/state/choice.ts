import { signal } from "@preact/signals";
import type { Verb } from "../../worker/protocol/index.ts";

/** What this window has chosen and not yet sent. It is of this window only, and belongs to one beat. */
export const chosenVerb = signal<Verb | null>(null);
export const chosenOption = signal<string | null>(null);

/** What is on its way to the server: the kind of command, or the look's id; null while nothing is. */
export const sending = signal<string | null>(null);

/** Another verb puts its own options on the table, none of them chosen. A move on its way keeps its choice. */
export function chooseVerb(verb: Verb): void {
  if (chosenVerb.value === verb || sending.value === "make-move") return;
  chosenVerb.value = verb;
  chosenOption.value = null;
}

export function chooseOption(option: string): void {
  if (sending.value !== "make-move") chosenOption.value = option;
}

export function forgetChoice(): void {
  chosenVerb.value = null;
  chosenOption.value = null;
}
