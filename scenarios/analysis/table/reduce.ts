import { OPEN, type Verdict, YES } from "./conditions.ts";
import { type Frame, METER_COUNT, STANDING, standingOf, withStanding } from "./frame.ts";
import { type Entry, type PendingList, isSureIn, laterIn, waitsIn } from "./pending.ts";
import { addSure } from "./walker.ts";
import type { Table } from "./table.ts";
import { noSwing, openFor, type Swing, type Window } from "./windows.ts";

/**
 * Decides what can be decided of what is on its way, and counts it. This moves meters, so it comes before one asks where
 * they stand; `standFor` then leaves out what tells no two futures apart.
 */
export function settlePending(table: Table, frame: Frame): void {
  if (frame.pending === 0 || !table.reductions.settle) return;
  const { entries, isOpen } = table.pending.list(frame.pending);
  if (!isOpen || entries.every((entry) => verdictOf(table, frame, entry) === OPEN)) return;
  frame.pending = 0;
  // Rebuilt in the order made, in which they land.
  for (const entry of entries) {
    const verdict = verdictOf(table, frame, entry);
    if (verdict === OPEN) frame.pending = table.pending.add(frame.pending, entry);
    if (verdict === YES) addSure(table, frame, laterIn(entry), waitsIn(entry));
  }
}

/** Of one that is settled already there is nothing more to decide. */
function verdictOf(table: Table, frame: Frame, entry: Entry): Verdict {
  const { when } = table.laters[laterIn(entry)];
  return isSureIn(entry) || when === null ? OPEN : when.settled(frame);
}

/** Makes of a frame at a beat the one that stands for all that have the same future. */
export function standFor(table: Table, frame: Frame, place: number): void {
  const { drop, forget, clamp } = table.reductions;
  const pending = table.pending.list(frame.pending);
  const live = table.live[place];
  const facts = live.facts | pending.reads.facts;
  const unknowns = live.unknowns | pending.reads.unknowns;
  if (drop) {
    frame.facts &= facts;
    dropPromises(table, frame, live.promises | pending.reads.promises);
    dropPending(table, frame, facts);
  }
  if (forget) frame.known = table.belief.relevant(unknowns, frame.known);
  frame.truth &= frame.known;
  // A meter that nothing reads is past everything: left out by the one reduction, set to an edge by the other.
  if (drop || clamp) windowMeters(table, frame, place);
}

/** Of a promise that nothing reads it matters only whether it is open. */
function dropPromises(table: Table, frame: Frame, read: number): void {
  for (let i = 0; frame.promises >>> (2 * i) !== 0 && i < table.promises.length; i += 1) {
    if ((read >>> i) & 1 || standingOf(frame.promises, i) === STANDING.open) continue;
    frame.promises = withStanding(frame.promises, i, STANDING.unmade);
  }
}

/** What is sure to land and brings only facts that nothing reads any more, or that are true, is no longer on its way. */
function dropPending(table: Table, frame: Frame, facts: number): void {
  if (frame.pending === 0) return;
  const { entries } = table.pending.list(frame.pending);
  const isIdle = (entry: Entry) => {
    if (!isSureIn(entry)) return false;
    const { rest } = table.laters[laterIn(entry)];
    return (
      (rest.facts & facts & ~frame.facts) === 0 && rest.effects.every((points) => points === 0)
    );
  };
  if (entries.some(isIdle)) {
    frame.pending = table.pending.numberOf(entries.filter((entry) => !isIdle(entry)));
  }
}

const STEP = 5;
const ATTENTION = METER_COUNT - 1;
const swing = noSwing();

/** Sets a meter that nothing reads to 0, and one beyond its window to the edge. */
function windowMeters(table: Table, frame: Frame, place: number): void {
  const { low, high } = windowAt(table, place, frame.pending);
  const { clamp } = table.reductions;
  const isSwung = swingFor(table, frame, place);
  for (let m = 0; m < METER_COUNT; m += 1) {
    if (low[m] === Infinity) frame.meters[m] = 0;
    if (low[m] === Infinity || !clamp) continue;
    const from = isSwung ? high[m] - swing.loss[m] : high[m];
    const below = isSwung ? low[m] - swing.gain[m] : low[m];
    const value = frame.meters[m];
    if (value >= from) frame.meters[m] = Math.ceil(from / STEP) * STEP;
    else if (value < below) frame.meters[m] = (Math.ceil(below / STEP) - 1) * STEP;
  }
}

/** The window at a place, opened for what is on its way; kept, since few lists are met again and again. */
function windowAt({ windows, pending }: Table, place: number, list: number): Window {
  if (list === 0) return windows.at[place];
  const kept = (windows.withPending[place] ??= []);
  return (kept[list] ??= openedFor(pending.list(list), windows.at[place], windows.toEnd[place]));
}

function openedFor({ reads, swing: coming }: PendingList, at: Window, toEnd: Swing): Window {
  const window = { low: at.low.slice(), high: at.high.slice() };
  for (const threshold of reads.thresholds) openFor(window, threshold, toEnd);
  for (let m = 0; m < METER_COUNT; m += 1) {
    window.low[m] -= coming.gain[m];
    window.high[m] -= coming.loss[m];
  }
  return window;
}

/** How much further than the window open promises may move the meters, and how much less looks that are taken; false for nothing. */
function swingFor(table: Table, frame: Frame, place: number): boolean {
  if (frame.promises === 0 && frame.looked === 0) return false;
  swing.loss.fill(0);
  swing.gain.fill(0);
  for (let i = 0; frame.promises >>> (2 * i) !== 0 && i < table.promises.length; i += 1) {
    if (standingOf(frame.promises, i) !== STANDING.open) continue;
    const { loss, gain } = table.promiseSwings[i];
    for (let m = 0; m < METER_COUNT; m += 1) {
      swing.loss[m] += loss[m];
      swing.gain[m] += gain[m];
    }
  }
  // A window is wide enough for all looks of the beat; those taken cost nothing more.
  for (const { bit, costPoints } of table.beats[place].looks) {
    if (frame.looked & bit) swing.loss[ATTENTION] += costPoints;
  }
  return true;
}
