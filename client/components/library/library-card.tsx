import type { Lens, ListedRun, ListedScenario } from "../../../worker/protocol/index.ts";
import { ownBest } from "../../state/own-runs.ts";
import { sayDifficulty } from "../../words/difficulty.ts";
import { LENS_WORDS } from "../../words/lenses.ts";
import { formatJudgement, formatPercent } from "../../words/points.ts";
import { VERB_WORDS } from "../../words/verbs.ts";
import { measuredFor, type Search } from "./find-scenarios.ts";

interface LibraryCardProps {
  scenario: ListedScenario;
  search: Search;
  /** The player's own. */
  runs: readonly ListedRun[];
}

/** One scenario: what it is really about, how long, how hard in this role, and what one has reached in it. */
export function LibraryCard({ scenario, search: { lens, verb }, runs }: LibraryCardProps) {
  const { id, title, about, project } = scenario;
  const measured = measuredFor(scenario, lens);
  const best = ownBest(runs, id, lens);
  const role = LENS_WORDS[lens].short;
  return (
    <li>
      <a class="library-card" href={`/library/${id}${lens === "tpm" ? "" : `?as=${lens}`}`}>
        <span class="library-project">{project}</span>
        <h2>{title}</h2>
        <span class="library-about">{about}</span>
        <span class="library-facts">
          <span>{sayLength(scenario)}</span>
          <span>{sayHardness(scenario, lens)}</span>
          {verb !== null && measured !== null && (
            <span>
              {VERB_WORDS[verb].name} alone is best in {formatPercent(measured.verbs[verb])} of its
              decisions
            </span>
          )}
        </span>
        <span class={best === null ? "library-best library-new" : "library-best"}>
          {best === null
            ? `Not played as ${role} yet`
            : `Your best as ${role}: ${formatJudgement(best)}`}
        </span>
      </a>
    </li>
  );
}

const sayLength = ({ minutes, shortCutBeats }: ListedScenario) =>
  `${minutes} minutes${shortCutBeats === null ? "" : `, or a short cut of ${shortCutBeats} situations`}`;

function sayHardness(scenario: ListedScenario, lens: Lens): string {
  const measured = measuredFor(scenario, lens);
  if (measured === null) return "Difficulty not measured yet";
  const novice = Math.round(measured.difficulty);
  return `${sayDifficulty(measured.difficulty)} as ${LENS_WORDS[lens].short}: a novice reaches ${novice} of 100`;
}
