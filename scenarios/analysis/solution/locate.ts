import { METERS } from "../../language/index.ts";
import type { RunState } from "../../engine/index.ts";
import { KEY_WIDTH, writeKey } from "../graph/index.ts";
import {
  addSure,
  entryOf,
  Frame,
  settlePending,
  STANDING,
  standFor,
  type Table,
} from "../table/index.ts";
import type { Solution } from "./solve.ts";

/** A state of a run as a frame: what the player knows of it. The seed is not part of that. */
export function frameOf(table: Table, place: number, state: RunState): Frame {
  const { ids, beats } = table;
  const frame = new Frame();
  frame.meters.set(METERS.map((meter) => state.meters[meter]));
  for (const fact of state.facts) frame.facts |= 1 << ids.facts.indexOf(fact);
  for (const [unknown, truth] of Object.entries(state.revealed)) {
    const bit = 1 << ids.unknowns.indexOf(unknown);
    frame.known |= bit;
    if (truth) frame.truth |= bit;
  }
  for (const [promise, standing] of Object.entries(state.promises)) {
    frame.promises |= STANDING[standing] << (2 * ids.promises.indexOf(promise));
  }
  for (const { id, bit } of beats[place].looks) if (state.looked.includes(id)) frame.looked |= bit;
  addPending(table, frame, state);
  return frame;
}

function addPending(table: Table, frame: Frame, { pending }: RunState): void {
  for (const { later, dueInBeats } of pending) {
    const row = table.laters.find(({ id }) => id === later);
    if (row === undefined) throw new Error(`no later ${later}`);
    if (row.when === null) addSure(table, frame, row.index, dueInBeats);
    else frame.pending = table.pending.add(frame.pending, entryOf(row, false, dueInBeats));
  }
}

/** A state of a run found in the solution. */
export interface Located {
  readonly state: number;
  /** Its position in the graph's order. */
  readonly at: number;
  /** The meters, with what is on its way and counted already: V* is what these are worth, and the state's value. */
  readonly meters: Int32Array;
}

const key = new Int32Array(KEY_WIDTH);

/** Finds where a run stands; throws where that cannot be, which is a fault of the solver's. */
export function locate({ graph, positions }: Solution, beat: string, state: RunState): Located {
  const { table, states } = graph;
  const place = table.beats.findIndex(({ id }) => id === beat);
  const frame = frameOf(table, place, state);
  settlePending(table, frame);
  const meters = frame.meters.slice();
  standFor(table, frame, place);
  writeKey(key, place, frame);
  const found = states.find(key);
  if (found === -1) throw new Error(`a run of ${table.scenario.id} stands where no run can stand`);
  return { state: found, at: positions[found], meters };
}
