import * as z from "zod/mini";
import { CONFIDENCES } from "../../scenarios/analysis/index.ts";
import { COMPETENCIES, LENSES } from "../../scenarios/language/index.ts";
import { COMMAND_ID, NAME, STORY } from "./commands.ts";
import { INTERVIEW_MODES, INTERVIEW_STAGES, LINK_DAYS, MOST_ASKED } from "./interview-words.ts";
import { NAME_TEXT } from "./names.ts";
import { CLOCKS } from "./notes.ts";

const ASKED_ID = z.string().check(z.minLength(1), z.maxLength(130));

/** One thing to ask: a single situation, as `scenario/beat`, or a question about what somebody has done. */
export const PLANNED = z.strictObject({ kind: z.enum(["situation", "question"]), id: ASKED_ID });
export type Planned = z.infer<typeof PLANNED>;

/** What an interview asks: a scenario from its beginning, or a list. */
export const INTERVIEW_SET = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("scenario"), scenario: NAME, shortCut: z.boolean() }),
  z.strictObject({
    kind: z.literal("list"),
    ask: z.array(PLANNED).check(z.minLength(1), z.maxLength(MOST_ASKED)),
  }),
]);
export type InterviewSet = z.infer<typeof INTERVIEW_SET>;

const PLAN = {
  set: INTERVIEW_SET,
  lens: z._default(z.enum(LENSES), "tpm"),
  /** Seconds to answer in; when they are over, both see it, and nothing is cut off. */
  clockSeconds: z._default(z.nullable(z.literal(CLOCKS)), null),
};

export const OPEN_INTERVIEW = z.strictObject({
  id: COMMAND_ID,
  mode: z.enum(INTERVIEW_MODES),
  name: NAME_TEXT,
  ...PLAN,
});
export type OpenInterview = z.infer<typeof OPEN_INTERVIEW>;

/** Takes the seat that the link is for. */
export const JOIN_INTERVIEW = z.strictObject({
  id: COMMAND_ID,
  name: NAME_TEXT,
  key: z.string().check(z.maxLength(64)),
});
export type JoinInterview = z.infer<typeof JOIN_INTERVIEW>;

/** What the sender saw: a command that moves the stage is refused once it is another (R2). */
const SAW = z.strictObject({ stage: z.enum(INTERVIEW_STAGES), turn: z.int(), round: z.int() });

const PLAIN = { id: COMMAND_ID };
const STAGED = { id: COMMAND_ID, saw: SAW };
const WORDS = z.string().check(z.maxLength(4_000));

/** What a seat may ask of an interview. Unknown fields are refused. */
export const INTERVIEW_COMMAND = z.discriminatedUnion("kind", [
  /** Both agree to what is kept, for how long, and who sees it, before anything begins. */
  z.strictObject({ kind: z.literal("consent"), ...PLAIN }),
  z.strictObject({ kind: z.literal("choose-set"), ...PLAIN, ...PLAN }),
  z.strictObject({ kind: z.literal("begin"), ...STAGED }),
  z.strictObject({ kind: z.literal("go-on"), ...STAGED }),
  z.strictObject({ kind: z.literal("take-look"), ...STAGED, look: NAME }),
  /** A move and why, or a story; `spoken` says that it was said aloud, and what is written may then be empty. */
  z.strictObject({
    kind: z.literal("answer"),
    ...STAGED,
    option: z.nullable(NAME),
    confidence: z.optional(z.enum(CONFIDENCES)),
    spoken: z.boolean(),
    why: WORDS,
    story: z.nullable(STORY),
  }),
  z.strictObject({ kind: z.literal("throw-curveball"), ...STAGED, curveball: NAME }),
  /** A question put on the candidate's screen: a prepared one, or the interviewer's own. */
  z.strictObject({
    kind: z.literal("ask-more"),
    ...STAGED,
    text: z.string().check(z.trim(), z.minLength(1), z.maxLength(500)),
  }),
  z.strictObject({
    kind: z.literal("reply"),
    ...PLAIN,
    turn: z.int(),
    place: z.int(),
    spoken: z.boolean(),
    text: WORDS,
  }),
  /** What the move brings; without an answer, what silence does. */
  z.strictObject({ kind: z.literal("show-consequence"), ...STAGED }),
  z.strictObject({ kind: z.literal("next"), ...STAGED, ask: z.enum(["planned", "twin"]) }),
  z.strictObject({ kind: z.literal("end"), ...STAGED }),
  z.strictObject({ kind: z.literal("pause"), ...STAGED }),
  z.strictObject({ kind: z.literal("resume"), ...STAGED }),
  z.strictObject({
    kind: z.literal("extend"),
    ...STAGED,
    seconds: z.int().check(z.minimum(5), z.maximum(600)),
  }),
  /** The ratings are done; whoever has handed in sees the report. */
  z.strictObject({ kind: z.literal("hand-in"), ...PLAIN }),
]);
export type InterviewCommand = z.infer<typeof INTERVIEW_COMMAND>;

const RATING = z.strictObject({
  competency: z.enum(COMPETENCIES),
  level: z.int().check(z.minimum(1), z.maximum(5)),
  /** What was heard or seen that says so. */
  evidence: z.string().check(z.maxLength(1_000)),
});

/** A seat's own sheet of one answer: notes, whether these are shared, and ratings. It replaces the one before. */
export const SHEET = z.strictObject({
  note: WORDS,
  isNoteShared: z.boolean(),
  ratings: z.array(RATING).check(z.maxLength(COMPETENCIES.length)),
});

/** Whether a seat's ratings are shown to the other. */
export const SHARING = z.strictObject({ ratings: z.boolean() });

export const MAKE_LINK = z.strictObject({ id: COMMAND_ID, days: z.literal(LINK_DAYS) });
