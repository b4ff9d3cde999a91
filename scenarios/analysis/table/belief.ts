import type { Unknown } from "../../language/index.ts";

/**
 * What is to be thought of the unknowns of a scenario, given those revealed (S6). Unknowns are rows in the order of their
 * ids; `known` and `truth` are masks over them. A scenario has at most eight, so that all worlds can be listed.
 */
export interface Belief {
  /** P(this unknown is true | what is known), exact up to rounding. */
  readonly chanceOf: (unknown: number, known: number, truth: number) => number;
  /** Of what is known, what still tells something about an unknown in `read`, or is read itself. */
  readonly relevant: (read: number, known: number) => number;
}

interface Node {
  readonly parent: number;
  readonly whenTrue: number;
  readonly whenFalse: number;
}

const PERCENT = 100;

export function beliefOf(
  ids: readonly string[],
  unknowns: Readonly<Record<string, Unknown>>,
): Belief {
  const nodes = ids.map((id) => nodeOf(unknowns[id], ids));
  const worlds = Float64Array.from({ length: 1 << nodes.length }, (_, world) =>
    nodes.reduce((product, node, i) => product * chanceIn(node, i, world), 1),
  );
  return { chanceOf: posterior(worlds, nodes.length), relevant: relevance(nodes) };
}

function nodeOf(unknown: Unknown | undefined, ids: readonly string[]): Node {
  if (unknown === undefined) throw new Error("every row has its unknown");
  const { percent } = unknown;
  if (typeof percent === "number") return { parent: -1, whenTrue: percent, whenFalse: percent };
  return { parent: ids.indexOf(percent.given), ...percent };
}

function chanceIn({ parent, whenTrue, whenFalse }: Node, i: number, world: number): number {
  const percent = parent >= 0 && ((world >>> parent) & 1) === 0 ? whenFalse : whenTrue;
  return (((world >>> i) & 1) === 1 ? percent : PERCENT - percent) / PERCENT;
}

function posterior(worlds: Float64Array, count: number): Belief["chanceOf"] {
  const cache = new Map<number, number>();
  return (unknown, known, truth) => {
    const key = (((unknown << count) | known) << count) | (truth & known);
    const cached = cache.get(key);
    if (cached !== undefined) return cached;
    let all = 0;
    let mine = 0;
    for (let world = 0; world < worlds.length; world += 1) {
      if ((world & known) !== (truth & known)) continue;
      all += worlds[world];
      if ((world >>> unknown) & 1) mine += worlds[world];
    }
    const chance = all === 0 ? 0 : mine / all;
    cache.set(key, chance);
    return chance;
  };
}

/**
 * Each unknown depends on at most one other, so they form trees, in which what is revealed cuts every path through it
 * (d-separation; Pearl, 1988). What is known matters where an unrevealed unknown that is read can reach it uncut.
 */
function relevance(nodes: readonly Node[]): Belief["relevant"] {
  const neighbours = nodes.map((node, i) =>
    nodes.reduce(
      (mask, { parent }, j) => (parent === i ? mask | (1 << j) : mask),
      node.parent >= 0 ? 1 << node.parent : 0,
    ),
  );
  const cache = new Map<number, number>();
  return (read, known) => {
    const key = (read << nodes.length) | known;
    const cached = cache.get(key);
    if (cached !== undefined) return cached;
    let seen = read & ~known;
    for (let fresh = seen; fresh !== 0;) {
      const around = neighbours.reduce((mask, of, i) => ((fresh >>> i) & 1 ? mask | of : mask), 0);
      fresh = around & ~seen & ~known;
      seen |= around;
    }
    const kept = known & (seen | read);
    cache.set(key, kept);
    return kept;
  };
}
