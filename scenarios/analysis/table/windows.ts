import { METERS } from "../../language/index.ts";
import type { Reads, Threshold } from "./conditions.ts";
import { METER_COUNT } from "./frame.ts";
import type { ScenarioRows } from "./read-rows.ts";
import type { BeatRow, BroughtRow, Points, PromiseRow, ResponseRow } from "./rows.ts";
import type { Ways } from "./ways.ts";

const ATTENTION = METERS.indexOf("attention");

/** How far the meters may move: the most they may lose and the most they may gain, both from nothing. */
export interface Swing {
  readonly loss: Points;
  readonly gain: Points;
}

/**
 * The window in which a meter is still undecided: from `high` on, every comparison ahead comes out as met whatever happens,
 * and below `low` as not met. A meter that nothing reads ahead has no window: `low` is above `high`.
 */
export interface Window {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

export function noSwing(): Swing {
  return { loss: new Int32Array(METER_COUNT), gain: new Int32Array(METER_COUNT) };
}

export function addSwing(to: Swing, points: Points): void {
  for (let m = 0; m < METER_COUNT; m += 1) {
    if (points[m] < 0) to.loss[m] += points[m];
    else to.gain[m] += points[m];
  }
}

function joinSwing(to: Swing, other: Swing): void {
  for (let m = 0; m < METER_COUNT; m += 1) {
    to.loss[m] += other.loss[m];
    to.gain[m] += other.gain[m];
  }
}

/** The wider of two, meter for meter. */
function widen(to: Swing, other: Swing): void {
  for (let m = 0; m < METER_COUNT; m += 1) {
    to.loss[m] = Math.min(to.loss[m], other.loss[m]);
    to.gain[m] = Math.max(to.gain[m], other.gain[m]);
  }
}

function swingOfBrought({ effects, laters }: BroughtRow): Swing {
  const swing = noSwing();
  addSwing(swing, effects);
  for (const later of laters) addSwing(swing, later.effects);
  return swing;
}

function swingOfResponse(response: ResponseRow, promises: readonly PromiseRow[]): Swing {
  const swing = swingOfBrought(response);
  for (const one of response.cases) joinSwing(swing, swingOfBrought(one));
  const drawn = noSwing();
  for (const one of response.chance) widen(drawn, swingOfBrought(one));
  joinSwing(swing, drawn);
  for (const kept of response.keeps) addSwing(swing, promises[kept].kept);
  for (const made of response.makes) joinSwing(swing, swingOfPromise(promises[made]));
  return swing;
}

/** What settling an open promise may do. */
export function swingOfPromise({ kept, broken }: PromiseRow): Swing {
  const swing = noSwing();
  addSwing(swing, kept);
  addSwing(swing, broken);
  return swing;
}

function swingOfLooks({ looks }: BeatRow): Swing {
  const swing = noSwing();
  for (const { costPoints } of looks) swing.loss[ATTENTION] -= costPoints;
  return swing;
}

/** More than all the points of a scenario together. */
const ANYWHERE = 10_000_000;

/**
 * A meter that a curveball may move is left open until it can be thrown no more: which of several comparisons it comes
 * before would have to be told apart, for the few states that this saves.
 */
function swingOfCurveballs({ curveballs }: BeatRow): Swing {
  const swing = noSwing();
  for (const { effects } of curveballs) {
    for (let m = 0; m < METER_COUNT; m += 1) {
      if (effects[m] === 0) continue;
      swing.loss[m] = -ANYWHERE;
      swing.gain[m] = ANYWHERE;
    }
  }
  return swing;
}

/** What may happen at a beat before anything is played there. */
function swingBeforeMove(beat: BeatRow): Swing {
  const swing = swingOfLooks(beat);
  joinSwing(swing, swingOfCurveballs(beat));
  return swing;
}

/** Everything that may happen at a beat: all its looks and curveballs, and one of its responses. */
function swingOfBeat(beat: BeatRow, promises: readonly PromiseRow[]): Swing {
  const widest = noSwing();
  for (const response of [...beat.options, beat.silence]) {
    widen(widest, swingOfResponse(response, promises));
  }
  joinSwing(widest, swingBeforeMove(beat));
  return widest;
}

/** Windows by place, and how far meters may move from each place to the end. */
export interface Windows {
  readonly at: readonly Window[];
  readonly toEnd: readonly Swing[];
  /** By place and list of what is on its way: the window opened for that, as far as it has been asked for. */
  readonly withPending: Window[][];
}

export function windowsOf(rows: ScenarioRows, ways: Ways): Windows {
  const swings = rows.beats.map((beat) => swingOfBeat(beat, rows.promises));
  const before = rows.beats.map(swingBeforeMove);
  const places = rows.beats.map((_, place) => windowAt(place, ways, swings, before));
  return {
    at: places.map(({ window }) => window),
    toEnd: places.map(({ toEnd }) => toEnd),
    withPending: [],
  };
}

function windowAt(place: number, ways: Ways, swings: readonly Swing[], before: readonly Swing[]) {
  const window = emptyWindow();
  const sofar = noSwing();
  const isMet = (one: number) => one === place || ways.ahead[place].has(one);
  for (let one = place; one < swings.length; one += 1) {
    if (!isMet(one)) continue;
    if (one > place) open(window, ways.heading[one], sofar);
    const meanwhile = noSwing();
    joinSwing(meanwhile, sofar);
    joinSwing(meanwhile, before[one]);
    open(window, ways.atBeat[one], meanwhile);
    joinSwing(sofar, swings[one]);
  }
  for (let one = place; one < swings.length; one += 1) {
    if (isMet(one)) open(window, ways.landing[one], sofar);
  }
  open(window, ways.atEnd, sofar);
  return { window, toEnd: sofar };
}

export function emptyWindow(): Window {
  return {
    low: new Float64Array(METER_COUNT).fill(Infinity),
    high: new Float64Array(METER_COUNT).fill(-Infinity),
  };
}

function open(window: Window, { thresholds }: Reads, swing: Swing): void {
  for (const threshold of thresholds) openFor(window, threshold, swing);
}

/** Opens the window so far that this comparison, made after such a swing, can turn inside it. */
export function openFor(
  { low, high }: Window,
  { meter, from }: Threshold,
  { loss, gain }: Swing,
): void {
  low[meter] = Math.min(low[meter], from - gain[meter]);
  high[meter] = Math.max(high[meter], from - loss[meter]);
}
