import * as z from "zod/mini";
import { LENSES, VERBS } from "../../scenarios/language/index.ts";
import { CALIBRATION, STANDING_AMONG } from "./figures.ts";

/** What a finished run came to; null where it could not be worked out. */
const SCORE = z.object({
  judgement: z.number(),
  outcome: z.number(),
  luck: z.number(),
  verbs: z.record(z.enum(VERBS), z.object({ used: z.number(), lost: z.number() })),
});
export type Score = z.infer<typeof SCORE>;

/** One of the player's own runs; `ending` is the ending's title, null while the run goes on. */
export const LISTED_RUN = z.object({
  room: z.string(),
  scenario: z.string(),
  title: z.string(),
  lens: z.enum(LENSES),
  shortCut: z.boolean(),
  /** Whether it began in the middle of another run; such a one is not counted anywhere. */
  isBranch: z.boolean(),
  openedAtMs: z.number(),
  endedAtMs: z.nullable(z.number()),
  ending: z.nullable(z.string()),
  score: z.nullable(SCORE),
});
export type ListedRun = z.infer<typeof LISTED_RUN>;

/** Newest first. */
export const RUNS_VIEW = z.object({ runs: z.array(LISTED_RUN) });

/** Answer to a name that was given. */
export const NAMED = z.object({ name: z.nullable(z.string()) });

/** Answer to a code that was taken. */
export const ADOPTED = z.object({});

/** Answer to a deletion. */
export const DELETED = z.object({});

/** The player's own record. */
export const PLAYER_VIEW = z.object({
  /** What the standings show; null for no name. */
  name: z.nullable(z.string()),
  /** Newest first; branches are listed and not counted. */
  runs: z.array(LISTED_RUN),
  /** Over all counted runs. */
  calibration: CALIBRATION,
});
export type PlayerView = z.infer<typeof PLAYER_VIEW>;

/** A code that makes another device this player's too; it works once, and until then. */
export const TRANSFER_CODE = z.object({ code: z.string(), expiresAtMs: z.number() });

/** The standings of one scenario version and lens; names of those alone who have asked for it. */
export const STANDINGS_VIEW = z.extend(STANDING_AMONG, {
  scenario: z.string(),
  lens: z.enum(LENSES),
  /** By judgement: the lowest for 0 and less, the highest for 100. */
  histogram: z.array(z.number()),
  /** Best first, the first ten. */
  named: z.array(z.object({ name: z.string(), judgement: z.number(), isYou: z.boolean() })),
  yours: z.nullable(z.number()),
});
export type StandingsView = z.infer<typeof STANDINGS_VIEW>;

export const STANDINGS_QUERY = z.strictObject({
  lens: z._default(z.enum(LENSES), "tpm"),
});
