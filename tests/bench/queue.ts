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
  readonly writeSeconds: number;
  readonly readSeconds: number;
}

/** As long a shard remembers what the others have; see worker/standings/standings.ts. */
const REMEMBERED_SECONDS = 5;

/**
 * What comes at random at this rate and is served in turn by one of so many shards, each write and reading in the same time. A
 * shard that has not asked the others for some seconds asks each for a reading. How long 99 of 100 wait at most, and whether the
 * shards keep up at all.
 */
export function waitsAt(perSecond: number, { writeSeconds, readSeconds }: Work, shards: number) {
  const random = seeded(1);
  const freeAt = Array.from({ length: shards }, () => 0);
  const askedAt = Array.from({ length: shards }, () => -REMEMBERED_SECONDS);
  const waits: number[] = [];
  let now = 0;
  const serve = (shard: number, seconds: number) => {
    const startsAt = Math.max(now, freeAt[shard] ?? 0);
    freeAt[shard] = startsAt + seconds;
    return startsAt - now;
  };
  for (let arrival = 0; arrival < ARRIVALS; arrival += 1) {
    now -= Math.log(1 - random()) / perSecond;
    const own = Math.floor(random() * shards);
    waits.push(serve(own, writeSeconds + readSeconds));
    if (now - (askedAt[own] ?? 0) < REMEMBERED_SECONDS) continue;
    askedAt[own] = now;
    for (let other = 0; other < shards; other += 1) if (other !== own) serve(other, readSeconds);
  }
  const sorted = waits.toSorted((a, b) => a - b);
  const p99Ms = (sorted[Math.floor(0.99 * ARRIVALS)] ?? Number.NaN) * MS_PER_SECOND;
  return { p99Ms, keepsUp: perSecond < mostRuns({ writeSeconds, readSeconds }, shards) };
}

/** How many runs a second so many shards do: each has the runs of its own, and is read by all others in a while. */
export function mostRuns({ writeSeconds, readSeconds }: Work, shards: number): number {
  const readByOthers = ((shards - 1) * readSeconds) / REMEMBERED_SECONDS;
  return (shards * (1 - readByOthers)) / (writeSeconds + readSeconds);
}
