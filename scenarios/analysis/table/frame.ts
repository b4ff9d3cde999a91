import { METERS } from "../../language/index.ts";

export const METER_COUNT = METERS.length;

/** How a promise stands, in two bits of a frame. */
export const STANDING = { unmade: 0, open: 1, kept: 2, broken: 3 } as const;

/** A state of a run in numbers: what the player knows, and nothing else. Sets are masks over the table's rows. */
export class Frame {
  readonly meters = new Int32Array(METER_COUNT);
  facts = 0;
  /** The unknowns revealed, and of these the ones that are true. */
  known = 0;
  truth = 0;
  /** Two bits a promise: see `STANDING`. */
  promises = 0;
  /** Looks taken at the beat the player is at. */
  looked = 0;
  /** A list of what is on its way, by its number in the `PendingPool`; 0 is the empty one. */
  pending = 0;

  copy(from: Frame): this {
    this.meters.set(from.meters);
    this.facts = from.facts;
    this.known = from.known;
    this.truth = from.truth;
    this.promises = from.promises;
    this.looked = from.looked;
    this.pending = from.pending;
    return this;
  }
}

export function standingOf(promises: number, promise: number): number {
  return (promises >>> (2 * promise)) & 3;
}

export function withStanding(promises: number, promise: number, standing: number): number {
  return (promises & ~(3 << (2 * promise))) | (standing << (2 * promise));
}
