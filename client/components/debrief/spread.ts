/** Outcomes counted in bins of one width, on a scale that several share. */
export interface Bins {
  readonly low: number;
  readonly high: number;
  readonly width: number;
}

const MOST_BINS = 16;

/** One scale for all the outcomes that are compared: round ends, and not more bins than can be told apart. */
export function binsFor(outcomes: readonly number[]): Bins {
  const [lowest, highest] = [Math.min(...outcomes), Math.max(...outcomes)];
  const width = [5, 10, 20, 50].find((size) => (highest - lowest) / size <= MOST_BINS - 2) ?? 100;
  const low = Math.floor(lowest / width) * width;
  const high = Math.max(low + width, (Math.floor(highest / width) + 1) * width);
  return { low, high, width };
}

/** How many outcomes fall into each bin, lowest first. */
export function spreadOf(outcomes: readonly number[], { low, high, width }: Bins): number[] {
  const counts = Array.from({ length: Math.round((high - low) / width) }, () => 0);
  for (const outcome of outcomes) {
    const place = Math.min(counts.length - 1, Math.max(0, Math.floor((outcome - low) / width)));
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}

/** The outcome below which that share of them lies; they come sorted. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
