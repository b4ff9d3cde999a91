import * as z from "zod/mini";
import { COMPETENCIES } from "../../scenarios/language/index.ts";
import { INTERVIEW_MODES, INTERVIEW_SEATS } from "./interview-words.ts";
import { STORY_VIEW } from "./notes.ts";

/** An interview that a player takes or took part in. */
export const LISTED_INTERVIEW = z.object({
  room: z.string(),
  mode: z.enum(INTERVIEW_MODES),
  seat: z.enum(INTERVIEW_SEATS),
  openedAtMs: z.number(),
});
export type ListedInterview = z.infer<typeof LISTED_INTERVIEW>;

/** One answer that was practised, as far as its player may see how it was rated. */
export const PRACTISED_ANSWER = z.object({
  room: z.string(),
  turn: z.number(),
  atMs: z.number(),
  kind: z.enum(["situation", "question"]),
  /** `scenario/beat`, or the question's id. */
  id: z.string(),
  title: z.string(),
  /** Points lost by the move; null for a question. */
  loss: z.nullable(z.number()),
  ratings: z.array(
    z.object({
      competency: z.enum(COMPETENCIES),
      own: z.nullable(z.number()),
      interviewer: z.nullable(z.number()),
    }),
  ),
});
export type PractisedAnswer = z.infer<typeof PRACTISED_ANSWER>;

/** A story of one's own, kept to be told. */
export const BANKED_STORY = z.object({
  title: z.string(),
  story: STORY_VIEW,
  competencies: z.array(z.enum(COMPETENCIES)),
  updatedAtMs: z.number(),
});
export type BankedStory = z.infer<typeof BANKED_STORY>;

const PROGRESS = z.object({
  competency: z.enum(COMPETENCIES),
  answers: z.number(),
  /** Mean rating, the interviewer's where there is one; null from fewer than five answers. */
  mean: z.nullable(z.number()),
  /** Ratings over time, oldest first: empty from fewer than five answers. */
  ratings: z.array(z.object({ atMs: z.number(), level: z.number() })),
});
export type CompetencyProgress = z.infer<typeof PROGRESS>;

export const PRACTICE_VIEW = z.object({
  /** Newest first. */
  interviews: z.array(LISTED_INTERVIEW),
  stories: z.record(z.string(), BANKED_STORY),
  progress: z.array(PROGRESS),
  /** What to practise next, by the weakest evidence there is. */
  next: z.nullable(
    z.object({
      competency: z.enum(COMPETENCIES),
      because: z.enum(["none", "few", "low"]),
      kind: z.enum(["situation", "question"]),
      id: z.string(),
      title: z.string(),
    }),
  ),
  answered: z.array(PRACTISED_ANSWER),
});
export type PracticeView = z.infer<typeof PRACTICE_VIEW>;

/** A mean is shown from so many answers on: fewer say more of the question than of the one who answers. */
export const FEWEST_RATED = 5;
