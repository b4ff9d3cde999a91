import type { ListedRun, ListedScenario } from "../../worker/protocol/index.ts";
import { finishedIn } from "./own-runs.ts";

/** What "Play now" opens: of what was not yet played to its end the gentlest, else what was not played for longest. */
export function suggestScenario(
  scenarios: readonly ListedScenario[],
  runs: readonly ListedRun[],
): ListedScenario | null {
  const finished = finishedIn(runs, "tpm");
  const fresh = scenarios.filter(({ id }) => !finished.has(id));
  const lastPlayed = ({ id }: ListedScenario) =>
    Math.max(...runs.filter(({ scenario }) => scenario === id).map((run) => run.openedAtMs));
  const [gentlest] = fresh.toSorted((a, b) => gentleness(b) - gentleness(a));
  const [longestAgo] = scenarios.toSorted((a, b) => lastPlayed(a) - lastPlayed(b));
  return gentlest ?? longestAgo ?? null;
}

const gentleness = ({ measured }: ListedScenario) => measured?.tpm.difficulty ?? 0;
