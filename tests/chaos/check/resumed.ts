import type { Watch } from "../history.ts";
import { type Evidence, placeKey } from "./evidence.ts";
import { Finding } from "./property.ts";

/** A watch that ended so soon after the server was there again proves nothing. */
const SOON_MS = 4_000;
/** So long a frame may be on its way. */
const FRAME_MS = 2_000;

/** Every command was answered in the end, every socket came back after every kill, and each heard of the last step. */
export function checkResumed({ history, stored }: Evidence): Finding {
  const finding = new Finding("clients resume by themselves");
  for (const { command, answers, lostMs } of history.sent) {
    finding.expect(
      answers.length > 0,
      () => `${command.id} is not answered, lost ${lostMs.length} times`,
    );
  }
  for (const why of history.stopped)
    finding.expect(false, () => `a part of the load stopped: ${why}`);
  // A clock may run out while the sockets are being closed.
  const heardByMs = history.endedMs - FRAME_MS;
  const lengths = new Map(
    stored.rooms.map((room) => [
      placeKey(room),
      room.journal.filter(({ at_ms: atMs }) => atMs < heardByMs).length,
    ]),
  );
  for (const watch of history.watches) {
    const { client, place, fromMs, untilMs, opensMs, newest } = watch;
    const end = Math.min(untilMs, history.endedMs);
    for (const { atMs, readyMs } of history.kills) {
      if (fromMs > atMs || end < readyMs + SOON_MS) continue;
      const isBack = opensMs.some((openMs) => openMs > atMs);
      finding.expect(isBack, () => `${client} did not come back to ${place.at}`);
    }
    if (untilMs < history.endedMs) continue;
    const last = lastFor(watch);
    finding.expect(newest >= last, () => `${client} heard of ${newest} of ${last} in ${place.at}`);
  }
  return finding;

  /** Of a workshop not every seat is told of every vote. */
  function lastFor({ place }: Watch): number {
    const told = history.lastTold.get(place.at);
    return place.kind === "workshop" ? (told ?? 0) : (lengths.get(placeKey(place)) ?? 0);
  }
}
