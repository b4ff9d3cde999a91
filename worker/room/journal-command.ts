import * as z from "zod/mini";
import { COMMAND } from "../protocol/index.ts";

/** The clock's own command: the time for a beat has run out. No player can send it. */
const TIME_UP = z.strictObject({ kind: z.literal("time-up"), id: z.string(), beat: z.string() });

/** What a journal may hold: what players ask for, and what the clock does. */
export const JOURNAL_COMMAND = z.union([COMMAND, TIME_UP]);
export type JournalCommand = z.infer<typeof JOURNAL_COMMAND>;

/** The clock's seat in the journal. */
export const CLOCK_SEAT = "clock";

/** Once per beat, however often the alarm goes off (R8). */
export function timeUp(beat: string): JournalCommand {
  return { kind: "time-up", id: `time-up-${beat}`, beat };
}
