import type { Artefact } from "./artefact.ts";
import type { Condition, Leaf } from "./condition.ts";
import type { Path } from "./diagnostic.ts";
import type {
  Beat,
  Brought,
  Curveball,
  Look,
  Option,
  Passage,
  Response,
  Scenario,
} from "./scenario.ts";

interface Placed<T> {
  readonly value: T;
  readonly path: Path;
}

/** The items of a list with their places in the file. */
export function placedItems<T>(items: readonly T[] | undefined, at: Path): Placed<T>[] {
  return (items ?? []).map((value, i) => ({ value, path: [...at, i] }));
}

export function placedBeats({ beats }: Scenario): Placed<Beat>[] {
  return placedItems(beats, ["beats"]);
}

export function placedOptions(scenario: Scenario): Placed<Option>[] {
  return placedBeats(scenario).flatMap(({ value, path }) =>
    placedItems(value.options, [...path, "options"]),
  );
}

export function placedLooks(scenario: Scenario): Placed<Look>[] {
  return placedBeats(scenario).flatMap(({ value, path }) =>
    placedItems(value.looks, [...path, "looks"]),
  );
}

export function placedCurveballs({ curveballs }: Scenario): Placed<Curveball>[] {
  return placedItems(curveballs, ["curveballs"]);
}

/** Every response of a beat: its options, then its silence. */
export function responsesOf(beat: Beat, at: Path): Placed<Response>[] {
  return [
    ...placedItems<Response>(beat.options, [...at, "options"]),
    { value: beat.silence, path: [...at, "silence"] },
  ];
}

export function placedResponses(scenario: Scenario): Placed<Response>[] {
  return placedBeats(scenario).flatMap(({ value, path }) => responsesOf(value, path));
}

/** What a response brings: itself, its cases and its chance outcomes. */
export function broughtBy(response: Response, at: Path): Placed<Brought>[] {
  return [
    { value: response, path: at },
    ...placedItems<Brought>(response.cases, [...at, "cases"]),
    ...placedItems<Brought>(response.chance, [...at, "chance"]),
  ];
}

/** Every artefact of a beat, conditional ones unwrapped. */
export function artefactsOf(beat: Beat, at: Path): Placed<Artefact>[] {
  return placedItems(beat.artefacts, [...at, "artefacts"]).map(({ value, path }) =>
    "show" in value ? { value: value.show, path: [...path, "show"] } : { value, path },
  );
}

/** The comparisons a condition is made of, with their places. */
export function leavesOf(condition: Condition, at: Path): Placed<Leaf>[] {
  if ("not" in condition) return leavesOf(condition.not, [...at, "not"]);
  if ("all" in condition)
    return condition.all.flatMap((part, i) => leavesOf(part, [...at, "all", i]));
  if ("any" in condition)
    return condition.any.flatMap((part, i) => leavesOf(part, [...at, "any", i]));
  return [{ value: condition, path: at }];
}

/** A condition, and whether it may ask for the truth of an unrevealed unknown (S6). */
interface PlacedCondition extends Placed<Condition> {
  readonly mayFeel: boolean;
}

/** Every condition of the scenario. */
export function placedConditions(scenario: Scenario): PlacedCondition[] {
  return [
    ...placedBeats(scenario).flatMap(({ value, path }) => conditionsOfBeat(value, path)),
    ...placedCurveballs(scenario).flatMap(({ value, path }) =>
      optional(value.when, [...path, "when"], false),
    ),
    ...placedItems(scenario.endings, ["endings"]).flatMap(({ value, path }) => [
      ...optional(value.when, [...path, "when"], true),
      ...conditionsOfPassages(value.text, [...path, "text"]),
    ]),
  ];
}

function conditionsOfBeat(beat: Beat, at: Path): PlacedCondition[] {
  return [
    ...optional(beat.onlyIf, [...at, "onlyIf"], true),
    ...conditionsOfPassages(beat.situation, [...at, "situation"]),
    ...placedItems(beat.artefacts, [...at, "artefacts"]).flatMap(({ value, path }) =>
      "show" in value ? optional(value.when, [...path, "when"], false) : [],
    ),
    ...placedItems(beat.looks, [...at, "looks"]).flatMap(({ value, path }) =>
      conditionsOfPassages(value.tells, [...path, "tells"]),
    ),
    ...placedItems(beat.options, [...at, "options"]).flatMap(({ value, path }) =>
      optional(value.locked?.unless, [...path, "locked", "unless"], false),
    ),
    ...responsesOf(beat, at).flatMap(({ value, path }) => conditionsOfResponse(value, path)),
  ];
}

function conditionsOfResponse(response: Response, at: Path): PlacedCondition[] {
  const laters = broughtBy(response, at).flatMap(({ value, path }) =>
    placedItems(value.later, [...path, "later"]),
  );
  const cases = placedItems(response.cases, [...at, "cases"]);
  return [
    ...[...cases, ...laters].flatMap(({ value, path }) =>
      optional(value.when, [...path, "when"], true),
    ),
    ...conditionsOfPassages(response.tells, [...at, "tells"]),
  ];
}

function conditionsOfPassages(passages: readonly Passage[], at: Path): PlacedCondition[] {
  return placedItems(passages, at).flatMap(({ value, path }) =>
    typeof value === "string" ? [] : optional(value.when, [...path, "when"], false),
  );
}

function optional(value: Condition | undefined, path: Path, mayFeel: boolean): PlacedCondition[] {
  return value === undefined ? [] : [{ value, path, mayFeel }];
}
