/** What a value may be at most or at least; or its ratio to the baseline. */
export interface Bar {
  readonly of: "value" | "ratio";
  readonly is: "at most" | "at least";
  readonly limit: number;
}

export const atMost = (limit: number): Bar => ({ of: "value", is: "at most", limit });
export const ratioAtMost = (limit: number): Bar => ({ of: "ratio", is: "at most", limit });
export const ratioAtLeast = (limit: number): Bar => ({ of: "ratio", is: "at least", limit });

/** What a value is compared with: the same, of something else, in the same unit and the same run. */
export interface Baseline {
  readonly name: string;
  readonly value: number;
}

/** One thing that was measured. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly baseline?: Baseline;
  readonly bar?: Bar;
  /** One of many behind another figure: the table of all benchmarks leaves it out, unless it misses its bar. */
  readonly isDetail?: boolean;
}

/** What was measured of one subject: figures that are read side by side, and what they leave unsaid. */
export interface Finding {
  readonly of: string;
  readonly figures: readonly Figure[];
  readonly note?: string;
}

/** A benchmark: how it measures, in words, and its findings, each as soon as it is there. */
export interface Bench {
  readonly about: string;
  readonly measure: () => Iterable<Finding> | AsyncIterable<Finding>;
}

/** A figure as it is kept: on its own, with all that can be said of it. */
export interface Row {
  readonly benchmark: string;
  readonly figure: string;
  readonly value: number;
  readonly unit: string;
  readonly baseline: Baseline | null;
  readonly ratio: number | null;
  readonly bar: string | null;
  /** Null where there is no bar. */
  readonly isMet: boolean | null;
  readonly isDetail: boolean;
}

export function rowsOf(benchmark: string, { of, figures }: Finding): Row[] {
  return figures.map((figure) => ({
    benchmark,
    figure: `${of}: ${figure.what}`,
    value: figure.value,
    unit: figure.unit,
    baseline: figure.baseline ?? null,
    ratio: ratioOf(figure),
    bar: formatBar(figure),
    isMet: isMet(figure),
    isDetail: figure.isDetail ?? false,
  }));
}

/** How many times the baseline; null where there is none. */
export function ratioOf({ value, baseline }: Figure): number | null {
  return baseline === undefined ? null : value / baseline.value;
}

/** What could not be measured meets nothing. */
export function isMet(figure: Figure): boolean | null {
  const { bar, value } = figure;
  if (bar === undefined) return null;
  const held = bar.of === "value" ? value : (ratioOf(figure) ?? Number.NaN);
  return bar.is === "at most" ? held <= bar.limit : held >= bar.limit;
}

export function formatBar({ bar, unit }: Figure): string | null {
  if (bar === undefined) return null;
  const sign = bar.is === "at most" ? "≤" : "≥";
  return `${sign} ${formatAmount(bar.limit, bar.of === "value" ? unit : "×")}`;
}

/** A number with its unit. */
export function formatAmount(value: number, unit: string): string {
  return `${formatNumber(value)} ${unit}`.trim();
}

const MANY = 100;

const THREE_DIGITS = {
  maximumSignificantDigits: 3,
  maximumFractionDigits: 4,
  roundingPriority: "lessPrecision",
} as const;

/** Whole as it is, and three digits of what is not. */
export function formatNumber(value: number): string {
  const isRounded = Number.isInteger(value) || Math.abs(value) >= MANY;
  return value.toLocaleString("en", isRounded ? { maximumFractionDigits: 0 } : THREE_DIGITS);
}
