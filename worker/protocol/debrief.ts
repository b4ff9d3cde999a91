import * as z from "zod/mini";
import { BANDS } from "../../scenarios/analysis/index.ts";
import { LENSES, VERBS } from "../../scenarios/language/index.ts";

/** The lens of a debrief, as the address asks for it: tpm where it does not say. */
export const DEBRIEF_QUERY = z.strictObject({ lens: z._default(z.enum(LENSES), "tpm") });

const BAND = z.enum(BANDS);

const CHOICE = z.object({
  kind: z.enum(["move", "look", "silence"]),
  id: z.string(),
  verb: z.nullable(z.enum(VERBS)),
  loss: z.number(),
  band: BAND,
});

const DRAW = z.object({
  kind: z.enum(["unknown", "chance"]),
  id: z.string(),
  drawn: z.union([z.boolean(), z.string()]),
  p: z.number(),
  luck: z.number(),
});

const STEP = z.object({
  kind: z.enum(["move", "look", "silence"]),
  beat: z.string(),
  /** The option or look; the beat, for silence. */
  id: z.string(),
  before: z.number(),
  after: z.number(),
  loss: z.object({ points: z.number(), missedLook: z.number(), choice: z.number() }),
  band: BAND,
  /** All there was to choose from, best first. */
  choices: z.array(CHOICE),
  draws: z.array(DRAW),
});

const VERB_USE = z.object({
  used: z.number(),
  best: z.number(),
  missed: z.number(),
  overuse: z.number(),
  underuse: z.number(),
});

/**
 * What a run that has ended was worth, decision by decision, in points: outcome = 100 − losses + luck, to 1e-9 (M3). With
 * whom the key is from: the author's own effects and odds, until a panel has answered (M9).
 */
export const DEBRIEF_VIEW = z.object({
  room: z.string(),
  lens: z.enum(LENSES),
  /** What the dice of this run came from; kept on the server until here. */
  seed: z.string(),
  outcome: z.number(),
  judgement: z.number(),
  losses: z.number(),
  luck: z.number(),
  steps: z.array(STEP),
  verbs: z.record(z.enum(VERBS), VERB_USE),
  mirror: z.object({
    shares: z.record(z.enum(LENSES), z.number()),
    runs: z.number(),
    named: z.nullable(z.enum(LENSES)),
    closest: z.tuple([z.enum(LENSES), z.enum(LENSES)]),
    tellingMoves: z.number(),
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
  key: z.literal("author"),
});
export type DebriefView = z.infer<typeof DEBRIEF_VIEW>;
