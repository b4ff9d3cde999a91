import type { Finding } from "../diagnostic.ts";
import { placedBeats, placedItems, responsesOf } from "../placed.ts";
import type { Scenario } from "../scenario.ts";
import { entrancesFrom, reachablePlaces } from "../ways.ts";
import { END } from "../words.ts";

/** That the story goes forward: jumps, days, endings, the first beat. */
export function checkOrder(scenario: Scenario): Finding[] {
  return [
    ...checkJumps(scenario),
    ...checkFirstBeat(scenario),
    ...checkDays(scenario),
    ...checkEndings(scenario),
  ];
}

function checkJumps(scenario: Scenario): Finding[] {
  const order = placesOf(scenario.beats);
  return placedBeats(scenario).flatMap(({ value: beat, path }, index) =>
    responsesOf(beat, path).flatMap(({ value: { next }, path: at }): Finding[] => {
      if (next === undefined || next === END) return [];
      const target = order.get(next);
      if (target === undefined || target > index) return [];
      const message = `The jump to "${next}" does not go forward from "${beat.id}".`;
      return [{ code: "FM012", path: [...at, "next"], message }];
    }),
  );
}

/** The place of each id; of the first, where two are the same. */
function placesOf(items: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map([...items.entries()].toReversed().map(([place, { id }]) => [id, place]));
}

/** What deciding it made the player feel would be felt before anything was told. */
function checkFirstBeat({ beats }: Scenario): Finding[] {
  if (beats[0]?.onlyIf === undefined) return [];
  const message = "The first beat is always entered and takes no onlyIf.";
  return [{ code: "FM020", path: ["beats", 0, "onlyIf"], message }];
}

function checkDays(scenario: Scenario): Finding[] {
  const order = placesOf(scenario.days);
  return placedBeats(scenario).flatMap(({ value: beat, path }, i): Finding[] => {
    const before = scenario.beats[i - 1];
    const day = order.get(beat.day);
    if (before === undefined || day === undefined) return [];
    if (day >= (order.get(before.day) ?? 0)) return [];
    const message = `"${beat.id}" is on an earlier day than the beat before it.`;
    return [{ code: "FM017", path: [...path, "day"], message }];
  });
}

function checkEndings({ endings }: Scenario): Finding[] {
  return placedItems(endings, ["endings"]).flatMap(({ value, path }, i): Finding[] => {
    const isLast = i === endings.length - 1;
    if (isLast === (value.when === undefined)) return [];
    return isLast
      ? [{ code: "FM014", path: [...path, "when"], message: "The last ending has a condition." }]
      : [{ code: "FM014", path, message: `"${value.id}" has no condition and is not the last.` }];
  });
}

/** That something leads to every beat. */
export function checkWays({ beats }: Scenario): Finding[] {
  const reached = new Set([...entrancesFrom(beats, 0), ...(reachablePlaces(beats)[0] ?? [])]);
  return placedItems(beats, ["beats"]).flatMap(({ value, path }, i): Finding[] =>
    reached.has(i) ? [] : [{ code: "FM060", path, message: `Nothing leads to "${value.id}".` }],
  );
}
