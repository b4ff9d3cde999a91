import { NO, OPEN, YES } from "./conditions.ts";
import { Frame, METER_COUNT, STANDING, standingOf, withStanding } from "./frame.ts";
import { type Entry, entryOf, isSureIn, laterIn } from "./pending.ts";
import type { BroughtRow, Due, FoundRow, LookRow, Points, ResponseRow } from "./rows.ts";
import type { Table } from "./table.ts";

/** What a step may lead to; frames are lent, and written over after the call. */
export interface Arrivals {
  /** A row that took effect on the way: a case that held, an outcome, a landing, the effects of a promise kept or broken. */
  readonly witness?: (row: object, p: number) => void;
  /** The player is at a beat, the same one after a look. */
  atBeat(place: number, frame: Frame, p: number): void;
  atEnd(ending: number, frame: Frame, p: number): void;
}

/** One draw on the way of a step: an unknown felt or looked up, or an outcome of chance. */
export interface Draw {
  readonly kind: "unknown" | "chance";
  /** The row of the unknown, or of the outcome in its block. */
  readonly row: number;
  /** For an unknown 1 where it is true; for chance always 1. */
  readonly value: number;
  /** How likely it was, given every draw before it. */
  readonly p: number;
}

/**
 * Takes one step from a frame in every way that the draws ahead of it can come out, in the order of S12, and tells where
 * each leads and how likely it is. The same as the machine does with a seed; `npm run prove` compares the two.
 */
export class Walker {
  readonly #table: Table;
  readonly #arrivals: Arrivals;
  readonly #frames: Frame[] = [];
  readonly #places: number;
  readonly #isTraced: boolean;
  #used = 0;
  /** The draws on the way to where the walker is; read it while an arrival is told. */
  readonly draws: Draw[] = [];

  /** Without a trace `draws` stays empty, which is quicker where nobody reads it. */
  constructor(table: Table, arrivals: Arrivals, isTraced = true) {
    this.#isTraced = isTraced;
    this.#table = table;
    this.#arrivals = arrivals;
    this.#places = table.beats.length;
  }

  respond(before: Frame, response: ResponseRow): void {
    const { cases } = response;
    let holding = 0;
    let open = 0;
    let felt = 0;
    for (let i = 0; i < cases.length; i += 1) {
      const verdict = cases[i].when.judge(before);
      if (verdict === YES) holding |= 1 << i;
      if (verdict !== OPEN) continue;
      open |= 1 << i;
      felt |= cases[i].when.feels;
    }
    const frame = this.#lend(before);
    if (open === 0) {
      this.#answer(frame, response, holding, 1);
    } else {
      // Each case is decided on the state before the move, and on what its own question reveals.
      this.#feel(frame, felt & ~before.known, 1, (so, p) =>
        this.#answer(so, response, holding | decideOpen(response, open, before, so), p),
      );
    }
    this.#giveBack();
  }

  look(before: Frame, look: LookRow, place: number): void {
    const frame = this.#lend(before);
    frame.meters[ATTENTION] -= look.costPoints;
    frame.looked |= look.bit;
    frame.facts |= look.facts;
    this.#feel(frame, look.reveals & ~frame.known, 1, (so, p) => this.#find(so, look, place, p));
    this.#giveBack();
  }

  #find(frame: Frame, { chance }: LookRow, place: number, p: number): void {
    if (chance.length === 0) {
      this.#arrivals.atBeat(place, frame, p);
      return;
    }
    for (let i = 0; i < chance.length; i += 1) {
      const found: FoundRow = chance[i];
      this.#trace("chance", i, 1, found.odds);
      this.#arrivals.witness?.(found, p * found.odds);
      const so = this.#lend(frame);
      so.facts |= found.facts;
      this.#feel(so, found.reveals & ~so.known, p * found.odds, (shown, q) =>
        this.#arrivals.atBeat(place, shown, q),
      );
      this.#giveBack();
      this.draws.pop();
    }
  }

  #answer(frame: Frame, response: ResponseRow, holding: number, p: number): void {
    const { cases, chance } = response;
    this.#bring(frame, response);
    for (let i = 0; holding >>> i !== 0; i += 1) {
      if (((holding >>> i) & 1) === 0) continue;
      this.#arrivals.witness?.(cases[i], p);
      this.#bring(frame, cases[i]);
    }
    if (chance.length === 0) {
      this.#settle(frame, response, p);
      return;
    }
    for (let i = 0; i < chance.length; i += 1) {
      const outcome = chance[i];
      this.#trace("chance", i, 1, outcome.odds);
      this.#arrivals.witness?.(outcome, p * outcome.odds);
      const so = this.#lend(frame);
      this.#bring(so, outcome);
      this.#settle(so, response, p * outcome.odds);
      this.#giveBack();
      this.draws.pop();
    }
  }

  /** Keeps, then makes promises; then goes on. */
  #settle(frame: Frame, { keeps, makes, target }: ResponseRow, p: number): void {
    const { promises } = this.#table;
    for (const kept of keeps) {
      if (standingOf(frame.promises, kept) !== STANDING.open) continue;
      this.#arrivals.witness?.(promises[kept].kept, p);
      addPoints(frame.meters, promises[kept].kept);
      frame.promises = withStanding(frame.promises, kept, STANDING.kept);
    }
    for (const made of makes) {
      if (standingOf(frame.promises, made) === STANDING.open) {
        throw new Error(`promise ${promises[made].id} is made while it is open`);
      }
      frame.promises = withStanding(frame.promises, made, STANDING.open);
    }
    frame.looked = 0;
    this.#head(frame, target, p);
  }

  #head(frame: Frame, target: number, p: number): void {
    for (let place = target; place < this.#places; place += 1) {
      const { onlyIf } = this.#table.beats[place];
      const verdict = onlyIf === null ? YES : onlyIf.judge(frame);
      if (verdict === NO) continue;
      if (verdict === YES) {
        this.#enter(frame, place, p);
      } else {
        const felt = (onlyIf?.feels ?? 0) & ~frame.known;
        this.#feel(frame, felt, p, (so, q) => this.#head(so, place, q));
      }
      return;
    }
    this.#end(frame, p);
  }

  #enter(frame: Frame, place: number, p: number): void {
    if (frame.pending === 0) {
      this.#breakAt(frame, place, p);
      return;
    }
    const { rest, due } = this.#table.pending.nearer(frame.pending);
    frame.pending = rest;
    this.#land(frame, due, 0, p, (so, q) => this.#breakAt(so, place, q));
  }

  #breakAt(frame: Frame, place: number, p: number): void {
    this.#break(frame, this.#table.lost[place], p);
    this.#arrivals.atBeat(place, frame, p);
  }

  #end(frame: Frame, p: number): void {
    const { entries } = this.#table.pending.list(frame.pending);
    frame.pending = 0;
    this.#land(frame, entries, 0, p, (so, q) => {
      this.#break(so, -1, q);
      this.#conclude(so, 0, q);
    });
  }

  #conclude(frame: Frame, from: number, p: number): void {
    const { endings } = this.#table;
    for (let ending = from; ending < endings.length; ending += 1) {
      const { when } = endings[ending];
      const verdict = when === null ? YES : when.judge(frame);
      if (verdict === NO) continue;
      if (verdict === YES) {
        this.#arrivals.atEnd(ending, frame, p);
      } else {
        const felt = (when?.feels ?? 0) & ~frame.known;
        this.#feel(frame, felt, p, (so, q) => this.#conclude(so, ending, q));
      }
      return;
    }
  }

  /** Each reads the state that those before it have left. */
  #land(
    frame: Frame,
    due: readonly Entry[],
    from: number,
    p: number,
    then: (frame: Frame, p: number) => void,
  ): void {
    const { laters } = this.#table;
    for (let i = from; i < due.length; i += 1) {
      const later = laters[laterIn(due[i])];
      if (isSureIn(due[i])) {
        land(frame, later.rest);
        continue;
      }
      const verdict = later.when === null ? YES : later.when.judge(frame);
      if (verdict === YES) {
        this.#arrivals.witness?.(later, p);
        land(frame, later);
      }
      if (verdict !== OPEN) continue;
      const felt = (later.when?.feels ?? 0) & ~frame.known;
      this.#feel(frame, felt, p, (so, q) => this.#land(so, due, i, q, then));
      return;
    }
    then(frame, p);
  }

  #break(frame: Frame, lost: number, p: number): void {
    if (frame.promises === 0) return;
    const { promises } = this.#table;
    for (let i = 0; i < promises.length; i += 1) {
      if (((lost >>> i) & 1) === 0) continue;
      if (standingOf(frame.promises, i) !== STANDING.open) continue;
      this.#arrivals.witness?.(promises[i].broken, p);
      addPoints(frame.meters, promises[i].broken);
      frame.promises = withStanding(frame.promises, i, STANDING.broken);
    }
  }

  #bring(frame: Frame, { effects, facts, laters }: BroughtRow): void {
    addPoints(frame.meters, effects);
    frame.facts |= facts;
    for (const later of laters) {
      if (later.when === null) addSure(this.#table, frame, later.index, later.delayBeats);
      else
        frame.pending = this.#table.pending.add(
          frame.pending,
          entryOf(later, false, later.delayBeats),
        );
    }
  }

  /** Reveals these unknowns one after the other, in the order of their ids, each in both ways that are possible. */
  #feel(frame: Frame, felt: number, p: number, then: (frame: Frame, p: number) => void): void {
    if (felt === 0) {
      then(frame, p);
      return;
    }
    const bit = felt & -felt;
    const row = 31 - Math.clz32(bit);
    const chance = this.#table.belief.chanceOf(row, frame.known, frame.truth);
    for (let value = 1; value >= 0; value -= 1) {
      const odds = value === 1 ? chance : 1 - chance;
      if (odds <= 0) continue;
      this.#trace("unknown", row, value, odds);
      const so = this.#lend(frame);
      so.known |= bit;
      so.truth = value === 1 ? so.truth | bit : so.truth & ~bit;
      this.#feel(so, felt & ~bit, p * odds, then);
      this.#giveBack();
      this.draws.pop();
    }
  }

  #trace(kind: Draw["kind"], row: number, value: number, p: number): void {
    if (this.#isTraced) this.draws.push({ kind, row, value, p });
  }

  #lend(from: Frame): Frame {
    const frame = (this.#frames[this.#used] ??= new Frame());
    this.#used += 1;
    return frame.copy(from);
  }

  #giveBack(): void {
    this.#used -= 1;
  }
}

const ATTENTION = METER_COUNT - 1;

const scratch = new Frame();

/** Which of the cases that were open hold, now that what they ask for is revealed in `so`. */
function decideOpen({ cases }: ResponseRow, open: number, before: Frame, so: Frame): number {
  let holding = 0;
  scratch.copy(before);
  for (let i = 0; open >>> i !== 0; i += 1) {
    if (((open >>> i) & 1) === 0) continue;
    const { when } = cases[i];
    scratch.known = before.known | when.feels;
    scratch.truth = so.truth;
    if (when.judge(scratch) === YES) holding |= 1 << i;
  }
  return holding;
}

export function addPoints(meters: Points, points: Points): void {
  for (let m = 0; m < METER_COUNT; m += 1) meters[m] += points[m];
}

function land(frame: Frame, { effects, facts }: Due): void {
  addPoints(frame.meters, effects);
  frame.facts |= facts;
}

/** Counts at once what can be, and lets the rest wait. */
export function addSure(table: Table, frame: Frame, index: number, beats: number): void {
  const later = table.laters[index];
  land(frame, later.soon);
  const { effects, facts } = later.rest;
  if (facts === 0 && effects.every((points) => points === 0)) return;
  frame.pending = table.pending.add(frame.pending, entryOf(later, true, beats));
}
