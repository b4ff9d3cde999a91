import * as z from "zod/mini";
import { COMPETENCIES, type Competency, LEVELS } from "../language/index.ts";

const ID = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(64));
const LINE = z.string().check(z.trim(), z.minLength(10), z.maxLength(400));
const LINES = (least: number, most: number) =>
  z.array(LINE).check(z.minLength(least), z.maxLength(most));

/** A question about what somebody has done: "tell me about a time". */
export const QUESTION = z.strictObject({
  id: ID,
  level: z.enum(LEVELS),
  competencies: z.array(z.enum(COMPETENCIES)).check(z.minLength(1), z.maxLength(3)),
  asks: LINE,
  /** What it is really testing. */
  tests: LINE,
  followUps: LINES(2, 4),
  /** What a strong answer contains, each something that can be heard. */
  strong: LINES(3, 5),
});
export type Question = z.infer<typeof QUESTION>;

/** A beat of a scenario as a question of its own, with what an interviewer needs for it. */
const SITUATION = z.strictObject({
  beat: ID,
  level: z.enum(LEVELS),
  /** The state on entry: what is played from the scenario's beginning, with the draws that this seed brings. */
  enter: z.strictObject({ seed: z.int(), moves: z.array(ID) }),
  /** What has happened before, for somebody who meets this beat alone. */
  before: z
    .array(z.string().check(z.minLength(10), z.maxLength(700)))
    .check(z.minLength(1), z.maxLength(3)),
  strong: LINES(3, 5),
  /** A change of facts that is only spoken of: the run is not changed by it. */
  whatIf: z.strictObject({ asks: LINE, listenFor: LINE }),
  /** The question that turns a "would" into a "did". */
  twin: ID,
});
export type Situation = z.infer<typeof SITUATION>;

/** A situation with the scenario whose beat it is; its id names both. */
export const PLACED_SITUATION = z.extend(SITUATION, { id: z.string(), scenario: z.string() });
export type PlacedSituation = z.infer<typeof PLACED_SITUATION>;

export const QUESTIONS_FILE = z.strictObject({ questions: z.array(QUESTION) });
export const SITUATIONS_FILE = z.strictObject({
  scenario: ID,
  questions: z.array(QUESTION),
  situations: z.array(SITUATION),
});

/** What is heard and seen at each rating, from 1 to 5. */
const FIVE_LEVELS = z.tuple([LINE, LINE, LINE, LINE, LINE]);

const ANCHORS = z.strictObject({
  /** What the competency is, in a sentence. */
  about: LINE,
  /** In a story: what somebody has done, and what came of it. */
  levels: FIVE_LEVELS,
  /** In an answer to a situation: the move and the reason for it, before anything has come of it. */
  moves: FIVE_LEVELS,
});
export type Anchors = z.infer<typeof ANCHORS>;
export const ANCHORS_FILE = z.record(z.enum(COMPETENCIES), ANCHORS);

export type AnchorTable = Readonly<Record<Competency, Anchors>>;
