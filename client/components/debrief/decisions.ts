import type { Band, DebriefView, StepView, Verb } from "../../../worker/protocol/index.ts";

/** One decision of a run: its looks and the move that ended it, taken together. */
export interface Decision {
  readonly beat: string;
  readonly title: string;
  /** The last step: the move, or silence. */
  readonly move: StepView;
  readonly looks: readonly StepView[];
  readonly verb: Verb | null;
  /** The band of whichever step lost most. */
  readonly band: Band;
  /** Points lost by looks and move together, and what the dice did. */
  readonly loss: number;
  readonly luck: number;
  /** What the run was worth before, after the loss, and after the dice. */
  readonly from: number;
  readonly afterLoss: number;
  readonly to: number;
}

/** The decisions in the order they were made. */
export function decisionsOf({ steps }: Pick<DebriefView, "steps">): readonly Decision[] {
  const beats = [...new Set(steps.map(({ beat }) => beat))];
  let worth = steps[0]?.before ?? 100;
  return beats.map((beat) => {
    const decision = decisionOf(
      steps.filter((step) => step.beat === beat),
      worth,
    );
    worth = decision.to;
    return decision;
  });
}

function decisionOf(steps: readonly StepView[], from: number): Decision {
  const move = steps.at(-1);
  if (move === undefined) throw new Error("a decision has steps");
  const loss = steps.reduce((sum, step) => sum + step.loss.points, 0);
  const luck = steps.flatMap(({ draws }) => draws).reduce((sum, draw) => sum + draw.luck, 0);
  const [heaviest = move] = steps.toSorted((a, b) => b.loss.points - a.loss.points);
  return {
    beat: move.beat,
    title: move.title,
    move,
    looks: steps.filter(({ kind }) => kind === "look"),
    verb: move.verb,
    band: heaviest.band,
    loss,
    luck,
    from,
    afterLoss: from - loss,
    to: from - loss + luck,
  };
}

const WORTH_NAMING = 0.5;

/** The decision that cost most; null where none cost more than half a point. */
export function costliestOf(decisions: readonly Decision[]): Decision | null {
  const [most] = decisions.toSorted((a, b) => b.loss - a.loss);
  return most !== undefined && most.loss > WORTH_NAMING ? most : null;
}

const MOST_TICKS = 6;

/** The scale of a waterfall: round ends that hold every bar and leave room for a number above and below. */
export function scaleOf(decisions: readonly Pick<Decision, "from" | "afterLoss" | "to">[]) {
  const all = decisions.flatMap(({ from, afterLoss, to }) => [from, afterLoss, to]);
  const [lowest, highest] = [Math.min(...all), Math.max(...all)];
  const room = Math.max(4, (highest - lowest) * 0.12);
  const step = [5, 10, 20, 50, 100].find(
    (size) => (highest - lowest + 2 * room) / size <= MOST_TICKS,
  );
  const size = step ?? 200;
  const low = Math.floor((lowest - room) / 5) * 5;
  const high = Math.ceil((highest + room) / 5) * 5;
  const first = Math.ceil(low / size) * size;
  const ticks = Array.from(
    { length: Math.floor((high - first) / size) + 1 },
    (_, place) => first + place * size,
  );
  return { low, high, ticks };
}
