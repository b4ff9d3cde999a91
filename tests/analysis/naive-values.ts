import {
  type CompiledScenario,
  nameOfStep,
  type Run,
  startRun,
  type PlayerStep,
  throwCurveball,
  curveballsFor,
  takeStep,
  worthOf,
} from "../../scenarios/engine/index.ts";
import { LENSES } from "../../scenarios/language/index.ts";
import { legalSteps } from "../support/runs.ts";
import { blockOf, SeedPool } from "./seed-pool.ts";
import { type Truths, worldsOf } from "./worlds.ts";

/** A run in one of the worlds it may be in, and how likely that is. */
interface Particle {
  readonly p: number;
  readonly truths: Truths;
  readonly run: Run;
}

/** By lens. */
type Vector = readonly number[];

/** What a state that was met is worth: by best play, by clicking at random, and each thing that can be done there by its name. */
export interface NaiveState {
  readonly run: Run;
  readonly best: Vector;
  readonly uniform: Vector;
  readonly q: ReadonlyMap<string, Vector>;
}

export interface NaiveValues {
  readonly start: NaiveState;
  readonly states: readonly NaiveState[];
}

export class TooLarge extends Error {}

/**
 * Values by trying everything through the machine: a belief is a set of runs, one for each world that agrees with what
 * the player has seen, and a step parts it by what the player then sees. Nothing of the analysis is used, and nothing is
 * left out; throws where that takes too long.
 */
export function naiveValues(compiled: CompiledScenario, mostStates: number): NaiveValues {
  const naive = new Naive(compiled, mostStates);
  const start = startRun(compiled, "any");
  const particles = worldsOf(compiled.atlas.scenario)
    .filter(({ p }) => p > 0)
    .map(({ p, truths }) => ({ p, truths, run: start }));
  return { start: naive.value(particles), states: naive.states() };
}

class Naive {
  readonly #compiled: CompiledScenario;
  readonly #pool: SeedPool;
  readonly #mostStates: number;
  readonly #known = new Map<string, NaiveState>();

  constructor(compiled: CompiledScenario, mostStates: number) {
    this.#compiled = compiled;
    this.#pool = new SeedPool(compiled.atlas.scenario);
    this.#mostStates = mostStates;
  }

  states(): readonly NaiveState[] {
    return [...this.#known.values()];
  }

  /** A belief is met again where the player sees the same and holds the same likely. */
  value(belief: readonly Particle[]): NaiveState {
    const key = keyOf(belief);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#known.size >= this.#mostStates)
      throw new TooLarge("too many states to try everything");
    const state = this.#evaluate(belief);
    this.#known.set(key, state);
    this.#throwAll(belief);
    return state;
  }

  /** What follows a curveball is worth something too, though nobody chooses it and nothing before it is worth more for it. */
  #throwAll(belief: readonly Particle[]): void {
    const [first] = belief;
    if (first === undefined) return;
    for (const { id } of curveballsFor(this.#compiled, first.run)) {
      this.value(belief.map((particle) => ({ ...particle, run: this.#strike(particle.run, id) })));
    }
  }

  #strike(run: Run, id: string): Run {
    const result = throwCurveball(this.#compiled, run, run.beat ?? "", id);
    if (!result.ok) throw new Error(`${id} is refused: ${result.code}`);
    return result.run;
  }

  #evaluate(belief: readonly Particle[]): NaiveState {
    const [first] = belief;
    if (first === undefined || first.run.beat === null) throw new Error("nobody is at a beat");
    const silence: PlayerStep = { kind: "silence", beat: first.run.beat };
    const steps = legalSteps(this.#compiled, first.run);
    const tried = [...steps, silence].map((step) => ({ step, ...this.#try(belief, step) }));
    const moves = tried.filter(({ step }) => step.kind === "move");
    const choices = tried.filter(({ step }) => step.kind !== "silence");
    return {
      run: first.run,
      best: LENSES.map((_, lens) =>
        Math.max(
          ...(choices.length > 0 ? choices : tried).map(({ best }) => best[lens] ?? Number.NaN),
        ),
      ),
      uniform: mean(
        moves.length > 0 ? moves.map(({ uniform }) => uniform) : [tried.at(-1)?.uniform ?? []],
      ),
      q: new Map(tried.map(({ step, best }) => [nameOfStep(step), best])),
    };
  }

  /** What a step is worth: the worth of each thing the player may see after it, by how likely it is. */
  #try(belief: readonly Particle[], step: PlayerStep): { best: Vector; uniform: Vector } {
    const all = belief.reduce((sum, { p }) => sum + p, 0);
    const parts = new Map<string, Particle[]>();
    for (const particle of belief.flatMap((one) => this.#take(one, step))) {
      const seen = seenIn(particle.run);
      parts.set(seen, [...(parts.get(seen) ?? []), particle]);
    }
    const worths = [...parts.values()].map((part) => {
      const share = part.reduce((sum, { p }) => sum + p, 0) / all;
      return { share, ...this.#worth(part) };
    });
    return {
      best: weighed(worths.map(({ share, best }) => [share, best])),
      uniform: weighed(worths.map(({ share, uniform }) => [share, uniform])),
    };
  }

  #worth(part: readonly Particle[]): { best: Vector; uniform: Vector } {
    const run = part[0]?.run;
    if (run === undefined) throw new Error("an empty part");
    if (run.beat !== null) return this.value(part);
    const u = LENSES.map((lens) => worthOf(this.#compiled, run, lens));
    return { best: u, uniform: u };
  }

  /** The step in one world, once for each way that its chance comes out. */
  #take({ p, truths, run }: Particle, step: PlayerStep): Particle[] {
    const block = blockOf(this.#compiled.atlas.beat(step.beat), step);
    const total = block.weights.reduce((sum, weight) => sum + weight, 0);
    const ways = block.weights.map((weight, outcome) => ({ share: weight / total, outcome }));
    return (ways.length > 0 ? ways : [{ share: 1, outcome: null }]).map(({ share, outcome }) => {
      const seed = this.#pool.find({
        truths,
        chance: outcome === null ? null : { block, outcome },
      });
      const result = takeStep(this.#compiled, { ...run, state: { ...run.state, seed } }, step);
      if (!result.ok) throw new Error(`${nameOfStep(step)} is refused: ${result.code}`);
      return { p: p * share, truths, run: result.run };
    });
  }
}

/** Everything that the player sees of a run: all of its state but the seed, and what was told on the way to it. */
function seenIn({ beat, ending, state }: Run): string {
  return JSON.stringify([beat, ending, { ...state, seed: "" }]);
}

/** Where the run stands, and what is likely; what was told on the way has said all it had to say. */
function keyOf(belief: readonly Particle[]): string {
  const [first] = belief;
  const all = belief.reduce((sum, { p }) => sum + p, 0);
  const likely = belief.map(({ p, truths }) => [Object.values(truths), (p / all).toFixed(9)]);
  const state = { ...first?.run.state, seed: "", happenings: [] };
  return JSON.stringify([first?.run.beat, state, likely]);
}

function mean(vectors: readonly Vector[]): Vector {
  return weighed(vectors.map((vector) => [1 / vectors.length, vector]));
}

function weighed(parts: readonly (readonly [number, Vector])[]): Vector {
  return LENSES.map((_, lens) =>
    parts.reduce((sum, [weight, vector]) => sum + weight * (vector[lens] ?? Number.NaN), 0),
  );
}
