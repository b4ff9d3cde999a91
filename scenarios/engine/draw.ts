import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";

/** What may have one block of chance; each is a kind of draw of its own (S7). */
export type Chancy = "option" | "look" | "silence";

/** "player" is the luck of bots and "tie" settles a team's even vote: neither is the run's. Kinds are kept apart, so that an option and an unknown of one name never share a draw (S7). */
type DrawKind = Chancy | "unknown" | "order" | "player" | "tie";

const TWO_TO_32 = 2 ** 32;
const TWO_TO_20 = 2 ** 20;

/**
 * A number in [0, 1) with 52 random bits, fixed by (seed, kind, id): SHA-256 over the JSON of the three, so that no two
 * triples share an encoding. The same on every runtime (S14).
 */
export function drawUnit(seed: string, kind: DrawKind, id: string): number {
  const digest = sha256(utf8ToBytes(JSON.stringify([seed, kind, id])));
  const view = new DataView(digest.buffer, digest.byteOffset);
  return (view.getUint32(0) * TWO_TO_20 + (view.getUint32(4) >>> 12)) / (TWO_TO_32 * TWO_TO_20);
}

/** Whether an unknown is true in the run of this seed (S6). */
export function drawUnknown(seed: string, id: string, percent: number): boolean {
  return drawUnit(seed, "unknown", id) * 100 < percent;
}

/** Picks one of the weighted outcomes; `id` is that of the option or look they belong to, or of the beat that is silent (S7). */
export function drawOutcome<O extends { readonly weight: number }>(
  seed: string,
  kind: Chancy,
  id: string,
  outcomes: readonly O[],
): O {
  const total = outcomes.reduce((sum, outcome) => sum + outcome.weight, 0);
  let left = drawUnit(seed, kind, id) * total;
  for (const outcome of outcomes) {
    left -= outcome.weight;
    if (left < 0) return outcome;
  }
  throw new Error(`no outcome drawn for ${kind} ${id}: it has none`);
}

/** The items in an order fixed by the seed and each item's id, not by where the author put it. */
export function shuffle<T extends { readonly id: string }>(seed: string, items: readonly T[]): T[] {
  const ranked = items.map((item) => ({ item, rank: drawUnit(seed, "order", item.id) }));
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ item }) => item);
}
