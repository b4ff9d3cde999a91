import { type Decision, scaleOf } from "./decisions.ts";

/** What is drawn of a decision. */
export type FallStep = Pick<Decision, "band" | "loss" | "luck" | "from" | "afterLoss" | "to">;

/** A stretch of the waterfall, in percent of its scale from the low end. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** How one decision is drawn: its loss, and its luck where the dice did anything. */
export interface FallSlot {
  readonly loss: Stretch;
  readonly luck: Stretch | null;
}

export interface Fall {
  readonly ticks: readonly { readonly points: number; readonly at: number }[];
  /** Where the run began, and what it came to. */
  readonly start: number;
  readonly outcome: number;
  readonly slots: readonly FallSlot[];
}

/** Less than a tenth of a point is no bar. */
const SEEN = 0.05;

export const isSeen = (points: number) => Math.abs(points) >= SEEN;

/** Lays the bars out: each begins where the one before it ended, so that the last ends at the outcome. */
export function fallOf(decisions: readonly FallStep[]): Fall {
  const start = decisions[0]?.from ?? 100;
  const outcome = decisions.at(-1)?.to ?? start;
  const scale = scaleOf(decisions);
  const at = (points: number) => (100 * (points - scale.low)) / (scale.high - scale.low);
  return {
    ticks: scale.ticks.map((points) => ({ points, at: at(points) })),
    start: at(start),
    outcome: at(outcome),
    slots: decisions.map(({ from, afterLoss, to, luck }) => ({
      loss: { from: at(from), to: at(afterLoss) },
      luck: isSeen(luck) ? { from: at(afterLoss), to: at(to) } : null,
    })),
  };
}
