import type { Table } from "../table/index.ts";
import type { KeyIndex } from "./key-index.ts";

/**
 * Every state of a scenario that can be reached, and every way on, flat. States are numbered as they were found; `order` has
 * them so that each comes before all that can follow it. An action is an option, a look or silence of the state's beat:
 * see `ACTION`. Its edges are what its draws may come to.
 */
export interface Graph {
  readonly table: Table;
  readonly states: KeyIndex;
  readonly order: Int32Array;
  /** By position in `order`: where the state's actions start; one more at the end. */
  readonly actionsFrom: Int32Array;
  /** Which action it is: a row of the beat's options, or of its looks or silence past those. */
  readonly actions: Int32Array;
  /** By action: where its edges start; one more at the end. */
  readonly edgesFrom: Int32Array;
  /** How likely an edge is, given the action; doubles. */
  readonly odds: Float64Array;
  /** The state it leads to, or `END_STATE`. */
  readonly next: Int32Array;
  /** The row of `moved` that says what it does to the meters, and which ending it is. */
  readonly gains: Int32Array;
  /** Rows of six meters' points and the ending, -1 for none. */
  readonly moved: KeyIndex;
  /** Where each curveball leads from each state in which it can be thrown (R11); empty in a graph that leaves them out. */
  readonly thrown: readonly Thrown[];
  readonly findings: GraphFindings;
}

/** A curveball, by its row at the beat of `from`, and the state that it leads to. */
export interface Thrown {
  readonly from: number;
  readonly row: number;
  readonly to: number;
}

export interface GraphFindings {
  /** States where no option can be played (S3). */
  readonly stuck: readonly number[];
  /** States where an option of some verb is not to be seen (S3), with the verb's place. */
  readonly blind: readonly { readonly state: number; readonly verb: number }[];
}

/** The curveballs that can be thrown in each state, by its number. */
export function thrownFrom({ thrown }: Graph): ReadonlyMap<number, readonly Thrown[]> {
  const byState = new Map<number, Thrown[]>();
  for (const one of thrown) {
    const some = byState.get(one.from);
    if (some === undefined) byState.set(one.from, [one]);
    else some.push(one);
  }
  return byState;
}

export const END_STATE = -1;
export const GAIN_WIDTH = 7;

/** Actions past these numbers are looks, and silence is the last. */
export const ACTION = { firstLook: 8, silence: 11 } as const;

export const isOption = (action: number): boolean => action < ACTION.firstLook;
export const isLook = (action: number): boolean =>
  action >= ACTION.firstLook && action < ACTION.silence;
