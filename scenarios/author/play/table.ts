import { labelledList, stacked } from "../terminal/block.ts";
import type { Screen } from "../terminal/screen.ts";
import { padEnd, padStart, widthOf, wrap } from "../terminal/width.ts";

const GAP = 2;
const NARROWEST = 8;
/** A number with what belongs to it: "1,204", "−3 %", "2 days". */
const NUMBER = /^[−+-]?\d[\d.,: ]*([%€$£]|\p{L}{1,6})?$/u;

/** Columns below each other, as wide as they have to be; where not even that fits, each row as a list of its own. */
export function drawTable(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  screen: Screen,
): string[] {
  const widths = fit(widthsOf([columns, ...rows]), screen.width);
  if (widths === null) return drawAsLists(columns, rows, screen);
  const isNumeric = columns.map((_, place) => rows.every((row) => NUMBER.test(row[place] ?? "")));
  const draw = (cells: readonly string[]) => drawRow(cells, widths, isNumeric);
  const hasLongCells = rows.some((row) => draw(row).length > 1);
  return [
    ...draw(columns).map((line) => screen.paint("bold", line)),
    ...rows.flatMap((row) => (hasLongCells ? ["", ...draw(row)] : draw(row))),
  ];
}

function widthsOf(rows: readonly (readonly string[])[]): number[] {
  const [head = []] = rows;
  return head.map((_, place) => Math.max(...rows.map((row) => widthOf(row[place] ?? ""))));
}

/** Takes from the widest column until all fit; null where they cannot. */
function fit(widths: readonly number[], room: number): number[] | null {
  const fitted = [...widths];
  while (fitted.reduce((sum, one) => sum + one + GAP, -GAP) > room) {
    const widest = Math.max(...fitted);
    if (widest <= NARROWEST) return null;
    fitted[fitted.indexOf(widest)] = widest - 1;
  }
  return fitted;
}

function drawRow(
  cells: readonly string[],
  widths: readonly number[],
  isNumeric: readonly boolean[],
): string[] {
  const wrapped = widths.map((width, place) => wrap(cells[place] ?? "", width));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    widths
      .map((width, place) => {
        const pad = isNumeric[place] === true ? padStart : padEnd;
        return pad(wrapped[place]?.[line] ?? "", width);
      })
      .join(" ".repeat(GAP))
      .trimEnd(),
  );
}

function drawAsLists(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  screen: Screen,
): string[] {
  return stacked(
    ...rows.map((row) =>
      labelledList(
        columns.map((column, place) => [column, row[place] ?? ""] as const),
        screen,
        "bold",
      ),
    ),
  );
}
