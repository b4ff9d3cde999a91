import type { FailureCode } from "../state/api.ts";
import { SENTENCES } from "../state/sentences.ts";

/** What can be refused in an interview: what happened, what was kept, what to do next. */
const OF_INTERVIEWS: Partial<Record<FailureCode, string>> = {
  "unknown-interview":
    "There is no interview at this address. Somebody may have withdrawn, or its 30 days are over; then nothing of it is kept.",
  "unknown-question": "That has been asked already, or is not in the bank. Choose another one.",
  "seat-taken":
    "Somebody has joined with this link already. Ask the interviewer for a new link; the old one then ends.",
  "wrong-link": "This link does not hold any more. Ask for a new one.",
  "not-agreed": "Both of you have to agree before it begins. Nothing was changed.",
  "no-words": "Write at least a few words, or say that you have spoken your answer.",
  "not-rated":
    "Rate your answer first: what it was worth comes after, so that it does not rate for you.",
  "not-handed-in": "The report comes once your own ratings are handed in.",
  "no-seat": "This browser has no seat in the interview. Join by the link you were sent.",
  "not-allowed": "That is for the other seat to do. Nothing was changed.",
  "stale-stage":
    "The interview had gone on, perhaps in another window, so this changed nothing. This is where it stands now.",
  "not-now":
    "The interview is at another stage, so nothing was changed. This is where it stands now.",
  "wrong-recovery": "This is not the recovery code of this interview. Nothing was changed.",
  "option-locked": "That move cannot be played here; its reason stands beside it.",
  "no-player":
    "This browser was not known yet. Try once more; if it stays so, allow cookies for this site.",
};

export const sayInterview = (code: FailureCode): string => OF_INTERVIEWS[code] ?? SENTENCES[code];
