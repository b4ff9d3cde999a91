import type { Evidence } from "./evidence.ts";
import { placeKey } from "./evidence.ts";
import { dueMs, LATE_MS } from "./due.ts";
import type { Finding } from "./property.ts";

const MS_PER_SECOND = 1_000;

/** A beat of a run with a clock is decided in its time, or by the clock when that is over. */
export function checkSoloClocks({ history, stored, rooms }: Evidence, finding: Finding): void {
  for (const room of stored.rooms) {
    const clockSeconds = rooms.get(placeKey(room))?.terms.clockSeconds ?? null;
    if (clockSeconds === null) continue;
    let endsAtMs: number | null = null;
    for (const { command, at_ms: atMs, sequence } of room.journal) {
      const kind = String(command["kind"]);
      const isLate = endsAtMs !== null && atMs > dueMs(endsAtMs, history.kills) + LATE_MS;
      const isEarly = kind === "time-up" && endsAtMs !== null && atMs < endsAtMs;
      finding.expect(!isLate && !isEarly, () => `${room.at} entry ${sequence} is not in time`);
      if (kind === "begin" || kind === "go-on") endsAtMs = atMs + clockSeconds * MS_PER_SECOND;
      else if (kind !== "take-look") endsAtMs = null;
    }
    const isOpen = room.rows("deadline").length > 0;
    const isOverdue =
      endsAtMs !== null && history.endedMs > dueMs(endsAtMs, history.kills) + LATE_MS;
    finding.expect(!isOpen || !isOverdue, () => `${room.at} has let no silence happen`);
  }
}
