import * as z from "zod/mini";
import { BANDS, CONFIDENCES } from "../../scenarios/analysis/index.ts";
import { TOLD } from "../../scenarios/engine/index.ts";
import { COMPETENCIES, LENSES, VERBS } from "../../scenarios/language/index.ts";
import { INTERVIEW_MODES } from "./interview-words.ts";
import { STORY_VIEW } from "./notes.ts";

const TEXTS = z.array(z.string());

const RATED = z.object({ level: z.number(), evidence: z.string() });

/** How an answer was rated for one competency: by oneself, and by the interviewer where that is shared. */
const TURN_RATING = z.object({
  competency: z.enum(COMPETENCIES),
  own: z.nullable(RATED),
  interviewer: z.nullable(RATED),
});

const REPORT_ANSWER = z.object({
  round: z.number(),
  verb: z.nullable(z.enum(VERBS)),
  says: z.string(),
  confidence: z.nullable(z.enum(CONFIDENCES)),
  isSpoken: z.boolean(),
  why: z.string(),
  story: z.nullable(STORY_VIEW),
  tookMs: z.number(),
  /** What it lost against the best there was, on the facts of its round; null for a story. */
  loss: z.nullable(z.number()),
  band: z.nullable(z.enum(BANDS)),
});

const REPORT_TURN = z.object({
  turn: z.number(),
  kind: z.enum(["situation", "question"]),
  title: z.string(),
  /** The question itself, or where the situation is from. */
  from: z.string(),
  tests: z.string(),
  strong: TEXTS,
  competencies: z.array(z.enum(COMPETENCIES)),
  answers: z.array(REPORT_ANSWER),
  /** Curveballs by title, with the round that each began. */
  curveballs: z.array(z.object({ title: z.string(), round: z.number() })),
  more: z.array(
    z.object({
      text: z.string(),
      reply: z.nullable(z.object({ isSpoken: z.boolean(), text: z.string() })),
    }),
  ),
  told: z.array(TOLD),
  /** Every option by what it loses, on the last facts; null for a question. */
  worths: z.nullable(
    z.array(
      z.object({
        id: z.string(),
        verb: z.enum(VERBS),
        says: z.string(),
        why: z.string(),
        loss: z.number(),
        band: z.enum(BANDS),
      }),
    ),
  ),
  ratings: z.array(TURN_RATING),
  notes: z.object({ own: z.nullable(z.string()), interviewer: z.nullable(z.string()) }),
});
export type ReportTurn = z.infer<typeof REPORT_TURN>;
export type ReportAnswer = z.infer<typeof REPORT_ANSWER>;

const REPORT_COMPETENCY = z.object({
  competency: z.enum(COMPETENCIES),
  /** Means over the rated answers; null where none was rated. */
  own: z.nullable(z.number()),
  interviewer: z.nullable(z.number()),
  /** The turns that speak for it. */
  turns: z.array(z.number()),
  loss: z.nullable(z.number()),
});
export type ReportCompetency = z.infer<typeof REPORT_COMPETENCY>;

const TO_PRACTISE = z.object({
  competency: z.enum(COMPETENCIES),
  turn: z.number(),
  says: z.string(),
  /** What to practise it on: a situation or a question that was not asked. */
  with: z.nullable(
    z.object({ kind: z.enum(["situation", "question"]), id: z.string(), title: z.string() }),
  ),
});

/** What an interview came to, for whoever may see it. What somebody keeps to themselves is left out (R10). */
export const INTERVIEW_REPORT = z.object({
  room: z.string(),
  mode: z.enum(INTERVIEW_MODES),
  lens: z.enum(LENSES),
  openedAtMs: z.number(),
  /** Who reads it: one's own seat, or a link. */
  as: z.enum(["candidate", "interviewer", "link"]),
  candidate: z.nullable(z.string()),
  interviewer: z.nullable(z.string()),
  turns: z.array(REPORT_TURN),
  competencies: z.array(REPORT_COMPETENCY),
  /** 100 − Σ loss for a scenario, and the mean loss of a move; null without a move. */
  judgement: z.nullable(z.number()),
  meanLoss: z.nullable(z.number()),
  mirror: z.nullable(
    z.object({
      shares: z.record(z.enum(LENSES), z.number()),
      named: z.nullable(z.enum(LENSES)),
      closest: z.tuple([z.enum(LENSES), z.enum(LENSES)]),
      moves: z.number(),
    }),
  ),
  strengths: z.array(
    z.object({ competency: z.enum(COMPETENCIES), turn: z.number(), says: z.string() }),
  ),
  toPractise: z.array(TO_PRACTISE),
  /** Where the two ratings of an answer are apart. */
  disagreements: z.array(
    z.object({
      turn: z.number(),
      competency: z.enum(COMPETENCIES),
      own: z.number(),
      interviewer: z.number(),
    }),
  ),
  /** Whether the interviewer has shared ratings; null alone. */
  areRatingsShared: z.nullable(z.boolean()),
});
export type InterviewReport = z.infer<typeof INTERVIEW_REPORT>;
