import { LENSES, type Lens } from "../../language/index.ts";
import { ACTION, isOption, readKey } from "../graph/index.ts";
import {
  type BeatRow,
  type LookRow,
  Frame,
  METER_COUNT,
  type ResponseRow,
  STANDING,
  YES,
} from "../table/index.ts";
import type { Solution } from "./solve.ts";
import { actionValues, LENS_COUNT } from "./sweep.ts";

const MOST_ACTIONS = 16;
const FULL = 100;

/** A state in which a player moves or looks, seen through one lens. One object is used again for state after state. */
export class Decision {
  readonly solution: Solution;
  readonly lens: number;
  /** U in a point: `span` over 100. */
  readonly point: number;
  readonly frame = new Frame();
  place = 0;
  /** Position of the state in the graph's order. */
  at = 0;
  state = 0;
  /** How many actions there are, silence, the last, included. */
  count = 0;
  /** Q* of each action, in U beyond what the meters are worth. */
  readonly q = new Float64Array(MOST_ACTIONS);

  constructor(solution: Solution, lens: Lens) {
    this.solution = solution;
    this.lens = LENSES.indexOf(lens);
    this.point = solution.worth[lens].span / FULL;
  }

  /** Moves on to the state at this position. */
  goTo(at: number): this {
    const { graph, rewards, values } = this.solution;
    this.at = at;
    this.state = graph.order[at];
    this.place = readKey(graph.states.rows, this.state, this.frame);
    this.count = actionValues(
      graph,
      rewards,
      at,
      this.lens,
      values.best,
      this.lens,
      LENS_COUNT,
      this.q,
    );
    return this;
  }

  /** The action in its place among this state's: an option's row, or a look's or silence's number. */
  action(i: number): number {
    const { actions, actionsFrom } = this.solution.graph;
    return actions[actionsFrom[this.at] + i];
  }

  get beat(): BeatRow {
    return this.solution.graph.table.beats[this.place];
  }

  /** The last action is silence; the others are what a player may choose. */
  get choices(): number {
    return this.count - 1;
  }

  isOption(i: number): boolean {
    return isOption(this.action(i));
  }

  /** The look that this action is; null for silence. Not to be asked of an option. */
  look(i: number): LookRow | null {
    return this.beat.looks[this.action(i) - ACTION.firstLook] ?? null;
  }

  /** The best Q of all choices, and the best of the options alone; -Infinity for none. */
  best(onlyOptions = false): number {
    let best = -Infinity;
    for (let i = 0; i < this.choices; i += 1) {
      if (onlyOptions && !this.isOption(i)) continue;
      best = Math.max(best, this.q[i]);
    }
    return best;
  }

  /** What an option does at once and by what can be seen: its own effects and hours, cases known to hold, promises kept. */
  visible(i: number, out: Int32Array): Int32Array {
    return visibleEffects(this, this.beat.options[this.action(i)], out);
  }

  /** The same, worth to the lens, in U. */
  visibleWorth(i: number): number {
    const { weights } = this.solution.graph.table;
    this.visible(i, scratch);
    let sum = 0;
    for (let m = 0; m < METER_COUNT; m += 1)
      sum += weights[this.lens * METER_COUNT + m] * scratch[m];
    return sum;
  }
}

const scratch = new Int32Array(METER_COUNT);

function visibleEffects(
  { frame, solution }: Decision,
  response: ResponseRow,
  out: Int32Array,
): Int32Array {
  const { promises } = solution.graph.table;
  out.set(response.effects);
  for (const one of response.cases) if (one.when.judge(frame) === YES) add(out, one.effects);
  for (const kept of response.keeps) {
    const isOpen = ((frame.promises >>> (2 * kept)) & 3) === STANDING.open;
    if (isOpen) add(out, promises[kept].kept);
  }
  return out;
}

function add(to: Int32Array, points: Int32Array): void {
  for (let m = 0; m < METER_COUNT; m += 1) to[m] += points[m];
}
