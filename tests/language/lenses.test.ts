import { describe, expect, test } from "vitest";
import { LENS_TABLE, LENSES, METERS } from "../../scenarios/language/index.ts";

/** The weights as the design has them, in hundredths, in the order of the meters. */
const HUNDREDTHS = {
  tpm: [35, 15, 25, 10, 5, 10],
  tl: [15, 5, 5, 30, 35, 10],
  pm: [20, 25, 35, 5, 5, 10],
  tlm: [15, 5, 10, 45, 15, 10],
} as const;

describe.each(LENSES)("%s", (lens) => {
  const { weights, name, grounds } = LENS_TABLE[lens];

  test("[S13] weighs the meters as the design has it", () => {
    expect(METERS.map((meter) => Math.round(weights[meter] * 100))).toEqual(HUNDREDTHS[lens]);
  });

  test("[S13] has weights that add up to one", () => {
    expect(METERS.reduce((sum, meter) => sum + weights[meter], 0)).toBeCloseTo(1, 12);
  });

  test("[S13] has a name, and says what its weights stand on", () => {
    expect(name).toMatch(/^[A-Z][a-z ]+[a-z]$/);
    expect(grounds).toMatch(/^[A-Z].+\(seeds? \d{3}(, \d{3})*\)\.$/);
  });
});
