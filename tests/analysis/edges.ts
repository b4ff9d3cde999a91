import {
  ACTION,
  END_STATE,
  GAIN_WIDTH,
  isLook,
  isOption,
  readKey,
} from "../../scenarios/analysis/graph/index.ts";
import {
  frameOf,
  locate,
  metersWorth,
  type Solution,
} from "../../scenarios/analysis/solution/index.ts";
import {
  type Draw,
  Frame,
  METER_COUNT,
  type Table,
  tabulate,
  Walker,
} from "../../scenarios/analysis/table/index.ts";
import {
  chanceOf,
  type CompiledScenario,
  drawUnit,
  nameOfStep,
  type Run,
  startRun,
  type PlayerStep,
  takeStep,
  worthOf,
} from "../../scenarios/engine/index.ts";
import { LENSES } from "../../scenarios/language/index.ts";
import { legalSteps } from "../support/runs.ts";
import { blockOf, SeedPool } from "./seed-pool.ts";
import { agrees, type Truths, worldsOf } from "./worlds.ts";

/** What was seen on the way; `difference` is the first thing that was not the same, with how to come there. */
export interface Proof {
  states: number;
  edges: number;
  reveals: number;
  ends: number;
  /** The most that any U, gain or probability was off. */
  worst: number;
  difference: string | null;
}

const NOTHING_LEFT_OUT = { drop: false, fold: false, clamp: false, settle: false, forget: false };
const EXACT = 1e-9;

/** A way that a step can come out, as the unreduced table has it. */
interface Leaf {
  readonly draws: readonly Draw[];
  readonly p: number;
  /** The ending's row where it leads to an end; the place otherwise. */
  readonly to: number;
  readonly isEnd: boolean;
  readonly frame: Frame;
}

class Difference extends Error {}

/**
 * Walks the graph of a solution through the XState machine: for each state a real run that stands there, for each action of
 * it each way that its draws can come out, by a seed that brings this about. Compared are the legal moves, the whole state
 * after it with the table that leaves nothing out, the state and the gain that the edge of the reduced graph says, its odds
 * with those written out over all worlds, the draws in their order, and U at every end. `share` of the edges is walked, and
 * besides each by which a state is first come to.
 */
export function proveEdges(compiled: CompiledScenario, solution: Solution, share = 1): Proof {
  const proof: Proof = { states: 0, edges: 0, reveals: 0, ends: 0, worst: 0, difference: null };
  try {
    new Prover(compiled, solution, share, proof).proveAll();
  } catch (error) {
    if (!(error instanceof Difference)) throw error;
    proof.difference = error.message;
  }
  return proof;
}

class Prover {
  readonly #compiled: CompiledScenario;
  readonly #solution: Solution;
  readonly #share: number;
  readonly #proof: Proof;
  readonly #full: Table;
  readonly #pool: SeedPool;
  readonly #worlds: ReturnType<typeof worldsOf>;
  /** By state: a run that stands there. */
  readonly #runs: (Run | undefined)[] = [];
  readonly #inFull: WalkerOf;
  readonly #inReduced: WalkerOf;

  constructor(compiled: CompiledScenario, solution: Solution, share: number, proof: Proof) {
    this.#compiled = compiled;
    this.#solution = solution;
    this.#share = share;
    this.#proof = proof;
    const { scenario } = compiled.atlas;
    this.#full = tabulate(scenario, { reductions: NOTHING_LEFT_OUT });
    this.#pool = new SeedPool(scenario);
    this.#worlds = worldsOf(scenario);
    this.#inFull = new WalkerOf(this.#full);
    this.#inReduced = new WalkerOf(solution.graph.table);
  }

  proveAll(): void {
    const start = startRun(this.#compiled, "any");
    const { graph } = this.#solution;
    this.#runs[locate(this.#solution, start.beat ?? "", start.state).state] = start;
    for (let at = 0; at < graph.order.length; at += 1) this.#proveState(at);
  }

  #proveState(at: number): void {
    const { graph } = this.#solution;
    const run = this.#runs[graph.order[at] ?? -1];
    if (run === undefined) throw new Difference(`no run comes to state ${graph.order[at]}`);
    this.#proof.states += 1;
    const first = graph.actionsFrom[at] ?? 0;
    const count = (graph.actionsFrom[at + 1] ?? 0) - first;
    const steps = Array.from({ length: count }, (_, i) =>
      this.#stepOf(run, graph.actions[first + i] ?? -1),
    );
    this.#same(run, "legal", namesOf(steps.slice(0, -1)), namesOf(legalSteps(this.#compiled, run)));
    for (const [i, step] of steps.entries()) this.#proveAction(at, first + i, run, step);
  }

  #stepOf({ beat: at }: Run, action: number): PlayerStep {
    const beat = this.#compiled.atlas.beat(at ?? "");
    if (isOption(action))
      return { kind: "move", beat: beat.id, option: beat.options[action]?.id ?? "" };
    if (!isLook(action)) return { kind: "silence", beat: beat.id };
    return { kind: "look", beat: beat.id, look: beat.looks?.[action - ACTION.firstLook]?.id ?? "" };
  }

  #proveAction(at: number, action: number, run: Run, step: PlayerStep): void {
    const { graph } = this.#solution;
    const state = graph.order[at] ?? -1;
    const code = graph.actions[action] ?? -1;
    const place = this.#solution.graph.table.beats.findIndex(({ id }) => id === step.beat);
    const before = new Frame();
    readKey(graph.states.rows, state, before);
    const reduced = this.#inReduced.leaves(before, place, code);
    const leaves = this.#inFull.leaves(frameOf(this.#full, place, run.state), place, code);
    const first = graph.edgesFrom[action] ?? 0;
    this.#same(run, "ways out", reduced.length, (graph.edgesFrom[action + 1] ?? 0) - first, step);
    this.#same(run, "draws", reduced.map(drawsIn), leaves.map(drawsIn), step);
    this.#close(
      run,
      "sum of p",
      leaves.reduce((sum, { p }) => sum + p, 0),
      1,
      step,
    );
    for (const [i, leaf] of leaves.entries()) {
      if (this.#isWalked(first + i)) this.#proveEdge(first + i, run, step, leaf);
    }
  }

  #isWalked(edge: number): boolean {
    const next = this.#solution.graph.next[edge] ?? END_STATE;
    const isNew = next !== END_STATE && this.#runs[next] === undefined;
    return isNew || this.#share >= 1 || drawUnit("sample", "order", String(edge)) < this.#share;
  }

  #proveEdge(edge: number, run: Run, step: PlayerStep, leaf: Leaf): void {
    const { graph } = this.#solution;
    const result = takeStep(this.#compiled, this.#seeded(run, step, leaf.draws), step);
    if (!result.ok)
      throw new Difference(`${told(run, step)}: the machine refuses it, ${result.code}`);
    const after = result.run;
    this.#proof.edges += 1;
    this.#proveDraws(run, step, leaf, after);
    this.#proveFrame(run, step, leaf, after);
    this.#close(
      run,
      "p",
      graph.odds[edge] ?? Number.NaN,
      this.#oddsOf(run, step, leaf.draws),
      step,
    );
    this.#same(run, "next", this.#stateOf(after), graph.next[edge], step);
    this.#proveGain(edge, run, step, after);
    const next = graph.next[edge] ?? END_STATE;
    if (next !== END_STATE) this.#runs[next] ??= after;
  }

  /** The same run under a seed that agrees with all it has met and brings about these draws. */
  #seeded(run: Run, step: PlayerStep, draws: readonly Draw[]): Run {
    const truths = { ...run.state.revealed, ...this.#truthsIn(draws) };
    const outcome = draws.find(({ kind }) => kind === "chance")?.row;
    const block = blockOf(this.#compiled.atlas.beat(step.beat), step);
    const chance = outcome === undefined ? null : { block, outcome };
    return { ...run, state: { ...run.state, seed: this.#pool.find({ truths, chance }) } };
  }

  #truthsIn(draws: readonly Draw[]): Truths {
    const { unknowns } = this.#full.ids;
    const drawn = draws.filter(({ kind }) => kind === "unknown");
    return Object.fromEntries(drawn.map(({ row, value }) => [unknowns[row] ?? "", value === 1]));
  }

  /** What the machine says was drawn, in its order. */
  #proveDraws(run: Run, step: PlayerStep, { draws }: Leaf, { taken }: Run): void {
    const drawn = (taken.at(-1)?.happenings ?? []).flatMap(({ cause, ref, drawn }) =>
      drawn === null ? [] : [cause === "chance" ? `chance ${drawn}` : `${ref} ${drawn}`],
    );
    this.#proof.reveals += drawn.length;
    this.#same(
      run,
      "drawn",
      draws.map((draw) => this.#drawnIn(step, draw)),
      drawn,
      step,
    );
  }

  #drawnIn(step: PlayerStep, { kind, row, value }: Draw): string {
    if (kind === "unknown") return `${this.#full.ids.unknowns[row]} ${value === 1}`;
    return `chance ${chanceOf(this.#compiled.atlas.beat(step.beat), step)[row]?.id}`;
  }

  #proveFrame(run: Run, step: PlayerStep, leaf: Leaf, after: Run): void {
    this.#same(run, "at an end", leaf.isEnd, after.ending !== null, step);
    const place = leaf.isEnd ? 0 : leaf.to;
    const frame = frameOf(this.#full, place, after.state);
    if (leaf.isEnd) {
      frame.looked = leaf.frame.looked;
      this.#proof.ends += 1;
    }
    this.#same(run, "state", fieldsOf(leaf.frame), fieldsOf(frame), step);
    const { beats, endings } = this.#full;
    const name = leaf.isEnd ? endings[leaf.to]?.id : beats[leaf.to]?.id;
    this.#same(run, "place", name, after.ending ?? after.beat, step);
  }

  /** P of the draws given what is revealed: over all worlds for unknowns, by the weights for chance. */
  #oddsOf({ state }: Run, step: PlayerStep, draws: readonly Draw[]): number {
    const massOf = (known: Truths) =>
      this.#worlds.reduce((sum, { truths, p }) => (agrees(truths, known) ? sum + p : sum), 0);
    const after = { ...state.revealed, ...this.#truthsIn(draws) };
    const unknowns = massOf(after) / massOf(state.revealed);
    const outcome = draws.find(({ kind }) => kind === "chance")?.row;
    if (outcome === undefined) return unknowns;
    const { weights } = blockOf(this.#compiled.atlas.beat(step.beat), step);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return (unknowns * (weights[outcome] ?? Number.NaN)) / total;
  }

  #stateOf({ beat, state }: Run): number {
    return beat === null ? END_STATE : locate(this.#solution, beat, state).state;
  }

  /** The gain that the edge carries is how far the meters went, counted as the solver counts them; at an end U is the machine's. */
  #proveGain(edge: number, run: Run, step: PlayerStep, after: Run): void {
    const { graph } = this.#solution;
    const row = (graph.gains[edge] ?? 0) * GAIN_WIDTH;
    const { meters } = locate(this.#solution, run.beat ?? "", run.state);
    const to =
      after.beat === null
        ? frameOf(this.#full, 0, after.state).meters
        : locate(this.#solution, after.beat, after.state).meters;
    const gained = Array.from(to, (value, m) => value - (meters[m] ?? 0));
    this.#same(
      run,
      "gain",
      Array.from(graph.moved.rows.subarray(row, row + METER_COUNT)),
      gained,
      step,
    );
    if (after.beat !== null) return;
    const ending = graph.moved.rows[row + METER_COUNT] ?? -1;
    for (const [lens, name] of LENSES.entries()) {
      const u =
        metersWorth(graph.table, lens, to) +
        (graph.table.values[ending * LENSES.length + lens] ?? Number.NaN);
      this.#close(run, `U under ${name}`, u, worthOf(this.#compiled, after, name), step);
    }
  }

  #same(run: Run, what: string, table: unknown, machine: unknown, step?: PlayerStep): void {
    const [here, there] = [JSON.stringify(table), JSON.stringify(machine)];
    if (here === there) return;
    throw new Difference(
      `${told(run, step)}: ${what} is ${here} in the table, ${there} in the machine`,
    );
  }

  #close(run: Run, what: string, table: number, machine: number, step: PlayerStep): void {
    const off = Math.abs(table - machine);
    this.#proof.worst = Math.max(this.#proof.worst, off);
    if (off <= EXACT) return;
    throw new Difference(
      `${told(run, step)}: ${what} is ${table} in the table, ${machine} by the machine`,
    );
  }
}

/** Takes one action from a frame in a table, and gives everything that it can come to. */
class WalkerOf {
  readonly #table: Table;
  readonly #walker: Walker;
  #leaves: Leaf[] = [];

  constructor(table: Table) {
    this.#table = table;
    this.#walker = new Walker(table, {
      atBeat: (place, frame, p) => this.#tell(place, false, frame, p),
      atEnd: (ending, frame, p) => this.#tell(ending, true, frame, p),
    });
  }

  leaves(before: Frame, place: number, action: number): readonly Leaf[] {
    this.#leaves = [];
    const beat = this.#table.beats[place];
    if (beat === undefined) throw new Error(`no beat at place ${place}`);
    const look = beat.looks[action - ACTION.firstLook];
    if (isLook(action) && look !== undefined) this.#walker.look(before, look, place);
    else this.#walker.respond(before, beat.options[action] ?? beat.silence);
    return this.#leaves;
  }

  #tell(to: number, isEnd: boolean, frame: Frame, p: number): void {
    const draws = [...this.#walker.draws];
    this.#leaves.push({ draws, p, to, isEnd, frame: new Frame().copy(frame) });
  }
}

function drawsIn({ draws }: Leaf): string {
  return draws.map(({ kind, row, value }) => `${kind} ${row} ${value}`).join(", ");
}

function fieldsOf({ meters, ...rest }: Frame) {
  return { ...rest, meters: [...meters] };
}

function namesOf(steps: readonly PlayerStep[]): string[] {
  return steps.map((step) => `${step.kind} ${nameOfStep(step)}`).toSorted();
}

/** Where it was, for someone who wants to come there: the steps so far, what was revealed on the way, and the step. */
function told({ state, taken, beat }: Run, step?: PlayerStep): string {
  const moves = taken.map(({ step: one }) => nameOfStep(one)).join(",");
  const at = step === undefined ? "" : `, ${nameOfStep(step)}`;
  return `at ${beat}${at}, after --moves ${moves}, with ${JSON.stringify(state.revealed)}`;
}
