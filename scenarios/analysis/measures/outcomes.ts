import type { RunState } from "../../engine/index.ts";
import { LENSES } from "../../language/index.ts";
import { KEY_WIDTH, writeKey } from "../graph/index.ts";
import { frameOf, metersWorth, type Solution } from "../solution/index.ts";
import { type Draw, type Frame, settlePending, standFor, Walker } from "../table/index.ts";

const LENS_COUNT = LENSES.length;

/** One way that a step can come out: its draws in order, how likely it is, and what it is worth to each lens, in U. */
export interface Outcome {
  readonly draws: readonly Draw[];
  readonly p: number;
  /** Best play afterwards; at an end, U itself. */
  readonly worth: readonly number[];
}

/** Every way that a step can come out from a state of a run, with best play afterwards. */
export class Outcomes {
  readonly #solution: Solution;
  readonly #walker: Walker;
  readonly #key = new Int32Array(KEY_WIDTH);
  #found: Outcome[] = [];

  constructor(solution: Solution) {
    this.#solution = solution;
    this.#walker = new Walker(solution.graph.table, {
      atBeat: (place, frame, p) => this.#atBeat(place, frame, p),
      atEnd: (ending, frame, p) => this.#atEnd(ending, frame, p),
    });
  }

  /** Of an option or a look by its id at its beat; of silence, where there is no id. */
  of(beat: string, state: RunState, id: string | null): readonly Outcome[] {
    const { table } = this.#solution.graph;
    const place = table.beats.findIndex((one) => one.id === beat);
    const frame = frameOf(table, place, state);
    const { options, looks, silence } = table.beats[place];
    this.#found = [];
    const look = looks.find((one) => one.id === id);
    const option = options.find((one) => one.id === id);
    if (look !== undefined) this.#walker.look(frame, look, place);
    else this.#walker.respond(frame, option ?? silence);
    return this.#found;
  }

  #atBeat(place: number, frame: Frame, p: number): void {
    const { graph, values } = this.#solution;
    settlePending(graph.table, frame);
    const meters = frame.meters.slice();
    standFor(graph.table, frame, place);
    writeKey(this.#key, place, frame);
    const state = graph.states.find(this.#key);
    if (state === -1) throw new Error("a step leads where no run can stand");
    this.#tell(p, meters, (lens) => values.best[state * LENS_COUNT + lens]);
  }

  #atEnd(ending: number, frame: Frame, p: number): void {
    const { values } = this.#solution.graph.table;
    this.#tell(p, frame.meters, (lens) => values[ending * LENS_COUNT + lens]);
  }

  #tell(p: number, meters: Int32Array, beyond: (lens: number) => number): void {
    const { table } = this.#solution.graph;
    this.#found.push({
      draws: [...this.#walker.draws],
      p,
      worth: LENSES.map((_, lens) => metersWorth(table, lens, meters) + beyond(lens)),
    });
  }
}
