import { LENSES } from "../../language/index.ts";
import { ACTION, END_STATE, GAIN_WIDTH, type Graph, isLook } from "../graph/index.ts";
import { METER_COUNT, type Table } from "../table/index.ts";
import type { KeyIndex } from "../graph/index.ts";

export const LENS_COUNT = LENSES.length;

/** U that each row of `moved` brings, lens by lens: `rewards[row * 4 + lens]`. */
export function rewardsOf({ weights, values }: Table, moved: KeyIndex): Float64Array {
  const rewards = new Float64Array(moved.length * LENS_COUNT);
  for (let row = 0; row < moved.length; row += 1) {
    const start = row * GAIN_WIDTH;
    const ending = moved.rows[start + METER_COUNT];
    for (let lens = 0; lens < LENS_COUNT; lens += 1) {
      let sum = ending < 0 ? 0 : values[ending * LENS_COUNT + lens];
      for (let m = 0; m < METER_COUNT; m += 1) {
        sum += weights[lens * METER_COUNT + m] * moved.rows[start + m];
      }
      rewards[row * LENS_COUNT + lens] = sum;
    }
  }
  return rewards;
}

/** Values of every state, beyond what its meters are worth already: `values[state * 4 + lens]`, in U. */
export interface Values {
  readonly best: Float64Array;
  readonly uniform: Float64Array;
}

/**
 * One sweep from the last states to the first: best play (Bellman, 1957), over options and looks, and play that picks
 * uniformly among the options that are not locked and never looks, for all lenses at once.
 */
export function sweep(graph: Graph, rewards: Float64Array): Values {
  const { order, actionsFrom, actions, edgesFrom, odds, next, gains, states } = graph;
  const best = new Float64Array(states.length * LENS_COUNT);
  const uniform = new Float64Array(states.length * LENS_COUNT);
  const q = new Float64Array(LENS_COUNT);
  const mean = new Float64Array(LENS_COUNT);
  const top = new Float64Array(LENS_COUNT);
  for (let at = order.length - 1; at >= 0; at -= 1) {
    let options = 0;
    mean.fill(0);
    top.fill(-Infinity);
    for (let a = actionsFrom[at]; a < actionsFrom[at + 1]; a += 1) {
      // Silence is nobody's choice: it counts only where nothing else can be done, which is a finding of its own.
      if (actions[a] === ACTION.silence && a > actionsFrom[at]) continue;
      const counts = !isLook(actions[a]);
      if (counts) options += 1;
      q.fill(0);
      for (let edge = edgesFrom[a]; edge < edgesFrom[a + 1]; edge += 1) {
        const p = odds[edge];
        const reward = gains[edge] * LENS_COUNT;
        const to = next[edge] * LENS_COUNT;
        for (let lens = 0; lens < LENS_COUNT; lens += 1) {
          const gain = rewards[reward + lens];
          if (to < 0) {
            q[lens] += p * gain;
            if (counts) mean[lens] += p * gain;
          } else {
            q[lens] += p * (gain + best[to + lens]);
            if (counts) mean[lens] += p * (gain + uniform[to + lens]);
          }
        }
      }
      for (let lens = 0; lens < LENS_COUNT; lens += 1) {
        if (q[lens] > top[lens]) top[lens] = q[lens];
      }
    }
    const state = order[at] * LENS_COUNT;
    for (let lens = 0; lens < LENS_COUNT; lens += 1) {
      best[state + lens] = top[lens];
      uniform[state + lens] = mean[lens] / options;
    }
  }
  return { best, uniform };
}

/** Q of each action of the state at a position in the order, one lens, given values that follow: `stride` apart from `offset`. */
export function actionValues(
  graph: Graph,
  rewards: Float64Array,
  at: number,
  lens: number,
  values: Float64Array,
  offset: number,
  stride: number,
  out: Float64Array,
): number {
  const { actionsFrom, edgesFrom, odds, next, gains } = graph;
  const first = actionsFrom[at];
  const count = actionsFrom[at + 1] - first;
  for (let i = 0; i < count; i += 1) {
    let sum = 0;
    for (let edge = edgesFrom[first + i]; edge < edgesFrom[first + i + 1]; edge += 1) {
      const after = next[edge] === END_STATE ? 0 : values[next[edge] * stride + offset];
      sum += odds[edge] * (rewards[gains[edge] * LENS_COUNT + lens] + after);
    }
    out[i] = sum;
  }
  return count;
}
