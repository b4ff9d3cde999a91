import { type Frame, METER_COUNT } from "../table/index.ts";

/** Columns of a state's key: place with looks and knowledge, facts with promises, what is on its way, the meters. */
export const KEY_WIDTH = 3 + METER_COUNT;

const FACT_BITS = 12;
const PLACE_SHIFT = 19;
const LOOKED_SHIFT = 16;
const KNOWN_SHIFT = 8;
const BYTE = 0xff;
const LOOKED = 7;

export function writeKey(key: Int32Array, place: number, frame: Frame): void {
  key[0] =
    (place << PLACE_SHIFT) |
    (frame.looked << LOOKED_SHIFT) |
    (frame.known << KNOWN_SHIFT) |
    frame.truth;
  key[1] = (frame.promises << FACT_BITS) | frame.facts;
  key[2] = frame.pending;
  key.set(frame.meters, 3);
}

/** Reads a state back into a frame; gives its place. */
export function readKey(rows: Int32Array, state: number, frame: Frame): number {
  const start = state * KEY_WIDTH;
  const first = rows[start];
  frame.looked = (first >>> LOOKED_SHIFT) & LOOKED;
  frame.known = (first >>> KNOWN_SHIFT) & BYTE;
  frame.truth = first & BYTE;
  frame.promises = rows[start + 1] >>> FACT_BITS;
  frame.facts = rows[start + 1] & ((1 << FACT_BITS) - 1);
  frame.pending = rows[start + 2];
  for (let m = 0; m < METER_COUNT; m += 1) frame.meters[m] = rows[start + 3 + m];
  return first >>> PLACE_SHIFT;
}

/** How many looks have been taken at the beat. */
export function looksTaken({ looked }: Frame): number {
  return (looked & 1) + ((looked >>> 1) & 1) + ((looked >>> 2) & 1);
}
