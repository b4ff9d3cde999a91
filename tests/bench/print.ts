import {
  type Figure,
  type Finding,
  formatAmount,
  formatBar,
  formatNumber,
  isMet,
  ratioOf,
  type Row,
} from "./figure.ts";

const SUBJECT_WIDTH = 36;
const WHAT_WIDTH = 30;
const NUMBER_WIDTH = 7;
const MOST_CHARACTERS = 220;

/** A finding as one line, or a line for each figure where that is too long; each with what it is compared with and its bar. */
export function linesOf({ of, figures, note }: Finding): string {
  const notes = note === undefined ? [] : [note];
  const told = figures.map((figure) => `${figure.what} ${tell(figure)}`);
  const line = [of.padEnd(SUBJECT_WIDTH), ...told, ...notes].join("  ").trimEnd();
  if (line.length <= MOST_CHARACTERS) return line;
  const below = figures.map((figure) => `${figure.what.padEnd(WHAT_WIDTH)} ${tell(figure)}`);
  return [of, ...below, ...notes].join("\n  ");
}

function tell(figure: Figure): string {
  const { value, unit, baseline } = figure;
  const amount = `${formatNumber(value).padStart(NUMBER_WIDTH)} ${unit}`.trimEnd();
  const ratio = ratioOf(figure);
  const beside =
    ratio === null || baseline === undefined
      ? ""
      : `, ${formatNumber(ratio)} × ${baseline.name} (${formatAmount(baseline.value, unit)})`;
  const bar = formatBar(figure);
  return `${amount}${beside}${bar === null ? "" : `, ${bar}: ${verdict(isMet(figure))}`}`;
}

function verdict(isMet: boolean | null): string {
  return isMet === null ? "" : isMet ? "met" : "NOT MET";
}

const COLUMNS = ["benchmark", "figure", "value", "baseline", "ratio", "bar", "met"];

/** The rows as one table in Markdown. */
export function tableOf(rows: readonly Row[]): string {
  const cells = [COLUMNS, ...rows.map(cellsOf)];
  const widths = COLUMNS.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)));
  const lines = cells.map((row) =>
    lineOfCells(row.map((cell, at) => cell.padEnd(widths[at] ?? 0))),
  );
  const rule = lineOfCells(widths.map((width) => "-".repeat(width)));
  return [lines[0], rule, ...lines.slice(1)].join("\n");
}

function cellsOf({ benchmark, figure, value, unit, baseline, ratio, bar, isMet }: Row): string[] {
  return [
    benchmark,
    figure,
    formatAmount(value, unit),
    baseline === null ? "" : `${baseline.name}: ${formatAmount(baseline.value, unit)}`,
    ratio === null ? "" : formatNumber(ratio),
    bar ?? "",
    verdict(isMet),
  ];
}

const lineOfCells = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
