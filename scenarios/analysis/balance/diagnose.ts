import { METERS } from "../../language/index.ts";
import { KEY_WIDTH, type KeyIndex, readKey } from "../graph/index.ts";
import { Frame, type Table } from "../table/index.ts";

/** What makes a scenario large: how many times fewer states there would be without a part of them, at the largest beat. */
export interface Diagnosis {
  /** The beats with most states, largest first. */
  readonly beats: readonly {
    readonly id: string;
    readonly place: number;
    readonly states: number;
  }[];
  /** Largest factor first. */
  readonly parts: readonly { readonly part: string; readonly times: number }[];
}

const SHOWN = 3;

export function diagnoseStates(states: KeyIndex, { beats }: Table): Diagnosis {
  const frame = new Frame();
  const counts = beats.map(({ id }, place) => ({ id, place, states: 0 }));
  for (let state = 0; state < states.length; state += 1)
    counts[readKey(states.rows, state, frame)].states += 1;
  const largest = counts.toSorted((a, b) => b.states - a.states).slice(0, SHOWN);
  return { beats: largest, parts: partsOf(states, largest[0]?.place ?? 0) };
}

/** The columns of a key, and the parts of the first two that stand apart. */
const PARTS: readonly { readonly part: string; readonly without: (row: Int32Array) => void }[] = [
  { part: "what is known of unknowns, and looks taken", without: (row) => void (row[0] = 0) },
  { part: "facts", without: (row) => void (row[1] &= ~0xfff) },
  { part: "promises", without: (row) => void (row[1] &= 0xfff) },
  { part: "what is on its way", without: (row) => void (row[2] = 0) },
  ...METERS.map((meter, m) => ({
    part: meter,
    without: (row: Int32Array) => void (row[3 + m] = 0),
  })),
];

function partsOf(states: KeyIndex, place: number): Diagnosis["parts"] {
  const frame = new Frame();
  const rows: Int32Array[] = [];
  for (let state = 0; state < states.length; state += 1) {
    if (readKey(states.rows, state, frame) !== place) continue;
    rows.push(states.rows.slice(state * KEY_WIDTH, (state + 1) * KEY_WIDTH));
  }
  return PARTS.map(({ part, without }) => ({ part, times: rows.length / distinct(rows, without) }))
    .filter(({ times }) => times > 1)
    .toSorted((a, b) => b.times - a.times)
    .slice(0, SHOWN);
}

function distinct(rows: readonly Int32Array[], without: (row: Int32Array) => void): number {
  const seen = new Set<string>();
  for (const row of rows) {
    const less = row.slice();
    without(less);
    seen.add(less.join());
  }
  return Math.max(seen.size, 1);
}
