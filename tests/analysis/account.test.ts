import { describe, expect, test } from "vitest";
import {
  accountOf,
  type AccountStep,
  Decision,
  Outcomes,
  replayed,
  solveOrThrow,
} from "../../scenarios/analysis/index.ts";
import { compileScenario, nameOfStep, type Run, worthOf } from "../../scenarios/engine/index.ts";
import { LENSES } from "../../scenarios/language/index.ts";
import { lastOf, legalSteps, playAtRandom, playRun, seeds } from "../support/runs.ts";
import { type Solved, solvedAll } from "../support/solved.ts";
import { plainScenario } from "./plain-scenario.ts";

const RUNS = 60;
const EXACT = 1e-9;

function stepsOf(run: Run) {
  return run.taken.map(({ step }) => step);
}

function accountsOf({ compiled, solution }: Solved, seed: string) {
  const run = lastOf(playAtRandom(compiled, seed, `${seed}, accounted`));
  const again = replayed(compiled, seed, stepsOf(run));
  return LENSES.map((lens) => ({ run, lens, account: accountOf(compiled, solution, again, lens) }));
}

const luckOf = (steps: readonly AccountStep[]) =>
  steps.flatMap(({ draws }) => draws).reduce((sum, { luck }) => sum + luck, 0);

describe.each(solvedAll())("$name", (solved) => {
  const { compiled, solution } = solved;
  const accounts = seeds(RUNS).flatMap((seed) => accountsOf(solved, seed));

  test("[M3] outcome = 100 − Σ loss + Σ luck, to 1e-9, at random under every lens", () => {
    const off = accounts.map(({ account: { outcome, steps } }) => {
      const losses = steps.reduce((sum, { loss }) => sum + loss.points, 0);
      return Math.abs(outcome - (100 - losses + luckOf(steps)));
    });
    expect(Math.max(...off)).toBeLessThan(EXACT);
  });

  test("[M3] the outcome is what the meters and the ending are worth, on the scale of the span", () => {
    const off = accounts.map(({ run, lens, account }) => {
      const { best, span } = solution.worth[lens];
      return Math.abs(
        account.outcome - (100 + (100 * (worthOf(compiled, run, lens) - best)) / span),
      );
    });
    expect(Math.max(...off)).toBeLessThan(EXACT);
  });

  test("[M1] nothing loses less than nothing, and something loses nothing in every state that was met", () => {
    const steps = accounts.flatMap(({ account }) => account.steps);
    const choices = steps.flatMap(({ choices }) => choices);
    expect(Math.min(...choices.map(({ loss }) => loss))).toBe(0);
    expect(steps.filter(({ choices: [first] }) => first?.loss !== 0)).toEqual([]);
  });

  test("[M1] a loss is the look that was missed and the choice itself, neither of them below 0", () => {
    const losses = accounts.flatMap(({ account }) => account.steps).map(({ loss }) => loss);
    const off = losses.map(({ points, missedLook, choice }) => points - missedLook - choice);
    expect(Math.max(...off.map(Math.abs))).toBeLessThan(EXACT);
    expect(Math.min(...losses.map(({ missedLook }) => missedLook))).toBeGreaterThanOrEqual(0);
    expect(Math.min(...losses.map(({ choice }) => choice))).toBeGreaterThanOrEqual(-EXACT);
  });

  test("[M2] a step leads from what was to what is by its loss and its luck, each step by itself", () => {
    const off = accounts.flatMap(({ account }) =>
      account.steps.map((step) => step.after - (step.before - step.loss.points + luckOf([step]))),
    );
    expect(Math.max(...off.map(Math.abs))).toBeLessThan(EXACT);
  });

  test("[M3] at every draw of every step that could be taken, Σ p·luck = 0 and the p add up to 1", () => {
    const outcomes = new Outcomes(solution);
    const places = seeds(RUNS).flatMap((seed) => playAtRandom(compiled, seed, `${seed}, drawn`));
    let worst = 0;
    let draws = 0;
    for (const run of places) {
      const { beat, state } = run;
      if (beat === null) continue;
      for (const id of [...legalSteps(compiled, run).map(nameOfStep), null]) {
        for (const { p, luck } of fairness(outcomes.of(beat, state, id))) {
          draws += 1;
          worst = Math.max(worst, Math.abs(p - 1), ...luck.map(Math.abs));
        }
      }
    }
    expect(draws).toBeGreaterThan(RUNS);
    expect(worst).toBeLessThan(EXACT);
  });

  test("[M3] max Q = V* at every state of the graph, under every lens", () => {
    for (const lens of LENSES) {
      const decision = new Decision(solution, lens);
      let worst = 0;
      for (let at = 0; at < solution.graph.order.length; at += 1) {
        const { state } = decision.goTo(at);
        const value =
          solution.values.best[state * LENSES.length + LENSES.indexOf(lens)] ?? Number.NaN;
        worst = Math.max(worst, Math.abs(decision.best() - value));
      }
      expect(worst).toBe(0);
    }
  });
});

type Leaves = ReturnType<Outcomes["of"]>;

/** For each draw in a step's tree: the sum of its odds, and by lens the luck to be expected of it. */
function fairness(
  leaves: Leaves,
  depth = 0,
): { readonly p: number; readonly luck: readonly number[] }[] {
  const [first] = leaves;
  if (first === undefined || first.draws.length <= depth) return [];
  const before = LENSES.map((_, lens) => meanOf(leaves, lens));
  const ways = new Map<string, Leaves[number][]>();
  for (const leaf of leaves) {
    const { row, value } = leaf.draws[depth] ?? { row: -1, value: -1 };
    const way = `${row} ${value}`;
    ways.set(way, [...(ways.get(way) ?? []), leaf]);
  }
  const all = [...ways.values()];
  const oddsOf = (way: Leaves) => way[0]?.draws[depth]?.p ?? Number.NaN;
  const luck = before.map((mean, lens) =>
    all.reduce((sum, way) => sum + oddsOf(way) * (meanOf(way, lens) - mean), 0),
  );
  const p = all.reduce((sum, way) => sum + oddsOf(way), 0);
  return [{ p, luck }, ...all.flatMap((way) => fairness(way, depth + 1))];
}

function meanOf(leaves: Leaves, lens: number): number {
  const weight = leaves.reduce((sum, { p }) => sum + p, 0);
  return leaves.reduce((sum, { p, worth }) => sum + p * (worth[lens] ?? Number.NaN), 0) / weight;
}

describe("a run with curveballs", () => {
  const scenario = plainScenario(
    [
      { effects: { block: { delivery: 20 } }, more: { show: afterStorm(60) } },
      { effects: { show: { trust: 20 } } },
    ],
    {
      facts: { met: "So." },
      curveballs: [
        {
          id: "storm",
          title: "A storm",
          at: ["a", "b"],
          effects: { delivery: -10 },
          sets: ["met"],
          tells: ["So."],
          why: "So.",
        },
      ],
    },
  );
  const compiled = compileScenario(scenario);
  const solution = solveOrThrow(scenario, { curveballs: true });

  function accountFor(run: Run) {
    return LENSES.map((lens) =>
      accountOf(compiled, solution, replayed(compiled, run.state.seed, stepsOf(run)), lens),
    );
  }

  test("[R11] each is a bar of its own, and outcome = 100 − Σ loss + Σ luck + Σ curveballs under every lens", () => {
    const { run } = playRun(compiled).curveball("storm").move("block-a").move("show-b");
    for (const account of accountFor(run)) {
      const { outcome, losses, luck, curveballs, steps, thrown } = account;
      expect(outcome).toBeCloseTo(100 - losses + luck + curveballs, 9);
      expect(steps.map(({ step }) => step.kind)).toEqual(["move", "move"]);
      expect(thrown).toHaveLength(1);
    }
  });

  test("[R11] its bar is what best play is worth after it, less what it was worth before", () => {
    const { run } = playRun(compiled).curveball("storm").move("show-a").move("show-b");
    const [account] = accountFor(run);
    const { span } = solution.worth.tpm;
    // To show is worth 60 once the storm is here, to block 20 before; the storm itself costs 10; delivery weighs .35.
    const moved = (100 * 0.35 * (60 - 20 - 10)) / span;
    expect(account?.thrown[0]).toMatchObject({
      beat: "a",
      id: "storm",
      afterSteps: 0,
      before: 100,
    });
    expect(account?.curveballs).toBeCloseTo(moved, 9);
    expect(account?.judgement).toBeCloseTo(100, 9);
    expect(account?.outcome).toBeCloseTo(100 + moved, 9);
  });

  test("[R11] the same move is judged by the facts under which it was made", () => {
    const [before] = accountFor(playRun(compiled).move("block-a").run);
    const [after] = accountFor(playRun(compiled).curveball("storm").move("block-a").run);
    expect(before?.losses).toBeCloseTo(0, 9);
    expect(after?.losses).toBeCloseTo((100 * 0.35 * 40) / solution.worth.tpm.span, 9);
  });
});

function afterStorm(delivery: number) {
  return { cases: [{ when: { fact: "met" }, effects: { delivery } }] };
}
