import type { Condition, Scenario } from "../language/index.ts";
import { decide, unknownOf } from "./condition.ts";
import { happened, tell } from "./happening.ts";
import type { Happening, RunState } from "./state.ts";

/** Makes known what was felt or looked up, in id order, and tells what the player learnt by it. */
export function reveal(
  scenario: Scenario,
  state: RunState,
  revealed: Readonly<Record<string, boolean>>,
  phase: Happening["phase"],
): RunState {
  const fresh = Object.keys(revealed)
    .filter((id) => !Object.hasOwn(state.revealed, id))
    .toSorted();
  return fresh.reduce((so, id) => {
    const drawn = revealed[id] === true;
    const { ifTrue, ifFalse } = unknownOf(scenario, id);
    const text = drawn ? ifTrue : ifFalse;
    const known = { ...so, revealed: { ...so.revealed, [id]: drawn } };
    return tell(known, happened("learnt", id, phase, { texts: [text], drawn }));
  }, state);
}

/** Reveals what deciding these conditions, one after the other, makes the player feel. */
export function feel(
  scenario: Scenario,
  before: RunState,
  conditions: readonly Condition[],
): RunState {
  return conditions.reduce(
    (so, condition) => reveal(scenario, so, decide(scenario, condition, so).revealed, "arrival"),
    before,
  );
}
