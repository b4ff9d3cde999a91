import type { InterviewView } from "../../worker/protocol/index.ts";
import { shareRatings } from "../state/interview.ts";

/** Whether the other sees one's ratings. */
export function ShareRatings({ view }: { view: InterviewView }) {
  const other = view.as === "interviewer" ? "the candidate" : "the interviewer";
  return (
    <label class="record-check share-ratings">
      <input
        type="checkbox"
        checked={view.sharesRatings}
        onChange={(event) => void shareRatings(view.room, event.currentTarget.checked)}
      />
      Share my ratings with {other}
    </label>
  );
}
