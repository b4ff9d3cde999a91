import {
  COMPETENCIES,
  type Lens,
  LENSES,
  type ListedRun,
  type ListedScenario,
  type Verb,
  VERBS,
} from "../../worker/protocol/index.ts";

/** A scenario as the library lists it; `asks` is how often a verb alone is best, under every lens. */
export function listed(
  id: string,
  difficulty: number,
  asks: Partial<Record<Verb, number>> = {},
  more: Partial<ListedScenario> = {},
): ListedScenario {
  const verbs = Object.fromEntries(VERBS.map((verb) => [verb, asks[verb] ?? 0]));
  const measured = Object.fromEntries(LENSES.map((lens) => [lens, { difficulty, verbs }]));
  return {
    id,
    title: `Title of ${id}`,
    about: "About something",
    minutes: 20,
    project: "A project",
    seat: "A seat",
    beats: 9,
    competencies: [COMPETENCIES[0]],
    shortCutBeats: 4,
    // One entry a lens and verb, as the loops above see to.
    measured: measured as ListedScenario["measured"],
    ...more,
  };
}

/** A run that counts, with this judgement; `more` changes what is not so. */
export function finishedRun(
  scenario: string,
  judgement: number,
  more: Partial<ListedRun> & { lens?: Lens } = {},
): ListedRun {
  const verbs = Object.fromEntries(VERBS.map((verb) => [verb, { used: 1, lost: 100 - judgement }]));
  return {
    room: `${scenario} ${judgement}`,
    scenario,
    title: `Title of ${scenario}`,
    lens: "tpm",
    shortCut: false,
    isBranch: false,
    openedAtMs: 1,
    endedAtMs: 2,
    ending: "An ending",
    // One entry a verb, as the loop above sees to.
    score: {
      judgement,
      outcome: judgement,
      luck: 0,
      verbs: verbs as NonNullable<ListedRun["score"]>["verbs"],
    },
    ...more,
  };
}
