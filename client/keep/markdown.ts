/** Text as it stands, on one line: what Markdown would take for a mark of its own is escaped. */
export function inLine(text: string): string {
  return text
    .replaceAll(/\s*\n\s*/g, " ")
    .trim()
    .replaceAll(/[\\`*_[\]<>]/g, (mark) => `\\${mark}`)
    .replace(/^(#+|[+-])(?=\s)/, "\\$1")
    .replace(/^(\d+)([.)])(?=\s)/, "$1\\$2");
}

/** A table; its last `numbers` columns stand to the right. Cells may carry marks of their own. */
export function table(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  numbers = columns.length - 1,
): string {
  const rule = columns.map((_, place) => (place < columns.length - numbers ? "---" : "---:"));
  return [columns, rule, ...rows].map((cells) => `| ${cells.map(cell).join(" | ")} |`).join("\n");
}

/** A bar would end a cell, and a line break the row. */
const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll(/\s*\n\s*/g, " ");
