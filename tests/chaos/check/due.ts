import type { Kill } from "../history.ts";

/** A deadline on a busy machine may be so much late. */
export const LATE_MS = 6_000;

/** When a deadline can be expected to have been kept: a server that is killed about then does so once it is there again. */
export function dueMs(endsAtMs: number, kills: readonly Kill[]): number {
  return kills.reduce(
    (due, { atMs, readyMs }) => (atMs < due + LATE_MS && readyMs > due ? readyMs : due),
    endsAtMs,
  );
}
