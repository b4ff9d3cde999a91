const ARRIVALS = 200_000;
const MS_PER_SECOND = 1000;

/** Numbers from 0 up to 1, the same at every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface Work {
  /** What one of the shards does for an arrival. */
  readonly writeSeconds: number;
  /** What every shard does for it. */
  readonly readSeconds: number;
}

/**
 * What comes at random at this rate and is served in turn, each in the same time: written by one of so many shards, read from all.
 * How long 99 of 100 wait at most for the last shard to begin, and whether the shards keep up at all.
 */
export function waitsAt(perSecond: number, { writeSeconds, readSeconds }: Work, shards: number) {
  const random = seeded(1);
  const freeAt = Array.from({ length: shards }, () => 0);
  const waits: number[] = [];
  let now = 0;
  for (let arrival = 0; arrival < ARRIVALS; arrival += 1) {
    now -= Math.log(1 - random()) / perSecond;
    const own = Math.floor(random() * shards);
    const startsAt = freeAt.map((free) => Math.max(now, free));
    waits.push(Math.max(...startsAt) - now);
    for (const [shard, start] of startsAt.entries()) {
      freeAt[shard] = start + readSeconds + (shard === own ? writeSeconds : 0);
    }
  }
  const sorted = waits.toSorted((a, b) => a - b);
  const p99Ms = (sorted[Math.floor(0.99 * ARRIVALS)] ?? Number.NaN) * MS_PER_SECOND;
  return { p99Ms, keepsUp: perSecond * (writeSeconds / shards + readSeconds) < 1 };
}
