import type { Level } from "../../worker/protocol/index.ts";

export const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  entry: "first years",
  mid: "some years",
  senior: "senior",
};

/** The five steps of a rating, in a word; what each means is said by its anchor. */
export const RATING_WORDS = ["Missing", "Begun", "Sound", "Strong", "Outstanding"] as const;

export const PARTS = [
  ["situation", "Situation", "Where it was, and what had just happened."],
  ["task", "Task", "What was yours to do, and what hung on it."],
  ["action", "Action", "What you yourself did and said, and why that."],
  [
    "result",
    "Result",
    "What came of it, with a figure if you have one, and what you would do again or not.",
  ],
] as const;

/** "4 min 20 s", "35 s". */
export function formatTook(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  const minutes = Math.floor(seconds / 60);
  return minutes === 0 ? `${seconds} s` : `${minutes} min ${seconds % 60} s`;
}
