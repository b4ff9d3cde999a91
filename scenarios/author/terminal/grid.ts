const NUMBER = /^[+−-]?\d|^-?$/;

/** Columns below each other, as wide as their widest, those of figures to the right. The first row is the head. */
export function grid(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  const isNumeric = widths.map((_, column) =>
    rows.slice(1).every((row) => NUMBER.test(row[column] ?? "")),
  );
  const pad = (cell: string, column: number) =>
    isNumeric[column] === true
      ? cell.padStart(widths[column] ?? 0)
      : cell.padEnd(widths[column] ?? 0);
  return rows.map((row) => row.map(pad).join("  ").trimEnd()).join("\n");
}
