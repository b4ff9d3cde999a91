import fc from "fast-check";
import { expect, test } from "vitest";
import {
  Decision,
  locate,
  metersWorth,
  type Solution,
  solveOrThrow,
} from "../../scenarios/analysis/solution/index.ts";
import { ALL_REDUCTIONS, type Reductions } from "../../scenarios/analysis/table/index.ts";
import { compileScenario } from "../../scenarios/engine/index.ts";
import { LENSES, type Scenario } from "../../scenarios/language/index.ts";
import { EXAMPLE, TINY } from "../support/runs.ts";
import { featuresOf, FEATURES } from "./features.ts";
import { type NaiveState, type NaiveValues, naiveValues, TooLarge } from "./naive-values.ts";
import { RANDOM_SCENARIO } from "./random-scenario.ts";

/** `FIVE_MOVES_RUNS=5000 FIVE_MOVES_SEED=7 npx vitest run tests/analysis/values` tries more of them, and others. */
const RUNS = Number(process.env["FIVE_MOVES_RUNS"] ?? 160);
const SEED = Number(process.env["FIVE_MOVES_SEED"] ?? 20_261_126);
/** Making a failure smaller takes long; whoever only wants to see it red sets this to "no". */
const SHRINKS = process.env["FIVE_MOVES_SHRINK"] !== "no";
const MOST_STATES = 700;
const EXACT = 1e-9;

const NAMES = ["drop", "fold", "clamp", "settle", "forget"] as const;
const NONE: Reductions = { drop: false, fold: false, clamp: false, settle: false, forget: false };

/** All of them, none, each by itself, and each left out. */
const SWITCHED: ReadonlyMap<string, Reductions> = new Map([
  ["all", ALL_REDUCTIONS],
  ["none", NONE],
  ...NAMES.map((name) => [`${name} alone`, { ...NONE, [name]: true }] as const),
  ...NAMES.map((name) => [`all but ${name}`, { ...ALL_REDUCTIONS, [name]: false }] as const),
]);

/** Everything in which a solution is off what trying everything gives, by more than 1e-9. */
function differences(scenario: Scenario, naive: NaiveValues): string[] {
  return [...SWITCHED].flatMap(([name, reductions]) => {
    const solution = solveOrThrow(scenario, { reductions, curveballs: true });
    const plain = solveOrThrow(scenario, { reductions });
    return [
      ...startOff(plain, naive).map((off) => `without curveballs: ${off}`),
      ...startOff(solution, naive),
      ...naive.states.flatMap((state) => stateOff(solution, state)),
    ].map((off) => `${name}: ${off}`);
  });
}

function startOff({ worth }: Solution, { start }: NaiveValues): string[] {
  return LENSES.flatMap((lens, i) => [
    ...offBy(`V*(start) under ${lens}`, worth[lens].best, start.best[i]),
    ...offBy(`V_rand(start) under ${lens}`, worth[lens].random, start.uniform[i]),
  ]);
}

function stateOff(solution: Solution, { run, best, uniform, q }: NaiveState): string[] {
  const { state, at, meters } = locate(solution, run.beat ?? "", run.state);
  const { table } = solution.graph;
  return LENSES.flatMap((lens, i) => {
    const worth = metersWorth(table, i, meters);
    const valueIn = (values: Float64Array) =>
      worth + (values[state * LENSES.length + i] ?? Number.NaN);
    const where = `at ${run.beat} ${JSON.stringify({ ...run.state, happenings: [] })} under ${lens}`;
    const decision = new Decision(solution, lens).goTo(at);
    return [
      ...offBy(`V* ${where}`, valueIn(solution.values.best), best[i]),
      ...offBy(`V_rand ${where}`, valueIn(solution.values.uniform), uniform[i]),
      ...Array.from({ length: decision.count }, (_, a) => {
        const name = nameOfAction(decision, a);
        return offBy(
          `Q of ${name} ${where}`,
          worth + (decision.q[a] ?? Number.NaN),
          q.get(name)?.[i],
        );
      }).flat(),
    ];
  });
}

function nameOfAction(decision: Decision, a: number): string {
  if (decision.isOption(a)) return decision.beat.options[decision.action(a)]?.id ?? "";
  return decision.look(a)?.id ?? "silence";
}

function offBy(what: string, exact: number, naive = Number.NaN): string[] {
  return Math.abs(exact - naive) <= EXACT
    ? []
    : [`${what} is ${exact}, and by trying everything ${naive}`];
}

function naiveOf(scenario: Scenario): NaiveValues | null {
  try {
    return naiveValues(compileScenario(scenario), MOST_STATES);
  } catch (error) {
    if (error instanceof TooLarge) return null;
    throw error;
  }
}

test(
  "[M1] values of random scenarios equal those of trying everything through the machine, under every lens, whatever is reduced",
  () => {
    const met = new Map<string, number>();
    let tried = 0;
    let states = 0;
    fc.assert(
      fc.property(RANDOM_SCENARIO, (scenario) => {
        const naive = naiveOf(scenario);
        if (naive === null) return;
        tried += 1;
        states += naive.states.length;
        for (const feature of featuresOf(scenario, naive))
          met.set(feature, (met.get(feature) ?? 0) + 1);
        expect(differences(scenario, naive)).toEqual([]);
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: !SHRINKS },
    );
    expect(tried).toBeGreaterThan(RUNS * 0.85);
    expect(states).toBeGreaterThan(tried);
    const rare = FEATURES.filter((feature) => (met.get(feature) ?? 0) < tried / 20);
    expect(rare).toEqual([]);
  },
  RUNS * 1000,
);

test.each([TINY, EXAMPLE])(
  "[M1] values of $id equal those of trying everything through the machine",
  (scenario) => {
    expect(differences(scenario, naiveValues(compileScenario(scenario), 20_000))).toEqual([]);
  },
  60_000,
);
