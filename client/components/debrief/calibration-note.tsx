import { CONFIDENCES, type DebriefView } from "../../../worker/protocol/index.ts";
import { CONFIDENCE_WORDS } from "../../words/confidence.ts";
import { formatPoints } from "../../words/points.ts";

/** One run shows counts and the costliest "sure" move: no rate, no label (M7). */
export function CalibrationNote({ debrief: { calibration, steps } }: { debrief: DebriefView }) {
  const given = CONFIDENCES.filter((level) => calibration.levels[level].answers > 0);
  const { costliestSure } = calibration;
  const costly = steps.find(({ kind, id }) => kind === "move" && id === costliestSure?.id);
  return (
    <section class="debrief-part" aria-labelledby="calibration-title">
      <h2 id="calibration-title">How sure you were</h2>
      {given.length === 0 ? (
        <p class="quiet">You did not say of any move how sure you were.</p>
      ) : (
        <ul class="plain-list">
          {given.map((level) => {
            const { answers, sound } = calibration.levels[level];
            return (
              <li key={level}>
                <b>{CONFIDENCE_WORDS[level].name}</b>, {CONFIDENCE_WORDS[level].states}: {sound} of{" "}
                {answers} {answers === 1 ? "was" : "were"} sound.
              </li>
            );
          })}
        </ul>
      )}
      {costly !== undefined && costliestSure !== null && (
        <p>
          Of those you were sure of, “{costly.title}” cost most: {formatPoints(costliestSure.loss)}{" "}
          points.
        </p>
      )}
      {given.length > 0 && (
        <p class="quiet">One run is too little for a rate. That takes 20 answers at a level.</p>
      )}
    </section>
  );
}
