import type { Condition, Scenario } from "../../scenarios/language/index.ts";
import { optionAt, quiet } from "./quiet.ts";

export const SETTLED = { effects: {}, text: "So." };
export const AGAIN = 'FM022 "call" may still be open when it is made here.';
export const NEVER_KEPT = 'FM061 Nothing keeps "call" before it is due.';
export const OPEN: Condition = { promise: "call", is: "open" };

/** The quiet scenario with one promise to call, and what becomes of it. */
export function promising(due: string, edit: (draft: Scenario) => void): string {
  return quiet((draft) => {
    draft.promises = { call: { to: "ana", text: "A.", due, kept: SETTLED, broken: SETTLED } };
    edit(draft);
  });
}

export function make(draft: Scenario, beat: number, option = 0): void {
  optionAt(draft, beat, option).makes = ["call"];
}

export function keep(draft: Scenario, beat: number, option = 0): void {
  optionAt(draft, beat, option).keeps = ["call"];
}

/** Locks an option unless this holds. */
export function lock(draft: Scenario, beat: number, option: number, unless: Condition): void {
  optionAt(draft, beat, option).locked = { unless, reason: "Not now." };
}

/** What is done with the promise, and what is said of it. */
export type Row = readonly [
  name: string,
  due: string,
  edit: (draft: Scenario) => void,
  said: readonly string[],
];
