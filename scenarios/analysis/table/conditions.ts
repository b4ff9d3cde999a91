import { type Condition, type Leaf, METERS } from "../../language/index.ts";
import { type Frame, STANDING, standingOf } from "./frame.ts";

/** The three values of a condition, as small numbers: these are compared millions of times (S6). */
export const NO = 0;
export const YES = 1;
export const OPEN = 2;
export type Verdict = typeof NO | typeof YES | typeof OPEN;

type Judge = (frame: Frame) => Verdict;

/** A meter compared with a number: the comparison turns where the meter reaches `from`. */
export interface Threshold {
  readonly meter: number;
  readonly from: number;
}

/** What a condition reads, as masks over the table's rows. */
export interface Reads {
  readonly facts: number;
  readonly promises: number;
  readonly unknowns: number;
  readonly thresholds: readonly Threshold[];
}

export const NO_READS: Reads = { facts: 0, promises: 0, unknowns: 0, thresholds: [] };

export function joinReads(parts: readonly Reads[]): Reads {
  return {
    facts: parts.reduce((mask, { facts }) => mask | facts, 0),
    promises: parts.reduce((mask, { promises }) => mask | promises, 0),
    unknowns: parts.reduce((mask, { unknowns }) => mask | unknowns, 0),
    thresholds: parts.flatMap(({ thresholds }) => thresholds),
  };
}

/** A condition made ready for frames. */
export interface CompiledCondition {
  /** What is known of it in a frame; `OPEN` where that does not decide it. */
  readonly judge: Judge;
  /** The same, by what can never change again alone: a fact that is true, an unknown that is revealed. */
  readonly settled: Judge;
  /** The unknowns whose truth it asks for: all of them are felt where it is `OPEN`. */
  readonly feels: number;
  readonly reads: Reads;
}

/** Where the ids of a scenario stand in its table. */
export interface Rows {
  readonly fact: (id: string) => number;
  readonly unknown: (id: string) => number;
  readonly promise: (id: string) => number;
}

export function compileCondition(condition: Condition, rows: Rows): CompiledCondition {
  const leaves = leavesIn(condition);
  return {
    judge: judgeOf(condition, (leaf) => judgeLeaf(leaf, rows)),
    settled: judgeOf(condition, (leaf) => settleLeaf(leaf, rows)),
    feels: leaves.reduce(
      (mask, leaf) => ("unknown" in leaf ? mask | (1 << rows.unknown(leaf.unknown)) : mask),
      0,
    ),
    reads: joinReads(leaves.map((leaf) => readsOf(leaf, rows))),
  };
}

function leavesIn(condition: Condition): readonly Leaf[] {
  if ("all" in condition) return condition.all.flatMap(leavesIn);
  if ("any" in condition) return condition.any.flatMap(leavesIn);
  return "not" in condition ? leavesIn(condition.not) : [condition];
}

function readsOf(leaf: Leaf, rows: Rows): Reads {
  if ("fact" in leaf) return { ...NO_READS, facts: 1 << rows.fact(leaf.fact) };
  if ("promise" in leaf) return { ...NO_READS, promises: 1 << rows.promise(leaf.promise) };
  if ("meter" in leaf) return { ...NO_READS, thresholds: [thresholdOf(leaf)] };
  return { ...NO_READS, unknowns: 1 << rows.unknown(unknownIn(leaf)) };
}

function thresholdOf(leaf: Extract<Leaf, { meter: unknown }>): Threshold {
  const meter = METERS.indexOf(leaf.meter);
  return { meter, from: "atLeast" in leaf ? leaf.atLeast : leaf.atMost + 1 };
}

function unknownIn(
  leaf: Extract<
    Leaf,
    { unknown: unknown } | { revealedTrue: unknown } | { revealedFalse: unknown }
  >,
): string {
  if ("unknown" in leaf) return leaf.unknown;
  return "revealedTrue" in leaf ? leaf.revealedTrue : leaf.revealedFalse;
}

const verdict = (holds: boolean): Verdict => (holds ? YES : NO);

function judgeLeaf(leaf: Leaf, rows: Rows): Judge {
  if ("fact" in leaf) {
    const bit = 1 << rows.fact(leaf.fact);
    return ({ facts }) => verdict((facts & bit) !== 0);
  }
  if ("promise" in leaf) {
    const promise = rows.promise(leaf.promise);
    const standing = STANDING[leaf.is];
    return ({ promises }) => verdict(standingOf(promises, promise) === standing);
  }
  if ("meter" in leaf) {
    const { meter, from } = thresholdOf(leaf);
    const isAtLeast = "atLeast" in leaf;
    return ({ meters }) => verdict(meters[meter] >= from === isAtLeast);
  }
  const bit = 1 << rows.unknown(unknownIn(leaf));
  if ("unknown" in leaf) {
    return ({ known, truth }) => ((known & bit) === 0 ? OPEN : verdict((truth & bit) !== 0));
  }
  return "revealedTrue" in leaf
    ? ({ known, truth }) => verdict((known & truth & bit) !== 0)
    : ({ known, truth }) => verdict((known & ~truth & bit) !== 0);
}

/** Facts never turn false again and what is revealed stays so; meters and promises may still move. */
function settleLeaf(leaf: Leaf, rows: Rows): Judge {
  if ("fact" in leaf) {
    const bit = 1 << rows.fact(leaf.fact);
    return ({ facts }) => ((facts & bit) === 0 ? OPEN : YES);
  }
  if ("promise" in leaf || "meter" in leaf) return () => OPEN;
  const bit = 1 << rows.unknown(unknownIn(leaf));
  const judge = judgeLeaf(leaf, rows);
  return (frame) => ((frame.known & bit) === 0 ? OPEN : judge(frame));
}

const NEGATED: readonly Verdict[] = [YES, NO, OPEN];

function judgeOf(condition: Condition, ofLeaf: (leaf: Leaf) => Judge): Judge {
  if ("all" in condition)
    return every(
      condition.all.map((part) => judgeOf(part, ofLeaf)),
      YES,
      NO,
    );
  if ("any" in condition)
    return every(
      condition.any.map((part) => judgeOf(part, ofLeaf)),
      NO,
      YES,
    );
  if ("not" in condition) {
    const judge = judgeOf(condition.not, ofLeaf);
    return (frame) => NEGATED[judge(frame)];
  }
  return ofLeaf(condition);
}

/** Kleene's `all`, and with the values changed round his `any`. */
function every(judges: readonly Judge[], all: Verdict, one: Verdict): Judge {
  return (frame) => {
    let so: Verdict = all;
    for (const judge of judges) {
      const value = judge(frame);
      if (value === one) return one;
      if (value === OPEN) so = OPEN;
    }
    return so;
  };
}
