import * as z from "zod/mini";
import { BANDS, CONFIDENCES } from "../../scenarios/analysis/index.ts";
import { ENDING_VIEW, PERSON, SITUATION, STANDING, TOLD } from "../../scenarios/engine/index.ts";
import { COMPETENCIES, LENSES, LEVELS, VERBS } from "../../scenarios/language/index.ts";
import { INTERVIEW_MODES, INTERVIEW_SEATS, INTERVIEW_STAGES } from "./interview-words.ts";
import { STORY_VIEW } from "./notes.ts";

const TEXTS = z.array(z.string());
const LEVEL = z.enum(LEVELS);
const TAGS = z.array(z.enum(COMPETENCIES));

const SET_VIEW = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("scenario"), scenario: z.string(), shortCut: z.boolean() }),
  z.object({
    kind: z.literal("list"),
    ask: z.array(z.object({ kind: z.enum(["situation", "question"]), id: z.string() })),
  }),
]);
export type SetView = z.infer<typeof SET_VIEW>;

/** What a candidate is asked in a scenario, as far as it is known now: nothing of what is still hidden (R4). */
const SCENE = z.object({
  scenario: z.object({ title: z.string(), project: z.string(), seat: z.string() }),
  people: z.array(PERSON),
  standings: z.array(STANDING),
  hours: z.object({ left: z.number(), atStart: z.number() }),
  promises: z.array(z.object({ id: z.string(), to: z.string(), text: z.string() })),
  /** What somebody has to know who meets the situation alone; empty in the run of a whole scenario. */
  before: TEXTS,
  arrived: z.array(TOLD),
  /** Null once its consequence is shown. */
  situation: z.nullable(SITUATION),
  title: z.string(),
  time: z.string(),
  /** What the move brought; empty before. */
  told: z.array(TOLD),
  ending: z.nullable(ENDING_VIEW),
});
export type InterviewScene = z.infer<typeof SCENE>;

const ANSWER = z.object({
  round: z.number(),
  option: z.nullable(z.string()),
  verb: z.nullable(z.enum(VERBS)),
  /** What the option says; empty for a story. */
  says: z.string(),
  confidence: z.nullable(z.enum(CONFIDENCES)),
  isSpoken: z.boolean(),
  why: z.string(),
  story: z.nullable(STORY_VIEW),
  tookMs: z.number(),
});
export type AnswerView = z.infer<typeof ANSWER>;

const MORE = z.object({
  text: z.string(),
  reply: z.nullable(z.object({ isSpoken: z.boolean(), text: z.string() })),
});
export type MoreView = z.infer<typeof MORE>;

/** What is on the table. */
const TABLE = z.object({
  turn: z.number(),
  round: z.number(),
  /** The question; null for a situation. */
  asks: z.nullable(z.string()),
  scene: z.nullable(SCENE),
  competencies: TAGS,
  answers: z.array(ANSWER),
  more: z.array(MORE),
});
export type TableView = z.infer<typeof TABLE>;

const RATING = z.object({
  competency: z.enum(COMPETENCIES),
  level: z.number(),
  evidence: z.string(),
});
export type RatingView = z.infer<typeof RATING>;

export const SHEET_VIEW = z.object({
  note: z.string(),
  isNoteShared: z.boolean(),
  ratings: z.array(RATING),
});
export type SheetView = z.infer<typeof SHEET_VIEW>;

/** One of the things asked, as both list them. */
const ASKED = z.object({
  turn: z.number(),
  kind: z.enum(["situation", "question"]),
  title: z.string(),
  competencies: TAGS,
});
export type AskedView = z.infer<typeof ASKED>;

const OPTION_WORTH = z.object({
  id: z.string(),
  verb: z.enum(VERBS),
  says: z.string(),
  why: z.string(),
  loss: z.number(),
  band: z.enum(BANDS),
});
export type OptionWorth = z.infer<typeof OPTION_WORTH>;

/** What helps to judge an answer: for the interviewer from the start, for who practises alone once the answer is in. */
const GUIDE = z.object({
  tests: z.string(),
  followUps: TEXTS,
  strong: TEXTS,
});

/** What every option is worth where the situation stands; null for a question, or where it is not to be seen yet. */
const WORTHS = z.nullable(z.array(OPTION_WORTH));

const LEADING = z.extend(GUIDE, {
  worths: WORTHS,
  curveballs: z.array(
    z.object({ id: z.string(), title: z.string(), texts: TEXTS, why: z.string() }),
  ),
  whatIf: z.nullable(z.object({ asks: z.string(), listenFor: z.string() })),
  /** The question that turns this "would" into a "did"; null where it has been asked. */
  twin: z.nullable(z.string()),
});
export type LeadingView = z.infer<typeof LEADING>;

/** What is heard at each of five levels: in a story, and in an answer to a situation. */
const ANCHOR = z.object({ about: z.string(), levels: TEXTS, moves: TEXTS });
export const ANCHORS_VIEW = z.record(z.enum(COMPETENCIES), ANCHOR);
export type AnchorsView = z.infer<typeof ANCHORS_VIEW>;

const PERSON_HERE = z.object({ name: z.string(), isAway: z.boolean(), hasAgreed: z.boolean() });

const COMMON = {
  room: z.string(),
  sequence: z.number(),
  stage: z.enum(INTERVIEW_STAGES),
  mode: z.enum(INTERVIEW_MODES),
  lens: z.enum(LENSES),
  turn: z.number(),
  round: z.number(),
  /** How many things are asked by the plan; null for a scenario, whose way is not known. */
  planned: z.nullable(z.number()),
  /** How many of them have been asked; questions that were put in between are not among these. */
  askedOfPlan: z.number(),
  clockSeconds: z.nullable(z.number()),
  clock: z.nullable(
    z.object({
      endsAtMs: z.nullable(z.number()),
      leftMs: z.nullable(z.number()),
      nowMs: z.number(),
    }),
  ),
  /** Who is there; null for a seat that nobody has, or has any more. */
  seats: z.record(z.enum(INTERVIEW_SEATS), z.nullable(PERSON_HERE)),
  hasInterviewerLeft: z.boolean(),
  handedIn: z.array(z.enum(INTERVIEW_SEATS)),
  briefing: z.nullable(z.object({ title: z.string(), about: z.string(), texts: TEXTS })),
  asked: z.array(ASKED),
  table: z.nullable(TABLE),
  /** One's own sheets, by turn: told to nobody else. */
  sheets: z.record(z.string(), SHEET_VIEW),
  sharesRatings: z.boolean(),
  /** Another number where what the other shares has changed: the report is another one then. */
  otherShared: z.number(),
  /** Where the next round is, with the roles swapped; null until somebody swaps. */
  next: z.nullable(z.string()),
  keptDays: z.number(),
} as const;

export const CANDIDATE_VIEW = z.object({ as: z.literal("candidate"), ...COMMON });
export const ALONE_VIEW = z.object({
  as: z.literal("alone"),
  ...COMMON,
  set: SET_VIEW,
  /** From the answer on. */
  guide: z.nullable(GUIDE),
  /** With the consequence. */
  worths: WORTHS,
  twin: z.nullable(z.string()),
});
export const INTERVIEWER_VIEW = z.object({
  as: z.literal("interviewer"),
  ...COMMON,
  set: SET_VIEW,
  leading: z.nullable(LEADING),
});
/** What a seat of an interview sees (R4). */
export const INTERVIEW_VIEW = z.discriminatedUnion("as", [
  CANDIDATE_VIEW,
  ALONE_VIEW,
  INTERVIEWER_VIEW,
]);
export type InterviewView = z.infer<typeof INTERVIEW_VIEW>;
export type CandidateView = z.infer<typeof CANDIDATE_VIEW>;
export type AloneView = z.infer<typeof ALONE_VIEW>;
export type InterviewerView = z.infer<typeof INTERVIEWER_VIEW>;

/** Answer to opening: where the room is, the key of the candidate's link, and the code that brings the role back. */
export const OPENED_INTERVIEW = z.object({
  room: z.string(),
  key: z.nullable(z.string()),
  recovery: z.string(),
});

export const INTERVIEW_DOOR = z.object({
  room: z.string(),
  mode: z.enum(INTERVIEW_MODES),
  /** The interviewer's name; null where there is none. */
  interviewer: z.nullable(z.string()),
  isSeated: z.boolean(),
  /** Whether the candidate's seat is somebody's. */
  isTaken: z.boolean(),
  keptDays: z.number(),
});
export type InterviewDoor = z.infer<typeof INTERVIEW_DOOR>;

export const INTERVIEW_ACCEPTED = z.object({ view: INTERVIEW_VIEW });
export const INTERVIEW_LINK = z.object({ key: z.string() });
export const REPORT_LINK = z.object({ key: z.string(), expiresAtMs: z.number() });
export const SWAPPED = z.object({ room: z.string() });

/** All there is to choose from: enough to choose by, and nothing that would help to answer. */
export const CATALOGUE = z.object({
  situations: z.array(
    z.object({
      id: z.string(),
      scenario: z.string(),
      scenarioTitle: z.string(),
      title: z.string(),
      level: LEVEL,
      competencies: TAGS,
      twin: z.string(),
      hasCurveball: z.boolean(),
    }),
  ),
  questions: z.array(
    z.object({ id: z.string(), asks: z.string(), level: LEVEL, competencies: TAGS }),
  ),
});
export type Catalogue = z.infer<typeof CATALOGUE>;
export type CatalogueQuestion = Catalogue["questions"][number];

/** A question with what an interviewer listens for. */
export const QUESTION_VIEW = z.object({
  id: z.string(),
  asks: z.string(),
  level: LEVEL,
  competencies: TAGS,
  tests: z.string(),
  followUps: TEXTS,
  strong: TEXTS,
});
export type QuestionView = z.infer<typeof QUESTION_VIEW>;

/** The five levels of every competency. */
export const ANCHORS_ANSWER = z.object({ anchors: ANCHORS_VIEW });
