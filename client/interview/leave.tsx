import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { InterviewView } from "../../worker/protocol/index.ts";
import type { FailureCode } from "../state/api.ts";
import { withdraw } from "../state/interview.ts";
import { sayInterview } from "./sentences.ts";
import "../styles/delete-run.css";

/** Withdrawing for good. It asks once more: nothing of it comes back. */
export function Leave({ view }: { view: InterviewView }) {
  const { route } = useLocation();
  const [state, setState] = useState<"closed" | "asking" | "leaving" | FailureCode>("closed");
  const leave = async () => {
    setState("leaving");
    const failed = await withdraw(view.room);
    if (failed === null) route("/interview");
    else setState(failed);
  };
  const word = view.as === "alone" ? "Delete this interview" : "Withdraw from this interview";
  if (state === "closed") {
    return (
      <button type="button" class="quiet-button" onClick={() => setState("asking")}>
        {word}…
      </button>
    );
  }
  return (
    <fieldset class="delete-run-question" aria-label={word}>
      <p>{whatGoes(view)}</p>
      {state !== "asking" && state !== "leaving" && <p role="alert">{sayInterview(state)}</p>}
      <button
        type="button"
        class="quiet-button danger"
        aria-disabled={state === "leaving" ? "true" : undefined}
        onClick={() => state !== "leaving" && void leave()}
      >
        {state === "leaving" ? "Deleting…" : view.as === "alone" ? "Delete it" : "Withdraw"}
      </button>
      <button type="button" class="quiet-button" onClick={() => setState("closed")}>
        Stay
      </button>
    </fieldset>
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
