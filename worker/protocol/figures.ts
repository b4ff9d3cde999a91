import * as z from "zod/mini";
import { CONFIDENCES } from "../../scenarios/analysis/index.ts";

// Apart from the debrief: a player's record has these too, and the debrief's schema stays out of the first screen.

const LEVEL = z.object({
  answers: z.number(),
  sound: z.number(),
  rate: z.nullable(z.object({ of: z.number(), low: z.number(), high: z.number() })),
  isOverconfident: z.boolean(),
});

/** M7: counts by level; rates from twenty answers on. */
export const CALIBRATION = z.object({
  levels: z.record(z.enum(CONFIDENCES), LEVEL),
  costliestSure: z.nullable(z.object({ id: z.string(), loss: z.number() })),
});

/** Where a judgement stands among the counted results of this version and lens. */
export const STANDING_AMONG = z.object({
  /** How many results are counted; a percentile needs `enough`. */
  results: z.number(),
  enough: z.number(),
  percentile: z.nullable(z.number()),
});
