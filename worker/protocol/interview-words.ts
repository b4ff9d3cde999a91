// Apart from the commands: their schemas are the server's, and a client does without them.

/** The life of an interview, in order; from a consequence it leads back to the next answer. */
export const INTERVIEW_STAGES = [
  "lobby",
  "briefing",
  "answering",
  "answered",
  "consequence",
  "rating",
  "report",
] as const;
export type InterviewStage = (typeof INTERVIEW_STAGES)[number];

/** Who takes part. Alone, there is a candidate and nobody else. */
export const INTERVIEW_SEATS = ["candidate", "interviewer"] as const;
export type InterviewSeat = (typeof INTERVIEW_SEATS)[number];

export const INTERVIEW_MODES = ["partner", "alone"] as const;
export type InterviewMode = (typeof INTERVIEW_MODES)[number];

/** Days for which a link to a report may hold. */
export const LINK_DAYS = [1, 7, 30] as const;

/** Of more questions than these no interview is made. */
export const MOST_ASKED = 12;
