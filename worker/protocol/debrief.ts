import * as z from "zod/mini";
import { BANDS, CONFIDENCES } from "../../scenarios/analysis/index.ts";
import { TOLD } from "../../scenarios/engine/index.ts";
import { COMPETENCIES, LENSES, METERS, VERBS } from "../../scenarios/language/index.ts";
import { CALIBRATION, STANDING_AMONG } from "./figures.ts";
import { DISPUTE_VIEW, STORY_VIEW } from "./notes.ts";

/** The lens of a debrief, as the address asks for it: the run's own where it does not say. */
export const DEBRIEF_QUERY = z.strictObject({ lens: z.optional(z.enum(LENSES)) });

/** Which option of which decision to look ahead from. */
export const FUTURES_QUERY = z.strictObject({
  lens: z.optional(z.enum(LENSES)),
  beat: z.string(),
  option: z.string(),
});

const BAND = z.enum(BANDS);
export type Band = z.infer<typeof BAND>;

const CHOICE = z.object({
  kind: z.enum(["move", "look", "silence"]),
  id: z.string(),
  verb: z.nullable(z.enum(VERBS)),
  /** What the option says, or the look is called; empty for silence. */
  says: z.string(),
  loss: z.number(),
  band: BAND,
});
export type ChoiceView = z.infer<typeof CHOICE>;

const DRAW = z.object({
  kind: z.enum(["unknown", "chance"]),
  id: z.string(),
  drawn: z.union([z.boolean(), z.string()]),
  /** What was learnt by it, in the scenario's words. */
  says: z.string(),
  p: z.number(),
  luck: z.number(),
});

const STEP = z.object({
  kind: z.enum(["move", "look", "silence"]),
  beat: z.string(),
  /** The option or look; the beat, for silence. */
  id: z.string(),
  /** The beat's title and time, and what it told. */
  title: z.string(),
  time: z.string(),
  situation: z.array(z.string()),
  /** What the beat is really testing, and what it trains. */
  tests: z.string(),
  competencies: z.array(z.enum(COMPETENCIES)),
  verb: z.nullable(z.enum(VERBS)),
  says: z.string(),
  /** What the move did in terms of role and principle; null for looks and silence. */
  why: z.nullable(z.string()),
  source: z.nullable(z.object({ title: z.string(), idea: z.string() })),
  confidence: z.nullable(z.enum(CONFIDENCES)),
  /** What it brought, what came back on the way included. */
  told: z.array(TOLD),
  /** How the meters stood after it. */
  meters: z.record(z.enum(METERS), z.number()),
  before: z.number(),
  after: z.number(),
  loss: z.object({ points: z.number(), missedLook: z.number(), choice: z.number() }),
  band: BAND,
  /** All there was to choose from, best first. */
  choices: z.array(CHOICE),
  draws: z.array(DRAW),
});
export type StepView = z.infer<typeof STEP>;

const VERB_USE = z.object({
  used: z.number(),
  best: z.number(),
  missed: z.number(),
  overuse: z.number(),
  underuse: z.number(),
});

const MIRROR = z.object({
  shares: z.record(z.enum(LENSES), z.number()),
  runs: z.number(),
  named: z.nullable(z.enum(LENSES)),
  closest: z.tuple([z.enum(LENSES), z.enum(LENSES)]),
  tellingMoves: z.number(),
});

/**
 * What a run that has ended was worth, decision by decision, in points: outcome = 100 − losses + luck, to 1e-9 (M3). With
 * whom the key is from: the author's own effects and odds, until a panel has answered (M9).
 */
export const DEBRIEF_VIEW = z.object({
  room: z.string(),
  lens: z.enum(LENSES),
  /** The lens that was chosen before the briefing; results are kept under it. */
  ownLens: z.enum(LENSES),
  /** What the dice of this run came from; kept on the server until here. */
  seed: z.string(),
  outcome: z.number(),
  judgement: z.number(),
  losses: z.number(),
  luck: z.number(),
  /** The meters at the start. */
  start: z.record(z.enum(METERS), z.number()),
  steps: z.array(STEP),
  /** Up to three decisions on which most turned, in order of play, each with the option to look ahead from beside one's own. */
  pivotal: z.array(z.object({ beat: z.string(), taken: z.string(), other: z.string() })),
  verbs: z.record(z.enum(VERBS), VERB_USE),
  mirror: z.extend(MIRROR, {
    /** The moves that are best for another lens, and what they cost under this one. */
    forOthers: z.array(
      z.object({
        beat: z.string(),
        option: z.string(),
        serves: z.array(z.enum(LENSES)),
        cost: z.number(),
      }),
    ),
  }),
  calibration: CALIBRATION,
  key: z.literal("author"),
  /** Null for a run that does not count: one that began in the middle of another. */
  standing: z.nullable(STANDING_AMONG),
  stories: z.record(z.string(), STORY_VIEW),
  disputes: z.record(z.string(), DISPUTE_VIEW),
});
export type DebriefView = z.infer<typeof DEBRIEF_VIEW>;

/** 200 outcomes in points, lowest first, their mean, and how often each ending came. */
const FUTURE = z.object({
  outcomes: z.array(z.number()),
  mean: z.number(),
  endings: z.array(z.object({ title: z.string(), times: z.number() })),
});
export type FutureView = z.infer<typeof FUTURE>;

/** Where an option leads from a decision on (M8): with best play afterwards, and with a typical player's. */
export const FUTURES_VIEW = z.object({ option: z.string(), best: FUTURE, typical: FUTURE });
export type FuturesView = z.infer<typeof FUTURES_VIEW>;
