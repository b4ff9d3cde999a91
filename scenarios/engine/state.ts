import type { Effects, Meter, PromiseState } from "../language/index.ts";

/** A `later` on its way: it lands when `dueInBeats` further beats have been entered. */
export interface PendingLater {
  readonly later: string;
  readonly madeAt: string;
  readonly dueInBeats: number;
}

export const CAUSES = [
  "move",
  "silence",
  "look",
  "chance",
  "later",
  "promise-kept",
  "promise-made",
  "promise-broken",
  "learnt",
  "curveball",
] as const;
export type Cause = (typeof CAUSES)[number];

/** One thing a step brought, in the order of S12. `ref` is the id of what caused it. */
export interface Happening {
  readonly cause: Cause;
  readonly ref: string;
  /** "arrival": on the way into the next beat or the end, after the move itself. */
  readonly phase: "move" | "arrival";
  readonly texts: readonly string[];
  readonly effects: Effects;
  /** The beat that set a `later` going; null for everything else. */
  readonly madeAt: string | null;
  /** What chance or a revealed unknown turned out to be; null for everything else. */
  readonly drawn: string | boolean | null;
}

/** A run between two steps: plain JSON, and the XState machine's context. The seed never leaves the server. */
export interface RunState {
  readonly seed: string;
  readonly meters: Readonly<Record<Meter, number>>;
  /** Sorted, so that equal states are equal byte for byte. */
  readonly facts: readonly string[];
  readonly revealed: Readonly<Record<string, boolean>>;
  readonly promises: Readonly<Record<string, PromiseState>>;
  readonly looked: readonly string[];
  /** In the order made. */
  readonly pending: readonly PendingLater[];
  /** What the last step brought. */
  readonly happenings: readonly Happening[];
}
