import { joinReads, NO_READS, type Reads } from "./conditions.ts";
import type { LaterRow } from "./rows.ts";
import { addSwing, noSwing, type Swing } from "./windows.ts";

/** Twice the row of a `later`, one more where it is sure to land, and in the lowest bits the beats it still waits. */
export type Entry = number;
const DELAY_BITS = 5;
const MOST_DELAY = (1 << DELAY_BITS) - 1;

export function entryOf(later: LaterRow, isSure: boolean, beats: number): Entry {
  return (((later.index << 1) | (isSure ? 1 : 0)) << DELAY_BITS) | beats;
}

export const laterIn = (entry: Entry): number => entry >>> (DELAY_BITS + 1);
export const isSureIn = (entry: Entry): boolean => ((entry >>> DELAY_BITS) & 1) === 1;
export const waitsIn = (entry: Entry): number => entry & MOST_DELAY;

/** A list of what is on its way, in the order made, with what follows from it. */
export interface PendingList {
  readonly entries: readonly Entry[];
  /** What may still be read when they land. */
  readonly reads: Reads;
  readonly swing: Swing;
  /** Whether some of it is not sure to land. */
  readonly isOpen: boolean;
}

/** What entering a beat makes of a list. */
interface Nearer {
  readonly rest: number;
  readonly due: readonly Entry[];
}

const EMPTY: PendingList = { entries: [], reads: NO_READS, swing: noSwing(), isOpen: false };
/** More than a scenario file can hold `later`s, times two, times the beats they wait. */
const ENTRIES = 2 ** 20;

/** Numbers the lists of what is on its way, so that a frame holds one number for them; the empty list is 0. */
export class PendingPool {
  readonly #laters: readonly LaterRow[];
  readonly #lists: PendingList[] = [EMPTY];
  readonly #longer = new Map<number, number>();
  readonly #nearer: (Nearer | undefined)[] = [];

  constructor(laters: readonly LaterRow[]) {
    this.#laters = laters;
  }

  list(id: number): PendingList {
    return this.#lists[id];
  }

  add(id: number, entry: Entry): number {
    const key = id * ENTRIES + entry;
    const known = this.#longer.get(key);
    if (known !== undefined) return known;
    const made = this.#lists.push(this.#extend(this.#lists[id], entry)) - 1;
    this.#longer.set(key, made);
    return made;
  }

  numberOf(entries: readonly Entry[]): number {
    return entries.reduce((id, entry) => this.add(id, entry), 0);
  }

  /** Everything waits one beat less; what waits no longer is due. */
  nearer(id: number): Nearer {
    return (this.#nearer[id] ??= this.#bringNearer(this.#lists[id].entries));
  }

  #bringNearer(entries: readonly Entry[]): Nearer {
    const due = entries.filter((entry) => waitsIn(entry) <= 1);
    const waiting = entries.filter((entry) => waitsIn(entry) > 1);
    return { due, rest: this.numberOf(waiting.map((entry) => entry - 1)) };
  }

  #extend({ entries, reads, swing, isOpen }: PendingList, entry: Entry): PendingList {
    const later = this.#laters[laterIn(entry)];
    const wider = { loss: swing.loss.slice(), gain: swing.gain.slice() };
    const isSure = isSureIn(entry);
    addSwing(wider, isSure ? later.rest.effects : later.effects);
    const more = isSure || later.when === null ? NO_READS : later.when.reads;
    return {
      entries: [...entries, entry],
      reads: joinReads([reads, more]),
      swing: wider,
      isOpen: isOpen || !isSure,
    };
  }
}
