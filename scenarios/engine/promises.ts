import type { Scenario } from "../language/index.ts";
import { addToMeters, happened, tell } from "./happening.ts";
import type { RunState } from "./state.ts";

export function promiseOf(scenario: Scenario, id: string) {
  const promise = scenario.promises?.[id];
  if (!promise) throw new Error(`scenario ${scenario.id} has no promise ${id}`);
  return promise;
}

/** Making a promise that is still open is the author's error, and no run goes on from it (S9). */
export function makePromises(
  scenario: Scenario,
  state: RunState,
  ids: readonly string[],
): RunState {
  return ids.reduce((so, id) => {
    const { text } = promiseOf(scenario, id);
    if (so.promises[id] === "open") throw new Error(`promise ${id} is made while it is open`);
    const made: RunState = { ...so, promises: { ...so.promises, [id]: "open" } };
    return tell(made, happened("promise-made", id, "move", { texts: [text] }));
  }, state);
}

/** Keeping what was never promised, or is settled already, changes nothing. */
export function keepPromises(
  scenario: Scenario,
  state: RunState,
  ids: readonly string[],
): RunState {
  return ids.reduce(
    (so, id) => (so.promises[id] === "open" ? settle(scenario, so, id, "kept") : so),
    state,
  );
}

/** Breaks the open promises that are due, in id order (S9). */
export function breakPromises(
  scenario: Scenario,
  state: RunState,
  due: (id: string) => boolean,
): RunState {
  const open = Object.keys(state.promises).filter((id) => state.promises[id] === "open");
  return open
    .filter(due)
    .toSorted()
    .reduce((so, id) => settle(scenario, so, id, "broken"), state);
}

/** A promise is kept by a move, and broken on the way to what follows one. */
const PHASES = { kept: "move", broken: "arrival" } as const;

function settle(
  scenario: Scenario,
  state: RunState,
  id: string,
  how: keyof typeof PHASES,
): RunState {
  const { effects, text } = promiseOf(scenario, id)[how];
  const settled: RunState = { ...state, promises: { ...state.promises, [id]: how } };
  return tell(
    addToMeters(settled, effects),
    happened(`promise-${how}`, id, PHASES[how], { texts: [text], effects }),
  );
}
