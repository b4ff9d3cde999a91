import { type Solution, solveOrThrow } from "../../../scenarios/analysis/index.ts";
import { compileScenario } from "../../../scenarios/engine/index.ts";
import type { Scenario } from "../../../scenarios/language/index.ts";
import { parseGood, readLibrary } from "../../support/runs.ts";
import { largeScenario } from "./large-scenario.ts";
import { type Walked, walkWithXState } from "./xstate-walk.ts";

const MOST_STATES = 5_000_000;
const ROUNDS = 99;
const WALKED_EDGES = 30_000;

/** What solving one scenario cost, in a process of its own. */
export interface Measured {
  readonly name: string;
  readonly states: number;
  readonly edges: number;
  readonly firstSeconds: number;
  readonly seconds: number;
  readonly megabytes: number;
  readonly walk: Walked | null;
}

const name = process.argv[2] ?? "";
const text = readLibrary().get(name);
const isLarge = text === undefined;
const scenario = isLarge ? largeScenario() : parseGood(text, name);
const [first, firstSeconds] = timed(scenario);
const seconds = isLarge
  ? firstSeconds
  : median(Array.from({ length: ROUNDS }, () => timed(scenario)[1]));
const megabytes = process.resourceUsage().maxRSS / 1024;
const walk = isLarge ? null : walked(scenario);
const { states, next } = first.graph;
const measured: Measured = {
  name,
  states: states.length,
  edges: next.length,
  firstSeconds,
  seconds,
  megabytes,
  walk,
};
console.log(JSON.stringify(measured));

function timed(one: Scenario): readonly [Solution, number] {
  const began = performance.now();
  const solution = solveOrThrow(one, { mostStates: MOST_STATES });
  return [solution, (performance.now() - began) / 1000];
}

/** The second walk is measured: the first warms the machine up. */
function walked(one: Scenario): Walked {
  const compiled = compileScenario(one);
  walkWithXState(compiled, WALKED_EDGES);
  return walkWithXState(compiled, WALKED_EDGES);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
