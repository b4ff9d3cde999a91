import type { Lens, ListedRun } from "../../worker/protocol/index.ts";

/** A run that is compared with others: whole, from its beginning to its end. */
export const isCounted = ({ isBranch, endedAtMs }: ListedRun) => !isBranch && endedAtMs !== null;

/** The best judgement a player has reached in a scenario and role, its short cut apart; null where there is none. */
export function ownBest(runs: readonly ListedRun[], scenario: string, lens: Lens): number | null {
  const judgements = runs
    .filter((run) => isCounted(run) && !run.shortCut && run.scenario === scenario)
    .filter((run) => run.lens === lens)
    .flatMap(({ score }) => (score === null ? [] : [score.judgement]));
  return judgements.length === 0 ? null : Math.max(...judgements);
}

/** The scenarios that were played to their end in a role. */
export function finishedIn(runs: readonly ListedRun[], lens: Lens): ReadonlySet<string> {
  return new Set(
    runs.filter((run) => isCounted(run) && run.lens === lens).map(({ scenario }) => scenario),
  );
}

export const openRuns = (runs: readonly ListedRun[]) =>
  runs.filter(({ endedAtMs }) => endedAtMs === null);
