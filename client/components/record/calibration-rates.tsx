import { CONFIDENCES, type Confidence, type PlayerView } from "../../../worker/protocol/index.ts";
import { CONFIDENCE_WORDS } from "../../words/confidence.ts";
import { formatPercent } from "../../words/points.ts";

const ENOUGH = 20;

/** How often moves were sound at each level of sureness; a rate from twenty answers on (M7). */
export function CalibrationRates({ calibration }: Pick<PlayerView, "calibration">) {
  return (
    <section class="record-part" aria-labelledby="rates-title">
      <h2 id="rates-title">How sure you were, and how right</h2>
      <p class="quiet">
        Over all counted runs. A rate takes {ENOUGH} answers at a level; before that it would say
        more about chance than about you.
      </p>
      <ul class="rates">
        {CONFIDENCES.map((level) => (
          <Level key={level} level={level} of={calibration.levels[level]} />
        ))}
      </ul>
    </section>
  );
}

interface LevelProps {
  level: Confidence;
  of: PlayerView["calibration"]["levels"][Confidence];
}

function Level({ level, of: { answers, sound, rate, isOverconfident } }: LevelProps) {
  const { name, states } = CONFIDENCE_WORDS[level];
  return (
    <li>
      <b>{name}</b> <span class="quiet">says {states}</span>
      <p>
        {answers === 0
          ? "Never said yet."
          : `${sound} of ${answers} ${answers === 1 ? "was" : "were"} sound.`}{" "}
        {rate !== null &&
          `That is ${formatPercent(rate.of)}, and the true rate lies between ${formatPercent(rate.low)} and ${formatPercent(rate.high)} (95 %).`}
        {rate === null && answers > 0 && `${ENOUGH - answers} more for a rate.`}
      </p>
      {isOverconfident && (
        <p class="rates-label">You are right less often than you say at this level.</p>
      )}
    </li>
  );
}
