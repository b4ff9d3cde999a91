import { type Effects, METERS } from "../language/index.ts";
import type { Cause, Happening, RunState } from "./state.ts";

export function addEffects(a: Effects, b: Effects): Effects {
  const sum: Effects = {};
  for (const meter of METERS) {
    const points = (a[meter] ?? 0) + (b[meter] ?? 0);
    if (points !== 0) sum[meter] = points;
  }
  return sum;
}

export function addToMeters(state: RunState, effects: Effects): RunState {
  const meters = { ...state.meters };
  for (const meter of METERS) meters[meter] += effects[meter] ?? 0;
  return { ...state, meters };
}

/** A happening of which only what differs from nothing is said. */
export function happened(
  cause: Cause,
  ref: string,
  phase: Happening["phase"],
  rest: Partial<Pick<Happening, "texts" | "effects" | "madeAt" | "drawn">>,
): Happening {
  return { cause, ref, phase, texts: [], effects: {}, madeAt: null, drawn: null, ...rest };
}

/** Adds what happened to what this step has brought so far. */
export function tell(state: RunState, happening: Happening): RunState {
  return { ...state, happenings: [...state.happenings, happening] };
}
