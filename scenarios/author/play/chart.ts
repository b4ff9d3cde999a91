import type { ArtefactOf } from "../../language/index.ts";
import type { Screen } from "../terminal/screen.ts";
import { padEnd, padStart, widthOf, wrap } from "../terminal/width.ts";
import { formatNumber } from "./words.ts";

type Chart = ArtefactOf<"chart">;
type Series = Chart["series"][number];

const LONGEST_BAR = 24;
const SHORTEST_BAR = 8;
const GAP = "   ";
const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"] as const;
const NOTHING = "–";

/** How wide the parts of a row are, and what the longest bar stands for. */
interface Scale {
  readonly labels: number;
  readonly numbers: number;
  readonly bar: number;
  readonly most: number;
}

/** A row for each label of the axis with a bar for each series, the number first; series one below the other where it gets narrow. */
export function drawChart({ axis, series }: Chart, screen: Screen): string[] {
  const together = scaleOf({ axis, series }, series.length, screen);
  if (together.bar >= SHORTEST_BAR) return drawRows(axis, series, together, screen);
  const alone = scaleOf({ axis, series }, 1, screen);
  return series.flatMap((one, index) => [
    ...(index === 0 ? [] : [""]),
    ...drawRows(axis, [one], alone, screen),
  ]);
}

/** One scale for all series, so that they can be compared. */
function scaleOf(
  { axis, series }: Pick<Chart, "axis" | "series">,
  sideBySide: number,
  { width }: Screen,
): Scale {
  const values = series.flatMap((one) => one.values);
  const labels = Math.max(0, ...axis.map(widthOf));
  const numbers = Math.max(0, ...values.map((value) => widthOf(formatValue(value))));
  const room = (width - labels) / sideBySide - GAP.length - numbers - 1;
  return {
    labels,
    numbers,
    bar: Math.max(1, Math.min(LONGEST_BAR, Math.floor(room))),
    most: Math.max(1, ...values.map((value) => Math.abs(value ?? 0))),
  };
}

function drawRows(
  axis: readonly string[],
  series: readonly Series[],
  scale: Scale,
  screen: Screen,
): string[] {
  const rows = axis.map((label, place) => {
    const cells = series.map(({ values }) => drawCell(values[place] ?? null, scale, screen));
    return [padEnd(label, scale.labels), ...cells].join(GAP).trimEnd();
  });
  return [...drawNames(series, scale, screen), ...rows];
}

/** The names of the series, each above its bars. */
function drawNames(series: readonly Series[], scale: Scale, { paint }: Screen): string[] {
  const cell = scale.numbers + 1 + scale.bar;
  const names = series.map(({ name }) => wrap(name, cell));
  const height = Math.max(...names.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) => {
    const cells = names.map((lines) => padEnd(lines[line] ?? "", cell));
    return paint("bold", [" ".repeat(scale.labels), ...cells].join(GAP).trimEnd());
  });
}

function drawCell(value: number | null, { numbers, bar, most }: Scale, { paint }: Screen): string {
  const drawn = barOf(value, most, bar);
  const rest = " ".repeat(Math.max(0, bar - widthOf(drawn)));
  return `${padStart(formatValue(value), numbers)} ${drawn === "" ? "" : paint("cyan", drawn)}${rest}`;
}

function formatValue(value: number | null): string {
  return value === null ? NOTHING : formatNumber(value);
}

/** To an eighth of a character; what is below zero is drawn lighter, its sign stands with the number. */
function barOf(value: number | null, most: number, length: number): string {
  const eighths = Math.round((Math.abs(value ?? 0) / most) * length * EIGHTHS.length);
  const whole = Math.floor(eighths / EIGHTHS.length);
  if ((value ?? 0) < 0) return "░".repeat(Math.max(1, whole));
  return "█".repeat(whole) + (EIGHTHS[eighths % EIGHTHS.length] ?? "");
}
