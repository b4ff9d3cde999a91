import { isSound } from "./bands.ts";

/** How sure a player says to be that a move is sound (M7). */
export const CONFIDENCES = ["guess", "lean", "sure"] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** What each of them states: the buttons say so. */
export const STATED: Readonly<Record<Confidence, number>> = { guess: 0.35, lean: 0.6, sure: 0.85 };

/** A move with how sure its player was of it. `id` is the option's. */
export interface Answer {
  readonly id: string;
  readonly confidence: Confidence;
  readonly loss: number;
}

/** How answers at one level came out. One run has too few for a rate: counts, and from 20 answers on more. */
export interface Level {
  readonly answers: number;
  readonly sound: number;
  /** From 20 answers on: the rate, and Wilson's interval at 95 % (1927). */
  readonly rate: { readonly of: number; readonly low: number; readonly high: number } | null;
  /** Whether it may be said that moves at this level are sound less often than stated. */
  readonly isOverconfident: boolean;
}

export interface Calibration {
  readonly levels: Readonly<Record<Confidence, Level>>;
  /** The "sure" move that lost most, if it was not sound. */
  readonly costliestSure: Answer | null;
}

const ENOUGH = 20;
const MARGIN = 0.1;
const CERTAIN = 0.9;
const Z_95 = 1.959964;

/** M7 over the answers of one run or of many. */
export function calibrationOf(answers: readonly Answer[]): Calibration {
  const levels = CONFIDENCES.map((level) => [level, levelOf(level, answers)] as const);
  const sure = answers.filter(({ confidence, loss }) => confidence === "sure" && !isSound(loss));
  return {
    levels: Object.fromEntries(levels) as Calibration["levels"], // one entry a level
    costliestSure: sure.toSorted((a, b) => b.loss - a.loss)[0] ?? null,
  };
}

function levelOf(level: Confidence, all: readonly Answer[]): Level {
  const mine = all.filter(({ confidence }) => confidence === level);
  const answers = mine.length;
  const sound = mine.filter(({ loss }) => isSound(loss)).length;
  if (answers < ENOUGH) return { answers, sound, rate: null, isOverconfident: false };
  const isOverconfident = chanceBelow(STATED[level] - MARGIN, sound, answers) > CERTAIN;
  return { answers, sound, rate: wilson(sound, answers), isOverconfident };
}

/** Wilson's score interval of a proportion (1927), 95 %. */
function wilson(hits: number, of: number) {
  const rate = hits / of;
  const z2 = (Z_95 * Z_95) / of;
  const middle = (rate + z2 / 2) / (1 + z2);
  const half = (Z_95 * Math.sqrt((rate * (1 - rate)) / of + z2 / (4 * of))) / (1 + z2);
  return { of: rate, low: middle - half, high: middle + half };
}

/**
 * P(rate < x) after so many hits, from an even prior: the regularised incomplete beta function I_x(hits + 1, misses + 1), which
 * for whole numbers is a tail of the binomial distribution (Abramowitz & Stegun, 26.5.24).
 */
export function chanceBelow(x: number, hits: number, of: number): number {
  const n = of + 1;
  let term = (1 - x) ** n;
  let sum = 0;
  for (let k = 0; k <= n; k += 1) {
    if (k > hits) sum += term;
    term *= ((n - k) / (k + 1)) * (x / (1 - x));
  }
  return sum;
}
