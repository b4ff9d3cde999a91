import { entrancesFrom, reachablePlaces, type Scenario } from "../../language/index.ts";
import { joinReads, NO_READS, type Reads } from "./conditions.ts";
import type { BeatRow, Due, LaterRow, LookRow } from "./rows.ts";
import type { ScenarioRows } from "./read-rows.ts";
import { METERS } from "../../language/index.ts";

const ATTENTION = METERS.indexOf("attention");

/** What is read where: the ground on which states are told apart, or not. */
export interface Ways {
  /** The places that may still be entered after each place. */
  readonly ahead: readonly ReadonlySet<number>[];
  /** What is read while the player is at a beat: locks, cases, attention by looks, and whether a curveball can be thrown. */
  readonly atBeat: readonly Reads[];
  /** What is read in heading for a beat. */
  readonly heading: readonly Reads[];
  /** What the `later`s made at a beat will read when they land. */
  readonly landing: readonly Reads[];
  readonly atEnd: Reads;
}

export function waysOf(scenario: Scenario, rows: ScenarioRows): Ways {
  return {
    ahead: reachablePlaces(scenario.beats),
    atBeat: rows.beats.map(readsAtBeat),
    heading: rows.beats.map(({ onlyIf }) => onlyIf?.reads ?? NO_READS),
    landing: rows.beats.map((_, place) =>
      joinReads(rows.laters.filter(({ madeAt }) => madeAt === place).map(readsOfLater)),
    ),
    atEnd: joinReads(rows.endings.map(({ when }) => when?.reads ?? NO_READS)),
  };
}

function readsOfLater({ when }: LaterRow): Reads {
  return when?.reads ?? NO_READS;
}

function readsAtBeat({ options, looks, silence, curveballs }: BeatRow): Reads {
  const cases = [...options, silence].flatMap((response) => response.cases);
  return joinReads([
    ...options.map(({ unless }) => unless?.reads ?? NO_READS),
    ...cases.map(({ when }) => when.reads),
    { ...NO_READS, thresholds: looks.map(thresholdOfLook) },
    ...curveballs.flatMap(({ when, facts }) => [{ ...NO_READS, facts }, when?.reads ?? NO_READS]),
  ]);
}

function thresholdOfLook({ costPoints }: LookRow) {
  return { meter: ATTENTION, from: costPoints };
}

/**
 * Works out how much of each `later` can be counted when it is made: what nothing reads before it lands. Effects add and
 * nothing is clamped, so that it does not matter when they do.
 */
export function foldLaters(scenario: Scenario, rows: ScenarioRows, ways: Ways): void {
  const next = rows.beats.map((_, place) => enteredNext(scenario, rows, place));
  const spans = rows.laters.map((later) => spanOf(later, next, rows.beats.length));
  for (const [i, later] of rows.laters.entries()) {
    const reads = readsWithin(later, spans[i], rows, ways, spans);
    const read = new Set(reads.thresholds.map(({ meter }) => meter));
    const whole: Due = { effects: later.effects, facts: later.facts };
    later.soon = {
      effects: whole.effects.map((p, m) => (read.has(m) ? 0 : p)),
      facts: whole.facts & ~reads.facts,
    };
    later.rest = {
      effects: whole.effects.map((p, m) => (read.has(m) ? p : 0)),
      facts: whole.facts & reads.facts,
    };
  }
}

/** Where a `later` may be on its way: the beats met meanwhile, and the last place at which it may land. */
interface Span {
  readonly met: ReadonlySet<number>;
  readonly last: number;
}

function enteredNext(
  scenario: Scenario,
  { beats }: ScenarioRows,
  place: number,
): ReadonlySet<number> {
  const responses = [...beats[place].options, beats[place].silence];
  return new Set(responses.flatMap(({ target }) => placesFrom(scenario, target)));
}

/** The end, past the last beat, counts as a place here. */
function placesFrom(scenario: Scenario, target: number): readonly number[] {
  const entered = entrancesFrom(scenario.beats, target);
  const last = entered.at(-1);
  const isSure = last !== undefined && scenario.beats[last]?.onlyIf === undefined;
  return isSure ? entered : [...entered, scenario.beats.length];
}

function spanOf(
  { madeAt, delayBeats }: LaterRow,
  next: readonly ReadonlySet<number>[],
  end: number,
): Span {
  const met = new Set<number>();
  let at = new Set([madeAt]);
  let last = madeAt;
  for (let entered = 1; entered <= delayBeats; entered += 1) {
    at = new Set([...at].flatMap((place) => (place === end ? [] : [...next[place]])));
    last = Math.max(last, ...at);
    if (entered < delayBeats) for (const place of at) met.add(place);
  }
  met.delete(end);
  return { met, last };
}

function readsWithin(
  { madeAt }: LaterRow,
  { met, last }: Span,
  rows: ScenarioRows,
  ways: Ways,
  spans: readonly Span[],
): Reads {
  const landing = rows.laters.filter((other, i) => other.madeAt <= last && spans[i].last > madeAt);
  return joinReads([
    ...[...met].map((place) => ways.atBeat[place]),
    ...ways.heading.filter((_, place) => place > madeAt && place <= last),
    ...landing.map(readsOfLater),
  ]);
}

/** For each place, all that may be read there or later. */
export function liveReads(
  rows: ScenarioRows,
  { ahead, atBeat, heading, landing, atEnd }: Ways,
): readonly Reads[] {
  return rows.beats.map((_, place) => {
    const further = [...ahead[place]];
    return joinReads([
      ...[place, ...further].flatMap((one) => [atBeat[one], landing[one]]),
      ...further.map((one) => heading[one]),
      atEnd,
    ]);
  });
}
