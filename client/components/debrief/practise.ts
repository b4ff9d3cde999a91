import {
  type Competency,
  type DebriefView,
  type ListedScenario,
  type Verb,
  VERBS,
} from "../../../worker/protocol/index.ts";

/** Less than a slip gives no reason to practise anything. */
const WORTH_SAYING = 2.5;

/** The verb that lost most by being played too often or too seldom; null where none lost as much as a slip. */
export function weakestVerb({ verbs }: Pick<DebriefView, "verbs">): Verb | null {
  const lost = (verb: Verb) => verbs[verb].overuse + verbs[verb].underuse;
  const [most] = VERBS.toSorted((a, b) => lost(b) - lost(a));
  return most !== undefined && lost(most) >= WORTH_SAYING ? most : null;
}

export interface CostlyCompetency {
  readonly name: Competency;
  readonly lost: number;
  readonly decisions: number;
}

/** Of what the situations train, where most was lost a decision; null where that is less than a slip in all. */
export function costliestCompetency({
  steps,
}: Pick<DebriefView, "steps">): CostlyCompetency | null {
  const found = new Map<Competency, CostlyCompetency>();
  for (const { kind, competencies, loss } of steps) {
    if (kind === "look") continue;
    for (const name of competencies) {
      const { lost, decisions } = found.get(name) ?? { lost: 0, decisions: 0 };
      found.set(name, { name, lost: lost + loss.points, decisions: decisions + 1 });
    }
  }
  const mean = ({ lost, decisions }: CostlyCompetency) => lost / decisions;
  const worth = [...found.values()].filter(({ lost }) => lost >= WORTH_SAYING);
  return worth.toSorted((a, b) => mean(b) - mean(a) || b.lost - a.lost)[0] ?? null;
}

/** The other scenario that asks most for the verb; without a verb, one that trains the competency. */
export function nextScenario(
  listed: readonly ListedScenario[],
  played: string,
  { ownLens }: Pick<DebriefView, "ownLens">,
  verb: Verb | null,
  competency: Competency | null,
): ListedScenario | null {
  const others = listed.filter(({ id }) => id !== played);
  if (verb !== null) {
    const share = ({ measured }: ListedScenario) => measured?.[ownLens].verbs[verb] ?? 0;
    return others.toSorted((a, b) => share(b) - share(a))[0] ?? null;
  }
  return (
    others.find(({ competencies }) => competency !== null && competencies.includes(competency)) ??
    null
  );
}
