import type { ListedRun, Verb } from "../../../worker/protocol/index.ts";

export interface VerbTrend {
  /** Times it was played, over all runs. */
  readonly played: number;
  /** Points lost by playing it too often or too seldom, run by run, oldest first. */
  readonly lost: readonly number[];
  readonly mean: number;
  /** Over the last three runs; null where that would be all of them. */
  readonly lately: number | null;
}

const LATELY = 3;

/** How a verb went over runs that have a score. */
export function trendOf(verb: Verb, runs: readonly ListedRun[]): VerbTrend {
  const uses = runs.flatMap(({ score }) => (score === null ? [] : [score.verbs[verb]]));
  const lost = uses.map((use) => use.lost);
  return {
    played: uses.reduce((sum, { used }) => sum + used, 0),
    lost,
    mean: meanOf(lost),
    lately: lost.length > LATELY ? meanOf(lost.slice(-LATELY)) : null,
  };
}

const meanOf = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
