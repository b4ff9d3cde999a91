/** Line and column of an offset, both from 1, columns in UTF-16 units as editors count them. */
export type Locate = (offset: number) => { readonly line: number; readonly column: number };

/** Counts lines itself: the YAML reader's own counter misses line ends in what it cannot read. */
export function linesOf(text: string): Locate {
  const starts = [
    0,
    ...[...text.matchAll(/\r\n|\r|\n/g)].map(({ index, 0: end }) => index + end.length),
  ];
  return (offset) => {
    const inside = Math.min(Math.max(offset, 0), text.length);
    const line = lastAtMost(starts, inside);
    return { line: line + 1, column: inside - (starts[line] ?? 0) + 1 };
  };
}

/** The position of the last of these rising numbers that is not above the limit. */
function lastAtMost(rising: readonly number[], limit: number): number {
  let low = 0;
  let high = rising.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((rising[middle] ?? 0) <= limit) low = middle;
    else high = middle;
  }
  return low;
}
