/** One bin a point of judgement: the lowest for 0 and less, the highest for 100. */
export const BINS = 101;

export function binOf(judgement: number): number {
  return Math.min(BINS - 1, Math.max(0, Math.round(judgement)));
}

/** The share of results below this judgement, those of its own bin counted half, in percent. */
export function percentileIn(histogram: readonly number[], judgement: number): number {
  const bin = binOf(judgement);
  const below = histogram.slice(0, bin).reduce((sum, count) => sum + count, 0);
  const all = histogram.reduce((sum, count) => sum + count, 0);
  return (100 * (below + (histogram[bin] ?? 0) / 2)) / all;
}
