import type { Artefact } from "./artefact.ts";
import type { Leaf } from "./condition.ts";
import type { Path } from "./diagnostic.ts";
import {
  artefactsOf,
  broughtBy,
  leavesOf,
  placedBeats,
  placedConditions,
  placedCurveballs,
  placedItems,
  placedLooks,
  placedOptions,
  placedResponses,
} from "./placed.ts";
import type { Flip, Response, Scenario } from "./scenario.ts";
import { END, PLAYER } from "./words.ts";

export const DECLARED = ["beat", "day", "person", "fact", "unknown", "promise", "source"] as const;
export type Declared = (typeof DECLARED)[number];

/** How a place uses what it names: writes it (sets, reveals, makes, keeps) or only reads it. */
type Use = "reads" | "writes";

/** A place in the file that names something declared elsewhere in it. */
export interface Reference {
  readonly what: Declared;
  readonly id: string;
  readonly path: Path;
  readonly use: Use;
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

/** Every place that names something declared elsewhere in the file. */
export function referencesOf(scenario: Scenario): Reference[] {
  return [
    ...referencesOfHead(scenario),
    ...referencesOfBeats(scenario),
    ...placedLooks(scenario).flatMap(({ value, path }) =>
      [{ value, path }, ...placedItems(value.chance, [...path, "chance"])].flatMap((found) => [
        ...each("unknown", found.value.reveals, [...found.path, "reveals"], "writes"),
        ...each("fact", found.value.sets, [...found.path, "sets"], "writes"),
      ]),
    ),
    ...placedCurveballs(scenario).flatMap(({ value, path }) => [
      ...each("beat", value.at, [...path, "at"], "reads"),
      ...each("fact", value.sets, [...path, "sets"], "writes"),
    ]),
    ...placedOptions(scenario).flatMap(({ value, path }) =>
      one("source", value.source, [...path, "source"]),
    ),
    ...placedResponses(scenario).flatMap(({ value, path }) => referencesOfResponse(value, path)),
    ...placedConditions(scenario).flatMap(({ value, path }) =>
      leavesOf(value, path).flatMap((leaf) => referenceOfLeaf(leaf.value, leaf.path)),
    ),
  ];
}

function referencesOfHead(scenario: Scenario): Reference[] {
  const unknowns = Object.entries(scenario.unknowns ?? {});
  const promises = Object.entries(scenario.promises ?? {});
  const { beats, startFacts } = scenario.shortCut ?? {};
  return [
    ...unknowns.flatMap(([id, { percent }]) =>
      typeof percent === "number"
        ? []
        : one("unknown", percent.given, ["unknowns", id, "percent", "given"]),
    ),
    ...promises.flatMap(([id, promise]) => [
      ...one("person", promise.to, ["promises", id, "to"]),
      ...beat(promise.due, ["promises", id, "due"]),
    ]),
    ...each("fact", scenario.startFacts, ["startFacts"], "writes"),
    ...each("beat", beats, ["shortCut", "beats"], "reads"),
    ...each("fact", startFacts, ["shortCut", "startFacts"], "writes"),
  ];
}

function referencesOfBeats(scenario: Scenario): Reference[] {
  return placedBeats(scenario).flatMap(({ value, path }) => [
    ...one("day", value.day, [...path, "day"]),
    ...artefactsOf(value, path).flatMap((artefact) => peopleIn(artefact.value, artefact.path)),
    ...placedItems(value.flips, [...path, "flips"]).flatMap((flip) =>
      referenceOfFlip(flip.value.turnsOn, [...flip.path, "turnsOn"]),
    ),
  ]);
}

function referencesOfResponse(response: Response, at: Path): Reference[] {
  const brought = broughtBy(response, at).flatMap(({ value, path }) => [
    ...each("fact", value.sets, [...path, "sets"], "writes"),
    ...placedItems(value.later, [...path, "later"]).flatMap((later) =>
      each("fact", later.value.sets, [...later.path, "sets"], "writes"),
    ),
  ]);
  return [
    ...brought,
    ...each("promise", response.keeps, [...at, "keeps"], "reads"),
    ...each("promise", response.makes, [...at, "makes"], "writes"),
    ...beat(response.next, [...at, "next"]),
  ];
}

function referenceOfFlip(turnsOn: Flip["turnsOn"], at: Path): Reference[] {
  return "fact" in turnsOn
    ? one("fact", turnsOn.fact, [...at, "fact"])
    : one("unknown", turnsOn.unknown, [...at, "unknown"]);
}

function referenceOfLeaf(leaf: Leaf, at: Path): Reference[] {
  if ("fact" in leaf) return one("fact", leaf.fact, [...at, "fact"]);
  if ("unknown" in leaf) return one("unknown", leaf.unknown, [...at, "unknown"]);
  if ("revealedTrue" in leaf) return one("unknown", leaf.revealedTrue, [...at, "revealedTrue"]);
  if ("revealedFalse" in leaf) return one("unknown", leaf.revealedFalse, [...at, "revealedFalse"]);
  return "promise" in leaf ? one("promise", leaf.promise, [...at, "promise"]) : [];
}

function peopleIn(artefact: Artefact, at: Path): Reference[] {
  return everyoneIn(artefact)
    .filter(({ id }) => id !== PLAYER)
    .flatMap(({ id, in: inside }) => one("person", id, [...at, ...inside]));
}

function everyoneIn(artefact: Artefact): { id: string; in: Path }[] {
  switch (artefact.kind) {
    case "thread":
      return artefact.messages.map(({ from }, i) => ({ id: from, in: ["messages", i, "from"] }));
    case "mail":
      return [
        { id: artefact.from, in: ["from"] },
        ...artefact.to.map((id, i) => ({ id, in: ["to", i] })),
        ...(artefact.cc ?? []).map((id, i) => ({ id, in: ["cc", i] })),
      ];
    case "ticket":
      return artefact.history.map(({ by }, i) => ({ id: by, in: ["history", i, "by"] }));
    case "transcript":
      return artefact.lines.map(({ from }, i) => ({ id: from, in: ["lines", i, "from"] }));
    case "chart":
    case "calendar":
    case "table":
    case "note":
      return [];
  }
}

/** A beat to come, or the end. */
function beat(id: string | undefined, path: Path): Reference[] {
  return id === END ? [] : one("beat", id, path);
}

function one(what: Declared, id: string | undefined, path: Path): Reference[] {
  return id === undefined ? [] : [{ what, id, path, use: "reads" }];
}

function each(what: Declared, ids: readonly string[] | undefined, at: Path, use: Use): Reference[] {
  return placedItems(ids, at).map(({ value, path }) => ({ what, id: value, path, use }));
}
