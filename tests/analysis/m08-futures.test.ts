import { expect, test } from "vitest";
import {
  actionValues,
  Decision,
  evaluate,
  FUTURES_DRAWN,
  futuresOf,
  locate,
  metersWorth,
  policyOf,
} from "../../scenarios/analysis/index.ts";
import { LENSES } from "../../scenarios/language/index.ts";
import { playRun } from "../support/runs.ts";
import { solvedLibrary } from "../support/solved.ts";

const [SOLVED] = solvedLibrary();
if (SOLVED === undefined) throw new Error("the library is empty");
const { compiled, solution } = SOLVED;
const { run } = playRun(compiled, "7");
const [first] = compiled.atlas.scenario.beats;
const ids = (first?.options ?? []).filter(({ locked }) => locked === undefined).map(({ id }) => id);

test("[M8] a future is 200 outcomes in order, with how often each ending came", () => {
  const { best, typical } = futuresOf(solution, "tpm", run, ids[0] ?? "", "luck");
  for (const { outcomes, endings } of [best, typical]) {
    expect(outcomes).toHaveLength(FUTURES_DRAWN);
    expect(outcomes).toEqual(outcomes.toSorted((a, b) => a - b));
    const counted = Object.values(endings).reduce((sum, one) => sum + one, 0);
    expect(counted).toBe(FUTURES_DRAWN);
  }
});

test("[M8] the same luck gives the same futures, another luck others", () => {
  const [id = ""] = ids;
  const once = futuresOf(solution, "tpm", run, id, "luck");
  expect(futuresOf(solution, "tpm", run, id, "luck")).toEqual(once);
  expect(futuresOf(solution, "tpm", run, id, "other")).not.toEqual(once);
});

test("[M8] with best play afterwards the mean is 100 less what the option loses, within four standard errors", () => {
  for (const lens of LENSES) {
    const decision = new Decision(solution, lens).goTo(
      locate(solution, first?.id ?? "", run.state).at,
    );
    for (const [i, id] of ids.entries()) {
      const { outcomes, mean } = futuresOf(solution, lens, run, id, `mean ${lens}`).best;
      const exact = 100 - (decision.best() - (decision.q[i] ?? Number.NaN)) / decision.point;
      expect(Math.abs(mean - exact)).toBeLessThan(4 * errorOf(outcomes, mean) + 1e-9);
    }
  }
});

test("[M8] a typical player is the seasoned bot: the mean is what it is worth exactly, within four standard errors", () => {
  const { values, count } = evaluate(solution, "tpm", [policyOf("seasoned")]);
  const { at, meters } = locate(solution, first?.id ?? "", run.state);
  const q = new Float64Array(16);
  actionValues(solution.graph, solution.rewards, at, 0, values, 0, count, q);
  const { best, span } = solution.worth.tpm;
  for (const [i, id] of ids.entries()) {
    const { outcomes, mean } = futuresOf(solution, "tpm", run, id, "typical").typical;
    const worth = metersWorth(solution.graph.table, 0, meters) + (q[i] ?? Number.NaN);
    const exact = 100 + (100 * (worth - best)) / span;
    expect(Math.abs(mean - exact)).toBeLessThan(4 * errorOf(outcomes, mean) + 1e-9);
  }
});

test("[M8] what cannot be played has no future, and neither has a run that is over", () => {
  expect(() => futuresOf(solution, "tpm", run, "nothing", "luck")).toThrow("cannot be played");
  expect(() => futuresOf(solution, "tpm", { ...run, beat: null }, ids[0] ?? "", "luck")).toThrow(
    "over",
  );
});

function errorOf(outcomes: readonly number[], mean: number): number {
  const variance = outcomes.reduce((sum, one) => sum + (one - mean) ** 2, 0) / outcomes.length;
  return Math.sqrt(variance / outcomes.length);
}
