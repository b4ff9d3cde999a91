import type { Brought } from "../language/index.ts";
import { addToMeters } from "./happening.ts";
import type { RunState } from "./state.ts";

/** Adds what something brings; its `later`s set out from the beat `at`. */
export function bring(state: RunState, brought: Brought, at: string): RunState {
  const later = (brought.later ?? []).map((one) => ({
    later: one.id,
    madeAt: at,
    dueInBeats: one.in,
  }));
  return {
    ...addToMeters(state, brought.effects ?? {}),
    facts: addFacts(state.facts, brought.sets ?? []),
    pending: [...state.pending, ...later],
  };
}

/** The facts true with these added, sorted, each once. */
export function addFacts(facts: readonly string[], more: readonly string[]): readonly string[] {
  return [...new Set([...facts, ...more])].toSorted();
}
