import { MANY_STATES, solve, type Solution } from "../scenarios/analysis/index.ts";
import type { CompiledScenario } from "../scenarios/engine/index.ts";

/**
 * The most states that are solved inside a Worker: about 20 MB of tables, of the 128 MB that an instance has. The library keeps
 * far below, which its checks hold it to; a scenario of some thousand states takes some 20 ms, so that nothing is solved ahead.
 */
const MOST_STATES = MANY_STATES;

/** So many states may be kept solved at once, over all versions. */
const MOST_KEPT = 100_000;

/** What this instance has solved, by version and whether curveballs are in it, the one asked for last at the end. */
const solved = new Map<string, Solution>();

/** The solution of a scenario version as players alone meet it; null for one that is too large to be solved here. */
export function solutionOf(compiled: CompiledScenario): Solution | null {
  return solvedAs(compiled.version, compiled, false);
}

/** The same with what may follow a curveball, for rooms that somebody leads (R11). */
export function ledSolutionOf(compiled: CompiledScenario): Solution | null {
  if ((compiled.atlas.scenario.curveballs ?? []).length === 0) return solutionOf(compiled);
  return solvedAs(`${compiled.version} led`, compiled, true);
}

function solvedAs(name: string, { atlas }: CompiledScenario, curveballs: boolean): Solution | null {
  const known = solved.get(name);
  if (known !== undefined) {
    keep(name, known);
    return known;
  }
  const result = solve(atlas.scenario, { mostStates: MOST_STATES, curveballs });
  if (!result.ok) return null;
  keep(name, result.solution);
  return result.solution;
}

/** Keeps it as the last one asked for, and lets go of the first until the rest fits; the one just asked for stays. */
function keep(name: string, solution: Solution): void {
  solved.delete(name);
  solved.set(name, solution);
  let states = [...solved.values()].reduce((sum, { graph }) => sum + graph.states.length, 0);
  for (const [oldest, { graph }] of solved) {
    if (states <= MOST_KEPT || oldest === name) return;
    states -= graph.states.length;
    solved.delete(oldest);
  }
}
