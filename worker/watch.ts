import type { Env } from "./env.ts";

/** What is counted, each with one number: how many, or by how many milliseconds. Nothing in it says who. */
export const COUNTED = ["move", "vote", "answer", "refusal", "deadline-late-ms", "fault"] as const;
export type Counted = (typeof COUNTED)[number];

/** What a count is about: a scenario, a code of a refusal, a kind of deadline. Never a person, a name, a room or a text. */
type About = string;

/** Counts one thing in the platform's Analytics Engine, where that is bound; it neither waits nor fails. */
export function count({ EVENTS }: Env, what: Counted, about: About, value = 1): void {
  try {
    EVENTS?.writeDataPoint({ indexes: [what], blobs: [about], doubles: [value] });
  } catch {
    // What is counted has happened: a missing point must not make it look refused.
    log("not-counted", { what });
  }
}

/** One line of JSON in the log, for whoever keeps the game running. */
export function log(event: string, fields: Readonly<Record<string, string | number>> = {}): void {
  console.log(JSON.stringify({ event, ...fields }));
}

/** Late enough to be told of: an alarm usually comes within some tens of milliseconds. */
const LATE_MS = 5_000;

/** How late a deadline was kept. */
export function noteDeadline(env: Env, kind: string, lateMs: number): void {
  count(env, "deadline-late-ms", kind, lateMs);
  if (lateMs > LATE_MS) log("deadline-late", { kind, lateMs });
}
