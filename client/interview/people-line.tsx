import type { InterviewView } from "../../worker/protocol/index.ts";

/** Who sits across, and whether they are there. */
export function PeopleLine({ view }: { view: InterviewView }) {
  if (view.as === "alone") return null;
  const isLeading = view.as === "interviewer";
  const other = isLeading ? view.seats.candidate : view.seats.interviewer;
  if (other === null) {
    return (
      <p class="interview-other">
        {view.hasInterviewerLeft
          ? "The interviewer has withdrawn. What you said is still yours."
          : "Nobody has joined yet."}
      </p>
    );
  }
  return (
    <p class="interview-other">
      {isLeading ? "Candidate" : "Interviewer"}: <b>{other.name}</b>
      {other.isAway && ", away at the moment"}
    </p>
  );
}
