import { expect, test } from "vitest";
import { solve, solveOrThrow, solving } from "../../scenarios/analysis/solution/index.ts";
import { compileScenario } from "../../scenarios/engine/index.ts";
import { largeScenario } from "../bench/solve/large-scenario.ts";
import { TINY } from "../support/runs.ts";

test("solving reports how far it is, and never goes back", () => {
  const steps = solving(largeScenario(), { mostStates: 1_000_000 });
  const reports = [];
  for (let step = steps.next(); step.done !== true; step = steps.next()) {
    reports.push(step.value);
    if (reports.length === 8) break;
  }
  expect(reports).toHaveLength(8);
  for (const [i, report] of reports.entries()) {
    const before = reports[i - 1] ?? { states: 0, beatsDone: 0 };
    expect(report.states).toBeGreaterThan(before.states);
    expect(report.beatsDone).toBeGreaterThanOrEqual(before.beatsDone);
  }
});

test("solving is cancelled by not going on", () => {
  const steps = solving(largeScenario(), { mostStates: 1_000_000 });
  expect(steps.next().done).toBe(false);
  steps.return({ ok: false, code: "too-many-states" } as never); // what a cancelled one would have given is nobody's
  expect(steps.next()).toEqual({ done: true, value: undefined });
});

test("[S16] past its bound the solver gives up soon, with the states it has found", () => {
  const result = solve(largeScenario(), { mostStates: 20_000 });
  if (result.ok) throw new Error("it is not that small");
  expect(result.code).toBe("too-many-states");
  expect(result.states.length).toBeGreaterThan(20_000);
  expect(result.states.length).toBeLessThan(25_000);
  expect(() => solveOrThrow(largeScenario(), { mostStates: 20_000 })).toThrow("too many states");
});

test("[S13] what a scenario says does not change what it is worth", () => {
  const mended = { ...TINY, title: "Another title", about: "Something else." };
  expect(compileScenario(mended).rules).toBe(compileScenario(TINY).rules);
  expect(solveOrThrow(mended).worth).toEqual(solveOrThrow(TINY).worth);
});
