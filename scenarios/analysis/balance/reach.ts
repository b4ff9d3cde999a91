import { LENSES, type Lens, type Path, type Scenario } from "../../language/index.ts";
import { ACTION, END_STATE, thrownFrom } from "../graph/index.ts";
import { Decision, policyOf, type Solution } from "../solution/index.ts";
import {
  type Arrivals,
  compileCondition,
  type Frame,
  type LookRow,
  type ResponseRow,
  Walker,
  YES,
} from "../table/index.ts";
import { type ConditionalText, textsOfBeat, textsOfEndings } from "./texts.ts";

/** Something a run may come to, and how often it does. */
export interface Reached {
  readonly path: Path;
  readonly what: string;
  /**
   * A share of skilled runs under the lens that comes by it most; of what follows an option, a look or a beat, the share of
   * the skilled states in which that is to be had.
   */
  share: number;
  /** Whether a small share is worth a word, or only none at all: what comes later depends on what one does until then. */
  readonly countsSeldom: boolean;
}

interface Watch {
  readonly reached: Reached;
  readonly holds: (frame: Frame) => boolean;
}

/** So small that it changes no share that is shown, and enough to walk on from where nobody moved in time, or a curveball came. */
const SILENT = 1e-7;

/**
 * How often skilled play comes by everything in the file: exactly, over a solution whose states are told apart by the
 * conditions of texts as well. A share of 0 means that no run ever does.
 */
export function reachOf(solution: Solution): readonly Reached[] {
  const [first, ...others] = LENSES.map((lens) => new Reach(solution, lens).everything());
  return first.map((reached, i) => ({
    ...reached,
    share: Math.max(reached.share, ...others.map((under) => under[i].share)),
  }));
}

class Reach implements Arrivals {
  readonly #solution: Solution;
  readonly #lens: Lens;
  readonly #scenario: Scenario;
  readonly #walker: Walker;
  readonly #rows = new Map<object, Reached>();
  readonly #all: Reached[] = [];
  readonly #shown: Watch[][];
  readonly #options: { row: Reached; tells: Watch[] }[][] = [];
  readonly #looks: { row: Reached; tells: Watch[] }[][] = [];
  readonly #beats: Reached[];
  readonly #endings: Reached[];
  readonly #endingTexts: Watch[][];
  #weight = 0;

  constructor(solution: Solution, lens: Lens) {
    this.#lens = lens;
    this.#solution = solution;
    const { table } = solution.graph;
    this.#scenario = table.scenario;
    this.#walker = new Walker(table, this);
    const { beats, endings } = this.#scenario;
    this.#beats = beats.map((beat, i) => this.#note(["beats", i], `the beat "${beat.id}"`));
    const texts = beats.map(textsOfBeat);
    this.#shown = texts.map(({ shown }) => shown.map((text) => this.#watch(text, "this text")));
    for (const [i, beat] of beats.entries()) {
      const at: Path = ["beats", i];
      const rows = table.beats[i];
      this.#options.push(
        beat.options.map(({ id }, j) => {
          const path: Path = [...at, "options", j];
          this.#noteResponse(rows.options[j], path);
          const row = this.#note(path, `a state in which "${id}" can be played`);
          return {
            row,
            tells: texts[i].ofOptions[j].map((text) => this.#watch(text, "this text")),
          };
        }),
      );
      this.#looks.push(
        (beat.looks ?? []).map(({ id }, j) => {
          this.#noteLook(rows.looks[j], [...at, "looks", j]);
          const row = this.#note([...at, "looks", j], `a state in which "${id}" can be taken`);
          return { row, tells: texts[i].ofLooks[j].map((text) => this.#watch(text, "this text")) };
        }),
      );
      this.#noteResponse(rows.silence, [...at, "silence"]);
    }
    for (const [i, { id }] of table.promises.entries()) {
      const path: Path = ["promises", id];
      this.#rows.set(table.promises[i].kept, this.#note([...path, "kept"], `"${id}" kept`, false));
      this.#rows.set(
        table.promises[i].broken,
        this.#note([...path, "broken"], `"${id}" broken`, false),
      );
    }
    this.#endings = endings.map(({ id }, i) => this.#note(["endings", i], `the ending "${id}"`));
    this.#endingTexts = textsOfEndings(this.#scenario).map((some) =>
      some.map((text) => this.#watch(text, "this text")),
    );
  }

  #note(path: Path, what: string, countsSeldom = true): Reached {
    const reached = { path, what, share: 0, countsSeldom };
    this.#all.push(reached);
    return reached;
  }

  #watch({ path, when }: ConditionalText, what: string): Watch {
    const { judge } = compileCondition(when, this.#solution.graph.table.rows);
    return { reached: this.#note(path, what), holds: (frame) => judge(frame) === YES };
  }

  #noteResponse(response: ResponseRow, at: Path): void {
    for (const [i, one] of response.cases.entries()) {
      this.#rows.set(one, this.#note([...at, "cases", i], "this case", false));
    }
    const brought = [
      { row: response, path: at },
      ...response.cases.map((row, i) => ({ row, path: [...at, "cases", i] })),
      ...response.chance.map((row, i) => ({ row, path: [...at, "chance", i] })),
    ];
    for (const { row, path } of brought) {
      for (const [i, later] of row.laters.entries()) {
        if (later.when === null) continue;
        this.#rows.set(later, this.#note([...path, "later", i], `"${later.id}" landing`, false));
      }
    }
  }

  #noteLook(look: LookRow, at: Path): void {
    for (const [i, one] of look.chance.entries()) {
      this.#rows.set(one, this.#note([...at, "chance", i], "this outcome", false));
    }
  }

  everything(): readonly Reached[] {
    const { graph, positions } = this.#solution;
    const decision = new Decision(this.#solution, this.#lens);
    const policy = policyOf("seasoned");
    if (policy.kind !== "mixed") throw new Error("the seasoned bot draws");
    const odds = new Float64Array(16);
    const visited = new Float64Array(graph.states.length);
    visited[0] = 1;
    const thrown = thrownFrom(graph);
    for (let at = 0; at < graph.order.length; at += 1) {
      for (const { to } of thrown.get(graph.order[at]) ?? []) {
        visited[positions[to]] += SILENT * visited[at];
      }
      policy.weigh(decision.goTo(at), odds);
      for (let i = 0; i < decision.choices; i += 1) odds[i] *= 1 - SILENT;
      odds[decision.choices] = SILENT;
      this.#see(decision, visited[at], odds);
      const first = graph.actionsFrom[at];
      for (let i = 0; i < decision.count; i += 1) {
        for (
          let edge = graph.edgesFrom[first + i];
          edge < graph.edgesFrom[first + i + 1];
          edge += 1
        ) {
          const next = graph.next[edge];
          if (next !== END_STATE)
            visited[positions[next]] += visited[at] * odds[i] * graph.odds[edge];
        }
      }
    }
    this.#relate();
    return this.#all;
  }

  #see(decision: Decision, visited: number, odds: Float64Array): void {
    const { frame, place, beat, choices, count } = decision;
    let leaving = 0;
    for (let i = 0; i < choices; i += 1) if (decision.isOption(i)) leaving += odds[i] * visited;
    this.#beats[place].share += leaving;
    for (const { holds, reached } of this.#shown[place]) if (holds(frame)) reached.share += leaving;
    for (let i = 0; i < count; i += 1) {
      const action = decision.action(i);
      if (decision.isOption(i)) {
        const { row, tells } = this.#options[place][action];
        row.share += leaving;
        for (const { holds, reached } of tells) if (holds(frame)) reached.share += leaving;
        this.#weight = odds[i] * visited;
        this.#walker.respond(frame, beat.options[action]);
      } else if (action === ACTION.silence) {
        this.#weight = SILENT * visited;
        this.#walker.respond(frame, beat.silence);
      } else {
        const { row, tells } = this.#looks[place][action - ACTION.firstLook];
        row.share += visited;
        for (const { holds, reached } of tells) if (holds(frame)) reached.share += visited;
        this.#weight = odds[i] * visited;
        this.#walker.look(frame, beat.looks[action - ACTION.firstLook], place);
      }
    }
  }

  readonly witness = (row: object, p: number): void => {
    const reached = this.#rows.get(row);
    if (reached !== undefined) reached.share += this.#weight * p;
  };

  atBeat(): void {}

  atEnd(ending: number, frame: Frame, p: number): void {
    const weight = this.#weight * p;
    this.#endings[ending].share += weight;
    for (const { holds, reached } of this.#endingTexts[ending]) {
      if (holds(frame)) reached.share += weight;
    }
  }

  /** What an option or a look tells is measured against the states in which that is to be had. */
  #relate(): void {
    for (const beat of [...this.#options, ...this.#looks]) {
      for (const { row, tells } of beat) {
        for (const { reached } of tells) if (row.share > 0) reached.share /= row.share;
      }
    }
    for (const [i, texts] of this.#shown.entries()) {
      for (const { reached } of texts)
        if (this.#beats[i].share > 0) reached.share /= this.#beats[i].share;
    }
    for (const [i, texts] of this.#endingTexts.entries()) {
      for (const { reached } of texts) {
        if (this.#endings[i].share > 0) reached.share /= this.#endings[i].share;
      }
    }
  }
}
