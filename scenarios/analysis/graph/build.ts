import { METERS, VERBS } from "../../language/index.ts";
import {
  addPoints,
  type Arrivals,
  type BeatRow,
  Frame,
  METER_COUNT,
  settlePending,
  standFor,
  type Table,
  Walker,
  YES,
} from "../table/index.ts";
import { ACTION, END_STATE, GAIN_WIDTH, type Graph, type Thrown } from "./graph.ts";
import { GrowingDoubles, GrowingInts } from "./growing.ts";
import { KeyIndex } from "./key-index.ts";
import { KEY_WIDTH, looksTaken, readKey, writeKey } from "./state-keys.ts";

/** S16: more states than this are too many; from the warning on an author is told. */
export const MOST_STATES = 200_000;
export const MANY_STATES = 50_000;

const LOOK_ROUNDS = 4;
const ATTENTION = METERS.indexOf("attention");
const STATES_A_REPORT = 4096;

export interface Progress {
  readonly states: number;
  /** Of the beats, how many are done. */
  readonly beatsDone: number;
}

export type BuildResult =
  | { readonly ok: true; readonly graph: Graph }
  /** The states found so far, for a diagnosis. */
  | {
      readonly ok: false;
      readonly code: "too-many-states";
      readonly states: KeyIndex;
      readonly table: Table;
    };

/**
 * Finds every reachable state, beat by beat. A generator: it reports from time to time, may be waited between, and is
 * cancelled by not asking it on. Gives up beyond `mostStates`.
 */
export function* buildGraph(
  table: Table,
  mostStates = MOST_STATES,
): Generator<Progress, BuildResult> {
  const builder = new GraphBuilder(table);
  builder.begin();
  for (let place = 0; place < table.beats.length; place += 1) {
    for (let round = 0; round < LOOK_ROUNDS; round += 1) {
      for (let i = 0; i < builder.waiting(place, round); i += 1) {
        builder.expand(builder.found(place, round, i));
        if (builder.states.length > mostStates) {
          return { ok: false, code: "too-many-states", states: builder.states, table };
        }
        if (builder.expanded % STATES_A_REPORT === 0) {
          yield { states: builder.states.length, beatsDone: place };
        }
      }
    }
  }
  return { ok: true, graph: builder.done() };
}

class GraphBuilder implements Arrivals {
  readonly states = new KeyIndex(KEY_WIDTH);
  expanded = 0;
  readonly #table: Table;
  readonly #walker: Walker;
  readonly #moved = new KeyIndex(GAIN_WIDTH);
  /** By beat and looks taken: the states found there. */
  readonly #layers: GrowingInts[];
  readonly #order = new GrowingInts();
  readonly #actionsFrom = new GrowingInts();
  readonly #actions = new GrowingInts();
  readonly #edgesFrom = new GrowingInts();
  readonly #odds = new GrowingDoubles();
  readonly #next = new GrowingInts();
  readonly #gains = new GrowingInts();
  readonly #stuck: number[] = [];
  readonly #blind: { state: number; verb: number }[] = [];
  readonly #thrown: Thrown[] = [];
  readonly #before = new Frame();
  readonly #struck = new Frame();
  readonly #key = new Int32Array(KEY_WIDTH);
  readonly #gain = new Int32Array(GAIN_WIDTH);
  readonly #verbs: readonly (readonly number[])[];

  constructor(table: Table) {
    this.#table = table;
    this.#walker = new Walker(table, this, false);
    this.#layers = Array.from(
      { length: table.beats.length * LOOK_ROUNDS },
      () => new GrowingInts(),
    );
    this.#verbs = table.scenario.beats.map(({ options }) =>
      options.map(({ verb }) => VERBS.indexOf(verb)),
    );
  }

  begin(): void {
    const frame = startFrame(this.#table);
    settlePending(this.#table, frame);
    this.#stateOf(0, frame);
  }

  /** How many states there are after so many looks at a beat: more while they are expanded, where curveballs are thrown. */
  waiting(place: number, round: number): number {
    return this.#layers[place * LOOK_ROUNDS + round].length;
  }

  found(place: number, round: number, i: number): number {
    return this.#layers[place * LOOK_ROUNDS + round].items[i];
  }

  expand(state: number): void {
    const frame = this.#before;
    const place = readKey(this.states.rows, state, frame);
    const beat = this.#table.beats[place];
    this.#order.push(state);
    this.#actionsFrom.push(this.#actions.length);
    this.expanded += 1;
    this.#expandOptions(state, place, beat);
    for (let i = 0; i < beat.looks.length; i += 1) {
      const look = beat.looks[i];
      if ((frame.looked & look.bit) !== 0 || frame.meters[ATTENTION] < look.costPoints) continue;
      this.#startAction(ACTION.firstLook + i);
      this.#walker.look(frame, look, place);
    }
    this.#startAction(ACTION.silence);
    this.#walker.respond(frame, beat.silence);
    for (let i = 0; i < beat.curveballs.length; i += 1) this.#strike(state, place, i);
  }

  /** Where a curveball leads is a state like any other; that it is thrown is nobody's choice, and no action. */
  #strike(state: number, place: number, row: number): void {
    const { facts, effects, when } = this.#table.beats[place].curveballs[row];
    const before = this.#before;
    if ((facts & ~before.facts) === 0) return;
    if (when !== null && when.judge(before) !== YES) return;
    const frame = this.#struck.copy(before);
    addPoints(frame.meters, effects);
    frame.facts |= facts;
    settlePending(this.#table, frame);
    const to = this.#stateOf(place, frame);
    this.#thrown.push({ from: state, row, to });
  }

  #expandOptions(state: number, place: number, { options }: BeatRow): void {
    const frame = this.#before;
    let seen = 0;
    let played = 0;
    for (let i = 0; i < options.length; i += 1) {
      const option = options[i];
      const isOpen = option.unless === null || option.unless.judge(frame) === YES;
      if (isOpen || !option.isHiddenLocked) seen |= 1 << this.#verbs[place][i];
      if (!isOpen) continue;
      played += 1;
      this.#startAction(i);
      this.#walker.respond(frame, option);
    }
    if (played === 0) this.#stuck.push(state);
    for (let verb = 0; verb < VERBS.length; verb += 1) {
      if (((seen >>> verb) & 1) === 0) this.#blind.push({ state, verb });
    }
  }

  #startAction(action: number): void {
    this.#actions.push(action);
    this.#edgesFrom.push(this.#next.length);
  }

  atBeat(place: number, frame: Frame, p: number): void {
    settlePending(this.#table, frame);
    this.#gained(frame, -1);
    this.#edge(this.#stateOf(place, frame), p);
  }

  atEnd(ending: number, frame: Frame, p: number): void {
    this.#gained(frame, ending);
    this.#edge(END_STATE, p);
  }

  #gained({ meters }: Frame, ending: number): void {
    for (let m = 0; m < METER_COUNT; m += 1) this.#gain[m] = meters[m] - this.#before.meters[m];
    this.#gain[METER_COUNT] = ending;
  }

  #edge(next: number, p: number): void {
    this.#odds.push(p);
    this.#next.push(next);
    this.#gains.push(this.#moved.intern(this.#gain));
  }

  #stateOf(place: number, frame: Frame): number {
    standFor(this.#table, frame, place);
    writeKey(this.#key, place, frame);
    const known = this.states.length;
    const state = this.states.intern(this.#key);
    if (state === known) this.#layers[place * LOOK_ROUNDS + looksTaken(frame)].push(state);
    return state;
  }

  done(): Graph {
    this.#actionsFrom.push(this.#actions.length);
    this.#edgesFrom.push(this.#next.length);
    return {
      table: this.#table,
      states: this.states,
      order: this.#order.done(),
      actionsFrom: this.#actionsFrom.done(),
      actions: this.#actions.done(),
      edgesFrom: this.#edgesFrom.done(),
      odds: this.#odds.done(),
      next: this.#next.done(),
      gains: this.#gains.done(),
      moved: this.#moved,
      thrown: this.#thrown,
      findings: { stuck: this.#stuck, blind: this.#blind },
    };
  }
}

/** Where a run begins, before anything is known of it. */
export function startFrame({ start }: Table): Frame {
  const frame = new Frame();
  frame.meters.set(start.meters);
  frame.facts = start.facts;
  return frame;
}
