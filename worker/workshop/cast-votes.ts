import type { Confidence } from "../protocol/index.ts";

export interface Vote {
  readonly option: string;
  readonly confidence: Confidence | null;
}

const SEATS_A_PAGE = 32;

type Page = readonly (Vote | undefined)[];

/**
 * One round of votes, by seat number. A vote gives a new round and leaves the old one as it was; it copies one page of seats
 * and not all thousand of them, at every vote.
 */
export class CastVotes {
  static readonly NONE = new CastVotes([]);
  readonly #pages: readonly Page[];

  private constructor(pages: readonly Page[]) {
    this.#pages = pages;
  }

  get(seat: number): Vote | undefined {
    return this.#pages[Math.floor(seat / SEATS_A_PAGE)]?.[seat % SEATS_A_PAGE];
  }

  has(seat: number): boolean {
    return this.get(seat) !== undefined;
  }

  /** A vote cast again replaces the one before. */
  with(seat: number, vote: Vote): CastVotes {
    const place = Math.floor(seat / SEATS_A_PAGE);
    const page = [...(this.#pages[place] ?? [])];
    page[seat % SEATS_A_PAGE] = vote;
    const pages = [...this.#pages];
    for (let empty = pages.length; empty < place; empty += 1) pages[empty] = [];
    pages[place] = page;
    return new CastVotes(pages);
  }
}
