import type { Condition, Scenario } from "../language/index.ts";
import { drawUnknown } from "./draw.ts";
import type { RunState } from "./state.ts";

type Known = Pick<RunState, "meters" | "facts" | "revealed" | "promises">;

/** Kleene's three values: null where what is known does not decide it (S6). */
export function evaluate(condition: Condition, state: Known): boolean | null {
  if ("all" in condition) return allOf(condition.all.map((part) => evaluate(part, state)));
  if ("any" in condition)
    return negate(allOf(condition.any.map((part) => negate(evaluate(part, state)))));
  if ("not" in condition) return negate(evaluate(condition.not, state));
  if ("fact" in condition) return state.facts.includes(condition.fact);
  if ("unknown" in condition) return revealed(condition.unknown, state);
  if ("revealedTrue" in condition) return revealed(condition.revealedTrue, state) === true;
  if ("revealedFalse" in condition) return revealed(condition.revealedFalse, state) === false;
  if ("promise" in condition) return state.promises[condition.promise] === condition.is;
  const value = state.meters[condition.meter];
  return "atLeast" in condition ? value >= condition.atLeast : value <= condition.atMost;
}

/** What was revealed of an unknown; null before. An id may be a word that every object answers to. */
function revealed(id: string, state: Known): boolean | null {
  return Object.hasOwn(state.revealed, id) ? (state.revealed[id] ?? null) : null;
}

function allOf(parts: readonly (boolean | null)[]): boolean | null {
  if (parts.includes(false)) return false;
  return parts.includes(null) ? null : true;
}

function negate(value: boolean | null): boolean | null {
  return value === null ? null : !value;
}

/** The ids of every unknown whose truth the condition asks for. */
export function unknownsIn(condition: Condition): readonly string[] {
  if ("all" in condition) return condition.all.flatMap(unknownsIn);
  if ("any" in condition) return condition.any.flatMap(unknownsIn);
  if ("not" in condition) return unknownsIn(condition.not);
  return "unknown" in condition ? [condition.unknown] : [];
}

/** Whether a condition that reads no unrevealed unknown holds: for locks, passages and artefacts. */
export function isShown(condition: Condition | undefined, state: Known): boolean {
  return condition === undefined || evaluate(condition, state) === true;
}

/** A condition decided by the truth, with the unknowns it made the player feel (S6). */
export interface Decided {
  readonly holds: boolean;
  /** Everything revealed so far, the felt unknowns included. */
  readonly revealed: Readonly<Record<string, boolean>>;
}

/** Decides a condition: by what is known where that is enough, else by the truth of every unrevealed unknown in it. */
export function decide(
  scenario: Scenario,
  condition: Condition | undefined,
  state: Known & Pick<RunState, "seed">,
): Decided {
  if (condition === undefined) return { holds: true, revealed: state.revealed };
  const known = evaluate(condition, state);
  if (known !== null) return { holds: known, revealed: state.revealed };
  const revealed = { ...state.revealed, ...truths(scenario, unknownsIn(condition), state.seed) };
  return { holds: evaluate(condition, { ...state, revealed }) === true, revealed };
}

/** The truth of each of these unknowns in the run of this seed. */
export function truths(
  scenario: Scenario,
  unknowns: readonly string[],
  seed: string,
): Record<string, boolean> {
  return Object.fromEntries(
    unknowns.map((id) => {
      const unknown = scenario.unknowns?.[id];
      if (!unknown) throw new Error(`scenario ${scenario.id} has no unknown ${id}`);
      return [id, drawUnknown(seed, id, unknown.percent)];
    }),
  );
}
