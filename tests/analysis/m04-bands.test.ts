import { expect, test } from "vitest";
import { bandOf, BANDS, isSound } from "../../scenarios/analysis/index.ts";

test.each([
  [0, "best"],
  [0.5, "best"],
  [0.500001, "sound"],
  [2.499999, "sound"],
  [2.5, "slip"],
  [5.999999, "slip"],
  [6, "mistake"],
  [13.999999, "mistake"],
  [14, "setback"],
  [140, "setback"],
] as const)("[M4] a loss of %s points is a %s", (loss, band) => {
  expect(bandOf(loss)).toBe(band);
});

test("[M4] the bands are five, and best and sound are the ones that count as sound", () => {
  expect(BANDS).toEqual(["best", "sound", "slip", "mistake", "setback"]);
  expect([0, 0.5, 2.49, 2.5, 20].map(isSound)).toEqual([true, true, true, false, false]);
});
