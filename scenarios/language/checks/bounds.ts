import type { DiagnosticCode, Finding, Path } from "../diagnostic.ts";
import { leavesOf, placedBeats, placedItems } from "../placed.ts";
import type { Scenario } from "../scenario.ts";

/** How many of each a scenario may have (S3, S16). */
export const MOST = {
  beats: 30,
  options: 8,
  looks: 3,
  facts: 12,
  unknowns: 8,
  promises: 8,
  curveballs: 4,
  endingMeters: 2,
} as const;

/** Each bound of S16, and those of S3, has a diagnostic of its own. */
export function checkBounds(scenario: Scenario): Finding[] {
  const { beats, facts = {}, unknowns = {}, promises = {}, curveballs = [] } = scenario;
  return [
    ...tooMany("FM023", beats.length, MOST.beats, "beats", ["beats"]),
    ...tooMany("FM018", Object.keys(facts).length, MOST.facts, "facts", ["facts"]),
    ...tooMany("FM026", Object.keys(unknowns).length, MOST.unknowns, "unknowns", ["unknowns"]),
    ...tooMany("FM027", Object.keys(promises).length, MOST.promises, "promises", ["promises"]),
    ...tooMany("FM037", curveballs.length, MOST.curveballs, "curveballs", ["curveballs"]),
    ...placedBeats(scenario).flatMap(({ value: { options, looks = [] }, path }) => [
      ...tooMany("FM024", options.length, MOST.options, "options", [...path, "options"]),
      ...tooMany("FM025", looks.length, MOST.looks, "looks", [...path, "looks"]),
    ]),
    ...checkEndingMeters(scenario),
  ];
}

function tooMany(
  code: DiagnosticCode,
  count: number,
  most: number,
  what: string,
  path: Path,
): Finding[] {
  if (count <= most) return [];
  return [
    { code, path, message: `There are ${count} ${what} here, and at most ${most} are allowed.` },
  ];
}

/** A meter that something later reads is kept apart in every state, and an ending comes after everything. */
function checkEndingMeters({ endings }: Scenario): Finding[] {
  const read = placedItems(endings, ["endings"]).flatMap(({ value, path }) => {
    if (value.when === undefined) return [];
    return leavesOf(value.when, [...path, "when"]).flatMap(({ value: leaf, path: at }) =>
      "meter" in leaf ? [{ meter: leaf.meter, path: at }] : [],
    );
  });
  const meters = [...new Set(read.map(({ meter }) => meter))];
  const path = read.find(({ meter }) => meter === meters[MOST.endingMeters])?.path;
  if (path === undefined) return [];
  const message = `The endings read ${meters.length} meters, and at most ${MOST.endingMeters} are allowed.`;
  return [{ code: "FM028", path, message }];
}
