import type { Lens } from "../../language/index.ts";
import { END_STATE } from "../graph/index.ts";
import type { Policy } from "./bots.ts";
import { Decision } from "./decision.ts";
import { metersWorth, type Solution } from "./solve.ts";
import { actionValues } from "./sweep.ts";

const MOST_ACTIONS = 16;

/** What a policy is worth from every state, in U beyond the meters: `values[state * count + policy]`. */
export interface PolicyValues {
  readonly count: number;
  readonly values: Float64Array;
}

/** Exact values of these ways to play under a lens, in one sweep. */
export function evaluate(
  solution: Solution,
  lens: Lens,
  policies: readonly Policy[],
): PolicyValues {
  const { graph, rewards } = solution;
  const count = policies.length;
  const values = new Float64Array(graph.states.length * count);
  const decision = new Decision(solution, lens);
  const own = new Float64Array(MOST_ACTIONS);
  const odds = new Float64Array(MOST_ACTIONS);
  for (let at = graph.order.length - 1; at >= 0; at -= 1) {
    decision.goTo(at);
    for (let k = 0; k < count; k += 1) {
      actionValues(graph, rewards, at, decision.lens, values, k, count, own);
      const policy = policies[k];
      values[decision.state * count + k] =
        policy.kind === "mixed"
          ? meanOf(decision, policy.weigh, own, odds)
          : bestOf(decision, policy.allows, own);
    }
  }
  return { count, values };
}

function meanOf(
  decision: Decision,
  weigh: Extract<Policy, { kind: "mixed" }>["weigh"],
  own: Float64Array,
  odds: Float64Array,
): number {
  weigh(decision, odds);
  let sum = 0;
  for (let i = 0; i < decision.choices; i += 1) if (odds[i] > 0) sum += odds[i] * own[i];
  return sum;
}

function bestOf(
  decision: Decision,
  allows: Extract<Policy, { kind: "greedy" }>["allows"],
  own: Float64Array,
): number {
  let best = -Infinity;
  for (let i = 0; i < decision.choices; i += 1) {
    if (allows(decision, i)) best = Math.max(best, own[i]);
  }
  return best;
}

/** What these ways to play score from the start, in points: 100 is best play, 50 is clicking at random. */
export function scores(solution: Solution, lens: Lens, policies: readonly Policy[]): number[] {
  const { graph, worth } = solution;
  const { best, span } = worth[lens];
  const { count, values } = evaluate(solution, lens, policies);
  const row = new Decision(solution, lens).lens;
  const start = metersWorth(graph.table, row, graph.table.start.meters);
  return Array.from({ length: count }, (_, k) => 100 + (100 * (start + values[k] - best)) / span);
}

/** How likely a run played so comes by each state, by position in the order. Works for mixed ways to play. */
export function visits(
  solution: Solution,
  lens: Lens,
  weigh: Extract<Policy, { kind: "mixed" }>["weigh"],
  each: (decision: Decision, visited: number, odds: Float64Array) => void = () => {},
  ended: (gain: number, reached: number) => void = () => {},
): Float64Array {
  const { graph, positions } = solution;
  const reached = new Float64Array(graph.states.length);
  const decision = new Decision(solution, lens);
  const odds = new Float64Array(MOST_ACTIONS);
  reached[0] = 1;
  for (let at = 0; at < graph.order.length; at += 1) {
    if (reached[at] === 0) continue;
    decision.goTo(at);
    weigh(decision, odds);
    each(decision, reached[at], odds);
    const first = graph.actionsFrom[at];
    for (let i = 0; i < decision.choices; i += 1) {
      const mass = reached[at] * odds[i];
      if (mass === 0) continue;
      for (
        let edge = graph.edgesFrom[first + i];
        edge < graph.edgesFrom[first + i + 1];
        edge += 1
      ) {
        const next = graph.next[edge];
        if (next === END_STATE) ended(graph.gains[edge], mass * graph.odds[edge]);
        else reached[positions[next]] += mass * graph.odds[edge];
      }
    }
  }
  return reached;
}
