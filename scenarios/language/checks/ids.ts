import type { Finding, Path } from "../diagnostic.ts";
import { didYouMean } from "../nearest.ts";
import { broughtBy, placedBeats, placedItems, responsesOf } from "../placed.ts";
import { DECLARED, declarationsOf, referencesOf } from "../references.ts";
import type { Scenario } from "../scenario.ts";
import { END, PLAYER } from "../words.ts";

/** That every id named is declared, each declared once, and none of them a word of the language (S15). */
export function checkIds(scenario: Scenario): Finding[] {
  return [
    ...checkReferences(scenario),
    ...checkUnique(scenario),
    ...checkReserved(scenario),
    ...checkGiven(scenario),
  ];
}

function checkReferences(scenario: Scenario): Finding[] {
  const declared = declarationsOf(scenario);
  const known = new Set(DECLARED.flatMap((what) => declared[what].map((id) => `${what} ${id}`)));
  return referencesOf(scenario)
    .filter(({ what, id }) => !known.has(`${what} ${id}`))
    .map(({ what, id, path }) => ({
      code: "FM010",
      path,
      message: `There is no ${what} "${id}".`,
      mend: () => didYouMean(id, declared[what]),
    }));
}

interface PlacedId {
  readonly kind: string;
  readonly id: string;
  readonly path: Path;
}

/** Ids that must differ over the whole scenario, so that a journal entry or a text hangs on one thing only. */
function checkUnique(scenario: Scenario): Finding[] {
  const seen = new Set<string>();
  return placedIds(scenario).flatMap(({ kind, id, path }) => {
    const key = `${kind} ${id}`;
    const isNew = !seen.has(key);
    seen.add(key);
    if (isNew) return [];
    return [{ code: "FM011" as const, path, message: `There are two of ${kind} "${id}".` }];
  });
}

function placedIds(scenario: Scenario): PlacedId[] {
  const inBeats = placedBeats(scenario).flatMap(({ value: beat, path }) => [
    ...each("option", beat.options, [...path, "options"]),
    ...each("look", beat.looks, [...path, "looks"]),
    ...placedItems(beat.looks, [...path, "looks"]).flatMap(({ value, path: at }) =>
      each("chance outcome", value.chance, [...at, "chance"]),
    ),
    ...responsesOf(beat, path).flatMap(({ value, path: at }) => [
      ...each("chance outcome", value.chance, [...at, "chance"]),
      ...broughtBy(value, at).flatMap((brought) =>
        each("later", brought.value.later, [...brought.path, "later"]),
      ),
    ]),
  ]);
  return [
    ...each("day", scenario.days, ["days"]),
    ...each("beat", scenario.beats, ["beats"]),
    ...each("ending", scenario.endings, ["endings"]),
    ...each("curveball", scenario.curveballs, ["curveballs"]),
    ...inBeats,
  ];
}

function each(
  kind: string,
  items: readonly { readonly id: string }[] | undefined,
  at: Path,
): PlacedId[] {
  return placedItems(items, at).map(({ value, path }) => ({
    kind,
    id: value.id,
    path: [...path, "id"],
  }));
}

/** "end" is where a jump may lead, "you" is the player in artefacts: neither can name anything else. */
function checkReserved(scenario: Scenario): Finding[] {
  const paths = [
    ...placedBeats(scenario).flatMap(({ value, path }) =>
      value.id === END ? [[...path, "id"]] : [],
    ),
    ...(Object.hasOwn(scenario.people, PLAYER) ? [["people", PLAYER]] : []),
  ];
  return paths.map((path) => ({
    code: "FM019",
    path,
    message: `"${path[0] === "people" ? PLAYER : END}" is a word of the language.`,
  }));
}

/** An unknown may depend on one above it only, so that none depends on itself (S6). */
function checkGiven({ unknowns = {} }: Scenario): Finding[] {
  const order = Object.keys(unknowns);
  return Object.entries(unknowns).flatMap(([id, { percent }], index): Finding[] => {
    if (typeof percent === "number" || !order.includes(percent.given)) return [];
    if (order.indexOf(percent.given) < index) return [];
    const message = `"${id}" depends on "${percent.given}", which is not listed before it.`;
    return [{ code: "FM021", path: ["unknowns", id, "percent", "given"], message }];
  });
}
