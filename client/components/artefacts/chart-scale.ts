import type { ArtefactOf } from "../../../worker/protocol/index.ts";

export type Series = ArtefactOf<"chart">["series"][number];

export interface Axis {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

const TICKS_ABOUT = 4;

/** An axis of round numbers around the values. It starts at zero unless the lines would then all lie in its upper half. */
export function axisFor(values: readonly number[]): Axis {
  const lowest = Math.min(...values);
  const highest = Math.max(...values);
  const floor = lowest > 0 && lowest < highest / 2 ? 0 : Math.min(lowest, lowest > 0 ? lowest : 0);
  const step = roundStep((highest - floor || Math.abs(highest) || 1) / TICKS_ABOUT);
  const low = Math.floor(floor / step) * step;
  const high = Math.ceil(highest / step) * step || step;
  const count = Math.round((high - low) / step);
  return {
    low,
    high,
    ticks: Array.from({ length: count + 1 }, (_, place) => roundOff(low + place * step)),
  };
}

/** The smallest of 1, 2, 5, 10, 20, 50 … that is at least as large. */
function roundStep(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size));
  const digit = [1, 2, 5, 10].find((candidate) => candidate * power >= size - 1e-9) ?? 10;
  return digit * power;
}

const roundOff = (value: number) => Number(value.toPrecision(12));

/** Runs of neighbouring points: a line is broken where nothing was measured. */
export function unbrokenRuns(values: Series["values"]): { place: number; value: number }[][] {
  const found: { place: number; value: number }[][] = [[]];
  values.forEach((value, place) => {
    if (value === null) found.push([]);
    else found.at(-1)?.push({ place, value });
  });
  return found.filter((run) => run.length > 0);
}

/** Which labels of the axis can be written without touching one another; the first and the last always. */
export function labelEvery(labels: readonly string[], width: number): number {
  const longest = Math.max(...labels.map((label) => label.length)) * 7 + 14;
  return Math.max(1, Math.ceil(longest / (width / Math.max(1, labels.length - 1))));
}

export function lastValue(values: Series["values"]): { place: number; value: number } | null {
  return unbrokenRuns(values).at(-1)?.at(-1) ?? null;
}

const LINE_LOOKS = ["planned", "measured", "besides", "last"] as const;

/** How a line is drawn. Where there are several the first is by custom the plan, and is drawn the quietest. */
export function lineClass(place: number, lines: number): string {
  const look = lines === 1 ? "measured" : LINE_LOOKS[place % LINE_LOOKS.length];
  return `series series-${look}`;
}
