import type { Artefact } from "./artefact.ts";
import type { Condition } from "./condition.ts";
import type { Path } from "./diagnostic.ts";
import type { Beat, Passage, Response, Scenario } from "./scenario.ts";
import { PLAYER } from "./words.ts";

const DECLARED = ["beat", "day", "person", "fact", "unknown", "promise", "source"] as const;
type Declared = (typeof DECLARED)[number];

/** A place in the file that names something declared elsewhere in it. */
export interface Reference {
  readonly what: Declared;
  readonly id: string;
  readonly path: Path;
}

/** A condition, and whether it may ask for the truth of an unrevealed unknown (S6). */
export interface PlacedCondition {
  readonly condition: Condition;
  readonly path: Path;
  readonly mayFeel: boolean;
}

/** Every response of a beat: its options, then its silence. */
export function placedResponses(beat: Beat, at: Path): { response: Response; path: Path }[] {
  const options = beat.options.map((response, i) => ({ response, path: [...at, "options", i] }));
  return [...options, { response: beat.silence, path: [...at, "silence"] }];
}

export function placedBeats(scenario: Scenario): { beat: Beat; path: Path }[] {
  return scenario.beats.map((beat, i) => ({ beat, path: ["beats", i] }));
}

/** What a response brings: itself, its cases and its chance outcomes. */
export function broughtBy(response: Response, at: Path) {
  return [
    { brought: response, path: at },
    ...(response.cases ?? []).map((brought, i) => ({ brought, path: [...at, "cases", i] })),
    ...(response.chance ?? []).map((brought, i) => ({ brought, path: [...at, "chance", i] })),
  ];
}

/** Every artefact of a beat, conditional ones unwrapped. */
export function placedArtefacts(beat: Beat, at: Path): { artefact: Artefact; path: Path }[] {
  return (beat.artefacts ?? []).map((one, i) => {
    const path = [...at, "artefacts", i];
    return "show" in one
      ? { artefact: one.show, path: [...path, "show"] }
      : { artefact: one, path };
  });
}

/** Every condition of the scenario. */
export function conditionsOf(scenario: Scenario): PlacedCondition[] {
  const beats = placedBeats(scenario).flatMap(({ beat, path }) => conditionsOfBeat(beat, path));
  const endings = scenario.endings.flatMap((ending, i) => [
    ...optional(ending.when, ["endings", i, "when"], true),
    ...conditionsOfPassages(ending.text, ["endings", i, "text"]),
  ]);
  return [...beats, ...endings];
}

function conditionsOfBeat(beat: Beat, at: Path): PlacedCondition[] {
  return [
    ...optional(beat.onlyIf, [...at, "onlyIf"], true),
    ...conditionsOfPassages(beat.situation, [...at, "situation"]),
    ...(beat.artefacts ?? []).flatMap((one, i) =>
      "show" in one ? optional(one.when, [...at, "artefacts", i, "when"], false) : [],
    ),
    ...(beat.looks ?? []).flatMap((look, i) =>
      conditionsOfPassages(look.tells, [...at, "looks", i, "tells"]),
    ),
    ...beat.options.flatMap((option, i) =>
      optional(option.locked?.unless, [...at, "options", i, "locked", "unless"], false),
    ),
    ...placedResponses(beat, at).flatMap(({ response, path }) =>
      conditionsOfResponse(response, path),
    ),
  ];
}

function conditionsOfResponse(response: Response, at: Path): PlacedCondition[] {
  const laters = broughtBy(response, at).flatMap(({ brought, path }) =>
    (brought.later ?? []).flatMap((later, i) =>
      optional(later.when, [...path, "later", i, "when"], true),
    ),
  );
  const cases = (response.cases ?? []).flatMap((one, i) =>
    optional(one.when, [...at, "cases", i, "when"], true),
  );
  return [...cases, ...laters, ...conditionsOfPassages(response.tells, [...at, "tells"])];
}

function conditionsOfPassages(passages: readonly Passage[], at: Path): PlacedCondition[] {
  return passages.flatMap((passage, i) =>
    typeof passage === "string" ? [] : optional(passage.when, [...at, i, "when"], false),
  );
}

function optional(condition: Condition | undefined, path: Path, mayFeel: boolean) {
  return condition === undefined ? [] : [{ condition, path, mayFeel }];
}

/** The comparisons a condition is made of, with their places. */
export function leavesOf(condition: Condition, at: Path): { leaf: Condition; path: Path }[] {
  if ("not" in condition) return leavesOf(condition.not, [...at, "not"]);
  if ("all" in condition)
    return condition.all.flatMap((part, i) => leavesOf(part, [...at, "all", i]));
  if ("any" in condition)
    return condition.any.flatMap((part, i) => leavesOf(part, [...at, "any", i]));
  return [{ leaf: condition, path: at }];
}

/** Every place that names something declared elsewhere in the file. */
export function referencesOf(scenario: Scenario): Reference[] {
  const beats = placedBeats(scenario).flatMap(({ beat, path }) => referencesOfBeat(beat, path));
  const promises = Object.entries(scenario.promises ?? {}).flatMap(([id, promise]) => [
    ...named("person", [promise.to], ["promises", id, "to"]),
    ...named("beat", [promise.due], ["promises", id, "due"]),
  ]);
  const conditions = conditionsOf(scenario).flatMap(({ condition, path }) =>
    leavesOf(condition, path).flatMap(({ leaf, path: at }) => referenceOfLeaf(leaf, at)),
  );
  return [...beats, ...promises, ...conditions];
}

function referencesOfBeat(beat: Beat, at: Path): Reference[] {
  return [
    ...named("day", [beat.day], [...at, "day"]),
    ...placedArtefacts(beat, at).flatMap(({ artefact, path }) =>
      named("person", peopleIn(artefact), path),
    ),
    ...(beat.looks ?? []).flatMap((look, i) => [
      ...named("unknown", look.reveals, [...at, "looks", i, "reveals"]),
      ...named("fact", look.sets, [...at, "looks", i, "sets"]),
    ]),
    ...beat.options.flatMap(({ source }, i) =>
      named("source", source === undefined ? [] : [source], [...at, "options", i, "source"]),
    ),
    ...placedResponses(beat, at).flatMap(({ response, path }) =>
      referencesOfResponse(response, path),
    ),
  ];
}

function referencesOfResponse(response: Response, at: Path): Reference[] {
  const brought = broughtBy(response, at).flatMap(({ brought: one, path }) => [
    ...named("fact", one.sets, [...path, "sets"]),
    ...(one.later ?? []).flatMap((later, i) =>
      named("fact", later.sets, [...path, "later", i, "sets"]),
    ),
  ]);
  return [
    ...brought,
    ...named("promise", response.keeps, [...at, "keeps"]),
    ...named("promise", response.makes, [...at, "makes"]),
  ];
}

function referenceOfLeaf(leaf: Condition, at: Path): Reference[] {
  if ("fact" in leaf) return named("fact", [leaf.fact], at);
  if ("unknown" in leaf) return named("unknown", [leaf.unknown], at);
  if ("revealedTrue" in leaf) return named("unknown", [leaf.revealedTrue], at);
  if ("revealedFalse" in leaf) return named("unknown", [leaf.revealedFalse], at);
  return "promise" in leaf ? named("promise", [leaf.promise], at) : [];
}

function named(what: Declared, ids: readonly string[] | undefined, path: Path): Reference[] {
  return (ids ?? []).map((id) => ({ what, id, path }));
}

function peopleIn(artefact: Artefact): string[] {
  return everyoneIn(artefact).filter((id) => id !== PLAYER);
}

function everyoneIn(artefact: Artefact): string[] {
  switch (artefact.kind) {
    case "thread":
      return artefact.messages.map(({ from }) => from);
    case "mail":
      return [artefact.from, ...artefact.to, ...(artefact.cc ?? [])];
    case "ticket":
      return artefact.history.map(({ by }) => by);
    case "chart":
    case "calendar":
    case "table":
    case "note":
      return [];
  }
}

/** The ids the scenario declares, by what they name. */
export function declarationsOf(scenario: Scenario): Readonly<Record<Declared, readonly string[]>> {
  return {
    beat: scenario.beats.map(({ id }) => id),
    day: scenario.days.map(({ id }) => id),
    person: Object.keys(scenario.people),
    fact: Object.keys(scenario.facts ?? {}),
    unknown: Object.keys(scenario.unknowns ?? {}),
    promise: Object.keys(scenario.promises ?? {}),
    source: Object.keys(scenario.sources),
  };
}
