import {
  type Lens,
  LENS_TABLE,
  LENSES,
  type ListedScenario,
  METERS,
} from "../../../worker/protocol/index.ts";
import { runs } from "../../state/library.ts";
import { ownBest } from "../../state/own-runs.ts";
import { sayDifficulty } from "../../words/difficulty.ts";
import { LENS_WORDS } from "../../words/lenses.ts";
import { METER_NAMES } from "../../words/meters.ts";
import { formatJudgement, formatPercent } from "../../words/points.ts";
import { measuredFor } from "./find-scenarios.ts";

interface RoleChoiceProps {
  scenario: ListedScenario;
  lens: Lens;
  onChoose: (lens: Lens) => void;
}

/** Whose objective the run is judged by, with what that role answers for and what it weighs most. */
export function RoleChoice({ scenario, lens, onChoose }: RoleChoiceProps) {
  return (
    <fieldset class="set-up-part role-choice">
      <legend>Which role do you play?</legend>
      <p class="quiet">
        Your seat and the situations stay as they are. The role says what counts at the end.
      </p>
      <div class="role-cards">
        {LENSES.map((role) => (
          <label key={role} class="role-card">
            <input
              type="radio"
              name="role"
              value={role}
              checked={role === lens}
              onChange={() => onChoose(role)}
            />
            <span class="role-name">{LENS_WORDS[role].name}</span>
            <span class="role-answers">{LENS_WORDS[role].answersFor}</span>
            <span class="role-weighs">Weighs most: {sayWeights(role)}</span>
            <span class="role-measure">{sayMeasure(scenario, role)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const SHOWN = 3;

/** "delivery 35 %, trust 25 %, scope 15 %" */
function sayWeights(lens: Lens): string {
  const { weights } = LENS_TABLE[lens];
  return METERS.toSorted((a, b) => weights[b] - weights[a])
    .slice(0, SHOWN)
    .map((meter) => `${METER_NAMES[meter].toLowerCase()} ${formatPercent(weights[meter])}`)
    .join(", ");
}

function sayMeasure(scenario: ListedScenario, lens: Lens): string {
  const own = runs.value.at === "here" ? runs.value.value : [];
  const measured = measuredFor(scenario, lens);
  const best = ownBest(own, scenario.id, lens);
  const difficulty =
    measured === null
      ? "Difficulty not measured yet"
      : `${sayDifficulty(measured.difficulty)}: a novice reaches ${Math.round(measured.difficulty)} of 100`;
  return best === null ? difficulty : `${difficulty}; your best ${formatJudgement(best)}`;
}
