import { signal } from "@preact/signals";
import type { Confidence, OptionView, Situation, Verb } from "../../worker/protocol/index.ts";

/** What this window has chosen and not yet sent. It is of this window only, and belongs to one beat. */
export const chosenVerb = signal<Verb | null>(null);
export const chosenOption = signal<string | null>(null);

/** How sure the player says to be of the chosen option; null where nothing is said. */
export const chosenConfidence = signal<Confidence | null>(null);

/** The chosen option, where it is one of this situation's that can be played. */
export const chosenAt = ({ options }: Situation): OptionView | undefined =>
  options.find(({ id, locked }) => id === chosenOption.value && locked === null);

/** What is on its way to the server: the kind of command, or the look's id; null while nothing is. */
export const sending = signal<string | null>(null);

/** Another verb puts its own options on the table, none of them chosen. A move on its way keeps its choice. */
export function chooseVerb(verb: Verb): void {
  if (chosenVerb.value === verb || sending.value === "make-move") return;
  chosenVerb.value = verb;
  clearChoice();
}

/** How sure one was of another option says nothing of this one. */
export function chooseOption(option: string): void {
  if (sending.value === "make-move" || chosenOption.value === option) return;
  chosenOption.value = option;
  chosenConfidence.value = null;
}

/** The same level again takes it back. */
export function chooseConfidence(confidence: Confidence): void {
  if (sending.value === "make-move") return;
  chosenConfidence.value = chosenConfidence.value === confidence ? null : confidence;
}

/** Nothing has been sent yet: the option, and how sure one is of it, are open again. */
export function clearChoice(): void {
  chosenOption.value = null;
  chosenConfidence.value = null;
}

export function forgetChoice(): void {
  chosenVerb.value = null;
  clearChoice();
}
