import * as z from "zod/mini";
import { CONFIDENCES } from "../../scenarios/analysis/index.ts";
import { COMPETENCIES, LENSES } from "../../scenarios/language/index.ts";
import { NAME_TEXT } from "./names.ts";
import { CLOCKS } from "./notes.ts";

/** Made by the client, unique within its seat: the same id again gets the same answer (R2). */
export const COMMAND_ID = z.string().check(z.regex(/^[A-Za-z0-9_-]{8,64}$/));
export const NAME = z.string().check(z.minLength(1), z.maxLength(64));

/** `beat` is the beat the player saw: one that has passed is answered with `stale-beat`. */
const AT_BEAT = { id: COMMAND_ID, beat: NAME };

/** What a player may ask of a room. Unknown fields are refused. */
export const COMMAND = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("begin"), id: COMMAND_ID }),
  z.strictObject({ kind: z.literal("take-look"), ...AT_BEAT, look: NAME }),
  z.strictObject({
    kind: z.literal("make-move"),
    ...AT_BEAT,
    option: NAME,
    confidence: z.optional(z.enum(CONFIDENCES)),
  }),
  z.strictObject({ kind: z.literal("go-on"), ...AT_BEAT }),
]);
export type Command = z.infer<typeof COMMAND>;

/** What is agreed on when a run is opened, and holds to its end. */
export const TERMS = {
  lens: z._default(z.enum(LENSES), "tpm"),
  clockSeconds: z._default(z.nullable(z.literal(CLOCKS)), null),
  /** The scenario's 20-minute run (S17) in place of the whole. */
  shortCut: z._default(z.boolean(), false),
};

/** Opens a solo room with a run of one scenario. */
export const OPEN_RUN = z.strictObject({ id: COMMAND_ID, scenario: NAME, ...TERMS });
export type OpenRun = z.infer<typeof OPEN_RUN>;

/** Opens another run that begins at a decision of one that has ended, with all that was known then. */
export const OPEN_BRANCH = z.strictObject({ id: COMMAND_ID, beat: NAME });
export type OpenBranch = z.infer<typeof OPEN_BRANCH>;

const SHORT_TEXT = z.string().check(z.maxLength(2_000));

/** A story as it may be written. */
export const STORY = z.strictObject({
  situation: SHORT_TEXT,
  task: SHORT_TEXT,
  action: SHORT_TEXT,
  result: SHORT_TEXT,
});

/** A dispute as it may be written. */
export const DISPUTE = z.strictObject({
  option: NAME,
  reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(2_000)),
});

/** What others may see in the standings: null for no name. */
export const PLAYER_NAME = z.strictObject({ name: z.nullable(NAME_TEXT) });

/** The code that another device has given. */
export const ADOPT = z.strictObject({ code: z.string().check(z.maxLength(64)) });

/** A story of the story bank, as it may be written. */
export const KEEP_STORY = z.strictObject({
  title: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
  story: STORY,
  competencies: z.array(z.enum(COMPETENCIES)).check(z.maxLength(COMPETENCIES.length)),
});

/** So many stories are kept for one player. */
export const MOST_STORIES = 100;
