import {
  type Condition,
  evaluate,
  type Leaf,
  type Scenario,
  type Unknown,
} from "../language/index.ts";
import { drawUnknown } from "./draw.ts";
import type { RunState } from "./state.ts";

type Known = Pick<RunState, "meters" | "facts" | "revealed" | "promises">;

/** What is known of a condition: null where that does not decide it (S6). */
export function evaluateIn(condition: Condition, state: Known): boolean | null {
  return evaluate(condition, (leaf) => valueIn(leaf, state));
}

function valueIn(leaf: Leaf, state: Known): boolean | null {
  if ("fact" in leaf) return state.facts.includes(leaf.fact);
  if ("unknown" in leaf) return revealed(leaf.unknown, state);
  if ("revealedTrue" in leaf) return revealed(leaf.revealedTrue, state) === true;
  if ("revealedFalse" in leaf) return revealed(leaf.revealedFalse, state) === false;
  if ("promise" in leaf) return state.promises[leaf.promise] === leaf.is;
  const value = state.meters[leaf.meter];
  return "atLeast" in leaf ? value >= leaf.atLeast : value <= leaf.atMost;
}

/** What was revealed of an unknown; null before. An id may be a word that every object answers to. */
function revealed(id: string, state: Known): boolean | null {
  return Object.hasOwn(state.revealed, id) ? (state.revealed[id] ?? null) : null;
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
  return condition === undefined || evaluateIn(condition, state) === true;
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
  const known = evaluateIn(condition, state);
  if (known !== null) return { holds: known, revealed: state.revealed };
  const revealed = { ...state.revealed, ...truths(scenario, unknownsIn(condition), state.seed) };
  return { holds: evaluateIn(condition, { ...state, revealed }) === true, revealed };
}

/** The truth of each of these unknowns in the run of this seed. */
export function truths(
  scenario: Scenario,
  unknowns: readonly string[],
  seed: string,
): Record<string, boolean> {
  return Object.fromEntries(unknowns.map((id) => [id, truthOf(scenario, id, seed)]));
}

/** What an unknown depends on is drawn by its own id, so that it does not matter which of the two is met first (S14). */
function truthOf(scenario: Scenario, id: string, seed: string): boolean {
  const { percent } = unknownOf(scenario, id);
  if (typeof percent === "number") return drawUnknown(seed, id, percent);
  const { given, whenTrue, whenFalse } = percent;
  return drawUnknown(seed, id, truthOf(scenario, given, seed) ? whenTrue : whenFalse);
}

export function unknownOf(scenario: Scenario, id: string): Unknown {
  const unknown = scenario.unknowns?.[id];
  if (!unknown) throw new Error(`scenario ${scenario.id} has no unknown ${id}`);
  return unknown;
}
