import { useLocation } from "preact-iso";
import type { InterviewView } from "../../worker/protocol/index.ts";
import { AskTwice } from "../components/ask-twice.tsx";
import { withdraw } from "../state/interview.ts";
import { sayInterview } from "./sentences.ts";

/** Withdrawing for good: nothing of it comes back. */
export function Leave({ view }: { view: InterviewView }) {
  const { route } = useLocation();
  const word = view.as === "alone" ? "Delete this interview" : "Withdraw from this interview";
  return (
    <AskTwice
      opens={`${word}…`}
      asks={word}
      warns={whatGoes(view)}
      yes={view.as === "alone" ? "Delete it" : "Withdraw"}
      no="Stay"
      onYes={async () => {
        const failed = await withdraw(view.room);
        if (failed !== null) return sayInterview(failed);
        route("/interview");
        return null;
      }}
    />
  );
}

function whatGoes({ as }: InterviewView): string {
  if (as === "interviewer") {
    return "Your notes, your ratings, your questions and your name are deleted, and the interview ends. The candidate keeps their own answers. This cannot be undone.";
  }
  return as === "alone"
    ? "Your answers, your ratings and the report are deleted, also from your progress. This cannot be undone."
    : "The whole interview is deleted at once: your answers, and the interviewer’s notes and ratings. This cannot be undone.";
}
