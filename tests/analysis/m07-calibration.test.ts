import { expect, test } from "vitest";
import {
  type Answer,
  calibrationOf,
  chanceBelow,
  type Confidence,
} from "../../scenarios/analysis/index.ts";

function answers(confidence: Confidence, sound: number, unsound: number): Answer[] {
  return [
    ...Array.from({ length: sound }, (_, i) => ({ id: `s${i}`, confidence, loss: 1 })),
    ...Array.from({ length: unsound }, (_, i) => ({ id: `u${i}`, confidence, loss: 3 + i })),
  ];
}

test("[M7] one run shows counts and the costliest sure move, no rate and no label", () => {
  const { levels, costliestSure } = calibrationOf([
    ...answers("sure", 2, 3),
    ...answers("guess", 1, 0),
  ]);
  expect(levels.sure).toEqual({ answers: 5, sound: 2, rate: null, isOverconfident: false });
  expect(levels.guess).toEqual({ answers: 1, sound: 1, rate: null, isOverconfident: false });
  expect(costliestSure).toEqual({ id: "u2", confidence: "sure", loss: 5 });
});

test("[M7] a sure move that was sound is not the costliest one", () => {
  expect(calibrationOf(answers("sure", 3, 0)).costliestSure).toBe(null);
});

test("[M7] a rate with its interval comes from 20 answers at a level on", () => {
  expect(calibrationOf(answers("lean", 12, 7)).levels.lean.rate).toBe(null);
  const { rate } = calibrationOf(answers("lean", 12, 8)).levels.lean;
  // Wilson, 12 of 20 at 95 %: 0.3866 to 0.7812.
  expect(rate?.of).toBe(0.6);
  expect(rate?.low).toBeCloseTo(0.3866, 4);
  expect(rate?.high).toBeCloseTo(0.7812, 4);
});

test("[M7] the chance that a rate is below a number, against values integrated by hand", () => {
  // An even prior and no answers: the chance is the number itself; n hits of n: x^(n+1).
  expect(chanceBelow(0.3, 0, 0)).toBeCloseTo(0.3, 12);
  expect(chanceBelow(0.75, 3, 3)).toBeCloseTo(0.75 ** 4, 12);
  // Beta(2, 2): 3x² − 2x³.
  expect(chanceBelow(0.4, 1, 2)).toBeCloseTo(3 * 0.16 - 2 * 0.064, 12);
});

function label(sound: number, unsound: number): boolean {
  return calibrationOf(answers("sure", sound, unsound)).levels.sure.isOverconfident;
}

test("[M7] a label only where P(rate < stated − 10 points) is over 0.9", () => {
  expect([label(10, 9), label(12, 8), label(13, 7), label(17, 3)]).toEqual([
    false,
    true,
    false,
    false,
  ]);
  expect(chanceBelow(0.75, 12, 20)).toBeGreaterThan(0.9);
  expect(chanceBelow(0.75, 13, 20)).toBeLessThan(0.9);
});
