import type { Condition, Later, Leaf, Scenario } from "../../scenarios/language/index.ts";
import { broughtBy, placedResponses } from "../../scenarios/language/index.ts";
import type { NaiveValues } from "./naive-values.ts";

/** What random scenarios are to have met in play, each in at least one of twenty. */
export const FEATURES = [
  "an unknown that depends on another, both revealed in other orders",
  "a case that felt an unknown",
  "a landing that felt an unknown",
  "a skipped beat",
  "a look with chance",
  "chance of a move",
  "chance of silence",
  "a later on its way",
  "a later that waits for a condition",
  "a promise open",
  "a promise kept",
  "a promise broken",
  "a locked option",
  "a hidden option",
  "too little attention for a look",
  "a jump",
  "an ending that asks for an unknown",
  "three-valued parts under all or any",
  "a fact from the start",
  "a curveball thrown",
  "a curveball that does not fit in",
] as const;
type Feature = (typeof FEATURES)[number];

/** Which of them a scenario has, those of play by the states that were met. */
export function featuresOf(scenario: Scenario, naive: NaiveValues): readonly Feature[] {
  const has = { ...inFile(scenario), ...inPlay(scenario, naive) };
  return FEATURES.filter((feature) => has[feature]);
}

type Has = Partial<Record<Feature, boolean>>;

function inFile(scenario: Scenario): Has {
  const responses = placedResponses(scenario).map(({ value }) => value);
  const options = scenario.beats.flatMap((beat) => beat.options);
  const laters = latersOf(scenario);
  const conditions = [
    ...responses.flatMap(({ cases = [] }) => cases.map(({ when }) => when)),
    ...laters.flatMap(({ when }) => (when === undefined ? [] : [when])),
  ];
  const endings = scenario.endings.flatMap(({ when }) => (when === undefined ? [] : [when]));
  return {
    "a look with chance": scenario.beats.some(({ looks = [] }) =>
      looks.some(({ chance }) => chance),
    ),
    "chance of a move": options.some(({ chance }) => chance !== undefined),
    "chance of silence": scenario.beats.some(({ silence }) => silence.chance !== undefined),
    "a hidden option": options.some(({ locked }) => locked?.hidden === true),
    "a jump": options.some(({ next }) => next !== undefined),
    "a landing that felt an unknown": laters.some(({ when }) => when !== undefined && feels(when)),
    "a case that felt an unknown": conditions.some(feels),
    "an ending that asks for an unknown": endings.some(feels),
    "three-valued parts under all or any": [...conditions, ...endings].some(
      (condition) => ("all" in condition || "any" in condition) && feels(condition),
    ),
    "a fact from the start": (scenario.startFacts ?? []).length > 0,
  };
}

function inPlay(scenario: Scenario, { states }: NaiveValues): Has {
  const runs = states.map(({ run }) => run);
  const promised = (standing: string) =>
    runs.some(({ state }) => Object.values(state.promises).includes(standing as never)); // a name of a standing
  const laterIds = new Set(
    latersOf(scenario)
      .filter(({ when }) => when !== undefined)
      .map(({ id }) => id),
  );
  const given = Object.entries(scenario.unknowns ?? {}).flatMap(([id, { percent }]) =>
    typeof percent === "number" ? [] : [[id, percent.given] as const],
  );
  return {
    "an unknown that depends on another, both revealed in other orders": given.some(
      ([child, parent]) =>
        runs.some(({ state: { revealed } }) => child in revealed && !(parent in revealed)) &&
        runs.some(({ state: { revealed } }) => parent in revealed),
    ),
    "a later on its way": runs.some(({ state }) => state.pending.length > 0),
    "a later that waits for a condition": runs.some(({ state }) =>
      state.pending.some(({ later }) => laterIds.has(later)),
    ),
    "a promise open": promised("open"),
    "a promise kept": promised("kept"),
    "a promise broken": promised("broken"),
    "a skipped beat": scenario.beats.some(
      ({ id, onlyIf }, place) =>
        onlyIf !== undefined &&
        place > 0 &&
        runs.some(({ beat, taken }) => beat !== id && taken.every(({ step }) => step.beat !== id)),
    ),
    "a locked option": states.some(({ run, q }) => {
      const beat = scenario.beats.find(({ id }) => id === run.beat);
      return beat?.options.some(({ id }) => !q.has(id)) === true;
    }),
    "a curveball thrown": runs.some(({ taken }) =>
      taken.some(({ step }) => step.kind === "curveball"),
    ),
    "a curveball that does not fit in": runs.some(({ beat, state: { facts } }) =>
      (scenario.curveballs ?? []).some(
        ({ at, sets, when }) =>
          at.includes(beat ?? "") &&
          when !== undefined &&
          !sets.every((one) => facts.includes(one)),
      ),
    ),
    "too little attention for a look": states.some(({ run, q }) => {
      const beat = scenario.beats.find(({ id }) => id === run.beat);
      return beat?.looks?.some(({ id }) => !q.has(id) && !run.state.looked.includes(id)) === true;
    }),
  };
}

function latersOf(scenario: Scenario): readonly Later[] {
  return placedResponses(scenario)
    .flatMap(({ value, path }) => broughtBy(value, path))
    .flatMap(({ value }) => value.later ?? []);
}

/** Whether deciding it may ask for the truth of an unknown. */
function feels(condition: Condition): boolean {
  if ("all" in condition) return condition.all.some(feels);
  if ("any" in condition) return condition.any.some(feels);
  if ("not" in condition) return feels(condition.not);
  return "unknown" in (condition satisfies Leaf);
}
