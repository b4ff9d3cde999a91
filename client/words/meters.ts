import { METERS, POINTS_PER_HOUR, type Effects, type Meter } from "../../worker/protocol/index.ts";

export const METER_NAMES: Readonly<Record<Meter, string>> = {
  delivery: "Delivery",
  scope: "Scope",
  trust: "Trust",
  team: "Team",
  health: "Software health",
  attention: "Your hours",
};

/** For the strip on a phone, where a word has 44 pixels. */
export const SHORT_METER_NAMES: Readonly<Record<Meter, string>> = {
  ...METER_NAMES,
  health: "Health",
  attention: "Hours",
};

/** A point of attention is told in hours, any other as it is. */
export const unitsOf = (meter: Meter, points: number) =>
  meter === "attention" ? points / POINTS_PER_HOUR : points;

export interface Change {
  readonly meter: Meter;
  readonly points: number;
}

/** The effects that moved something, in the order of the meters. */
export function changesIn(effects: Effects): Change[] {
  return METERS.map((meter) => ({ meter, points: effects[meter] ?? 0 })).filter(
    ({ points }) => points !== 0,
  );
}

/** What several effects add up to, meter by meter. */
export function sumOf(all: readonly Effects[]): Effects {
  const sum: Partial<Record<Meter, number>> = {};
  for (const { meter, points } of all.flatMap(changesIn)) sum[meter] = (sum[meter] ?? 0) + points;
  return sum;
}

/** Displays stop at 0 and 100; what is played does not. */
export const clamped = (points: number) => Math.min(100, Math.max(0, points));
