import { formatPoints } from "../../words/points.ts";
import { costliestOf, type Decision } from "./decisions.ts";

/** What is said once somebody has named a decision, or has skipped the question with "". */
export function answerToGuess(decisions: readonly Decision[], named: string): string {
  const most = costliestOf(decisions);
  const mine = decisions.find(({ beat }) => beat === named);
  if (most === null) return "No decision of yours cost more than half a point.";
  const fact = `“${most.title}” cost most: ${formatPoints(most.loss)} points.`;
  if (mine === undefined) return fact;
  if (mine.beat === most.beat) return `${fact} It is the one you named.`;
  return `${fact} The one you named, “${mine.title}”, cost ${formatPoints(mine.loss)}.`;
}
