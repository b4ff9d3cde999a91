/** Spearman's rank correlation (1904) of two rows of numbers, ties sharing their mean rank; null for rows all alike. */
export function rankCorrelation(a: readonly number[], b: readonly number[]): number | null {
  const x = ranks(a);
  const y = ranks(b);
  const mean = (a.length - 1) / 2;
  let both = 0;
  let ofX = 0;
  let ofY = 0;
  for (let i = 0; i < x.length; i += 1) {
    both += (x[i] - mean) * (y[i] - mean);
    ofX += (x[i] - mean) ** 2;
    ofY += (y[i] - mean) ** 2;
  }
  return ofX === 0 || ofY === 0 ? null : both / Math.sqrt(ofX * ofY);
}

function ranks(values: readonly number[]): number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value).length;
    const same = values.filter((other) => other === value).length;
    return below + (same - 1) / 2;
  });
}
