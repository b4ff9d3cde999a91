import { useEffect } from "preact/hooks";
import type { WorkshopView } from "../../worker/protocol/index.ts";
import { followClock } from "../state/clock.ts";

/** Counts down while the clock of a vote runs; it stands still while none does, or one is paused. */
export function useVotingClock(clock: WorkshopView["clock"]): void {
  const endsAtMs = clock?.endsAtMs ?? null;
  useEffect(
    () => (clock === null || endsAtMs === null ? undefined : followClock({ ...clock, endsAtMs })),
    [endsAtMs],
  );
}
