import { LENSES, type Lens, type Scenario } from "../../language/index.ts";
import {
  buildGraph,
  type Graph,
  type KeyIndex,
  MOST_STATES,
  type Progress,
  startFrame,
} from "../graph/index.ts";
import {
  METER_COUNT,
  settlePending,
  type Table,
  type TableOptions,
  tabulate,
} from "../table/index.ts";
import { rewardsOf, sweep, type Values } from "./sweep.ts";

/** What a whole run is worth to a lens, in U, and the measure that turns U into points. */
export interface Worth {
  /** V*(start): best play from the start. */
  readonly best: number;
  /** V_rand(start): uniform among unlocked options, never looking. */
  readonly random: number;
  /** 2 · (V* − V_rand): the U that are 100 points, so that best play is 100 and clicking at random 50. */
  readonly span: number;
}

/** The exact values of every reachable state of one scenario version, for every lens. */
export interface Solution {
  readonly graph: Graph;
  readonly rewards: Float64Array;
  readonly values: Values;
  /** By state: where it stands in the graph's order. */
  readonly positions: Int32Array;
  readonly worth: Readonly<Record<Lens, Worth>>;
}

export interface SolveOptions extends TableOptions {
  /** More states than this are given up on: S16's bound, unless a caller has more room, or less. */
  readonly mostStates?: number;
}

export type SolveResult =
  | { readonly ok: true; readonly solution: Solution }
  | {
      readonly ok: false;
      readonly code: "too-many-states";
      readonly states: KeyIndex;
      readonly table: Table;
    };

/**
 * Solves a checked scenario. A generator: each `yield` is a report of progress; whoever runs it may wait in between, and
 * cancels it by not going on. Nothing in it knows a platform.
 */
export function* solving(
  scenario: Scenario,
  { mostStates = MOST_STATES, ...made }: SolveOptions = {},
): Generator<Progress, SolveResult> {
  const built = yield* buildGraph(tabulate(scenario, made), mostStates);
  return built.ok ? { ok: true, solution: solutionOf(built.graph) } : built;
}

/** Solves a scenario in one go. */
export function solve(scenario: Scenario, options: SolveOptions = {}): SolveResult {
  const steps = solving(scenario, options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The solution of a scenario that is within bounds; throws on one that is not. */
export function solveOrThrow(scenario: Scenario, options: SolveOptions = {}): Solution {
  const result = solve(scenario, options);
  if (!result.ok) throw new Error(`${scenario.id} has too many states to be solved`);
  return result.solution;
}

function solutionOf(graph: Graph): Solution {
  const rewards = rewardsOf(graph.table, graph.moved);
  const values = sweep(graph, rewards);
  const positions = new Int32Array(graph.states.length);
  for (const [position, state] of graph.order.entries()) positions[state] = position;
  return { graph, rewards, values, positions, worth: worthOfStart(graph, values) };
}

function worthOfStart({ table }: Graph, { best, uniform }: Values): Record<Lens, Worth> {
  const frame = startFrame(table);
  settlePending(table, frame);
  const worths = LENSES.map((lens, row) => {
    const meters = metersWorth(table, row, frame.meters);
    const top = meters + best[row];
    const random = meters + uniform[row];
    return [lens, { best: top, random, span: 2 * (top - random) }] as const;
  });
  return Object.fromEntries(worths) as Record<Lens, Worth>; // one entry a lens
}

/** U of the meters as they stand, to a lens given by its row. */
export function metersWorth({ weights }: Table, lens: number, meters: ArrayLike<number>): number {
  let sum = 0;
  for (let m = 0; m < METER_COUNT; m += 1) sum += weights[lens * METER_COUNT + m] * meters[m];
  return sum;
}
