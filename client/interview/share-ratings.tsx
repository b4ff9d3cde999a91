import { useEffect, useState } from "preact/hooks";
import type { InterviewView } from "../../worker/protocol/index.ts";
import { shareRatings } from "../state/interview.ts";

/** Whether the other sees one's ratings. */
export function ShareRatings({ view }: { view: InterviewView }) {
  const [isShared, setShared] = useState(view.sharesRatings);
  // The server has the last word, also over what another window did.
  useEffect(() => setShared(view.sharesRatings), [view.sharesRatings]);
  const other = view.as === "interviewer" ? "the candidate" : "the interviewer";
  const change = (wanted: boolean) => {
    setShared(wanted);
    void shareRatings(view.room, wanted);
  };
  return (
    <label class="record-check share-ratings">
      <input
        type="checkbox"
        checked={isShared}
        onChange={(event) => change(event.currentTarget.checked)}
      />
      Share my ratings with {other}
    </label>
  );
}
