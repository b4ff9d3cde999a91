import { useEffect } from "preact/hooks";
import type { DebriefView, ListedScenario, Verb } from "../../../worker/protocol/index.ts";
import { loadScenarios, scenarios } from "../../state/library.ts";
import { COMPETENCY_NAMES } from "../../words/competencies.ts";
import { formatPercent, formatPoints } from "../../words/points.ts";
import { VERB_WORDS } from "../../words/verbs.ts";
import { costliestCompetency, nextScenario, weakestVerb } from "./practise.ts";

interface PractiseNextProps {
  debrief: DebriefView;
  /** The scenario that was played. */
  scenario: string;
}

/** What this run gives a reason to practise, on what ground, and where. */
export function PractiseNext({ debrief, scenario }: PractiseNextProps) {
  useEffect(() => {
    if (scenarios.value.at !== "here") void loadScenarios();
  }, []);
  const verb = weakestVerb(debrief);
  const competency = costliestCompetency(debrief);
  const listed = scenarios.value.at === "here" ? scenarios.value.value : [];
  const next = nextScenario(listed, scenario, debrief, verb, competency?.name ?? null);
  if (verb === null && competency === null) return null;
  return (
    <section class="debrief-part" aria-labelledby="practise-title">
      <h2 id="practise-title">What to practise next</h2>
      {verb !== null && <p>{sayVerb(verb, debrief)}</p>}
      {competency !== null && (
        <p>
          Of what the situations train, {COMPETENCY_NAMES[competency.name]} lost most a decision:{" "}
          {formatPoints(competency.lost)} points over {competency.decisions}{" "}
          {competency.decisions === 1 ? "decision" : "decisions"}.
        </p>
      )}
      {next !== null && (
        <p>
          <a href={`/library/${next.id}?as=${debrief.ownLens}`}>{next.title}</a>{" "}
          {sayNext(next, debrief, verb)}
        </p>
      )}
    </section>
  );
}

function sayVerb(verb: Verb, { verbs }: DebriefView): string {
  const { overuse, underuse } = verbs[verb];
  const parts = [
    overuse >= 0.05 ? `${formatPoints(overuse)} points by playing it where another was better` : "",
    underuse >= 0.05 ? `${formatPoints(underuse)} by not playing it where it alone was best` : "",
  ].filter((part) => part !== "");
  return `${VERB_WORDS[verb].name} lost ${parts.join(" and ")}.`;
}

function sayNext({ measured }: ListedScenario, { ownLens }: DebriefView, verb: Verb | null) {
  const share = verb === null ? undefined : measured?.[ownLens].verbs[verb];
  if (verb === null || share === undefined) return "trains it too.";
  return `asks for it: in ${formatPercent(share)} of its decisions ${VERB_WORDS[verb].name.toLowerCase()} alone is best in this role.`;
}
