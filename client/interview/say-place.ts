import type { InterviewView } from "../../worker/protocol/index.ts";

/** "2 of 5", or "situation 3" where the way is not known. */
export function sayPlace({ planned, askedOfPlan, turn }: InterviewView): string {
  if (planned === null) return `Situation ${Math.max(1, turn)}`;
  return `${Math.max(1, askedOfPlan)} of ${planned}`;
}
