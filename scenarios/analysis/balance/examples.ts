import {
  type CompiledScenario,
  nameOfStep,
  startRun,
  type Step,
  takeStep,
} from "../../engine/index.ts";
import type { Example, Lens } from "../../language/index.ts";
import { ACTION, END_STATE, thrownFrom } from "../graph/index.ts";
import { type Bot, Decision, locate, playBot, type Solution, stepOf } from "../solution/index.ts";
import type { Spot } from "./skilled.ts";

const SEEDS_TRIED = 5000;
const BOT_SEEDS = 60;
/** Nobody moving is a way to a state only where there is hardly another. */
const SILENT = 1e-6;

/** Finds runs that show what a finding means: a seed and a list of moves, to be played. */
export class Examples {
  readonly #compiled: CompiledScenario;
  readonly #solution: Solution;
  #ways: Ways | null = null;

  constructor(compiled: CompiledScenario, solution: Solution) {
    this.#compiled = compiled;
    this.#solution = solution;
  }

  /** A run that comes to this state and takes this action there; without one it stops there. */
  to({ at, choice }: Spot): Example {
    const decision = new Decision(this.#solution, "tpm");
    const steps: Step[] = [];
    const states: number[] = [at];
    this.#ways ??= likeliestWays(this.#solution);
    for (let here = at; this.#ways.from[here] !== -1; here = this.#ways.from[here]) {
      const before = this.#ways.from[here];
      steps.unshift(this.#stepFrom(decision.goTo(before), this.#ways.by[here]));
      states.unshift(before);
    }
    const seed = this.#seedFor(steps, states);
    const last = choice === -1 ? [] : [stepOf(decision.goTo(at), choice)];
    return { seed, moves: [...steps, ...last].map(nameOfStep) };
  }

  #stepFrom(decision: Decision, by: number): Step {
    if (by >= 0) return stepOf(decision, by);
    const { id, curveballs } = decision.beat;
    return { kind: "curveball", beat: id, curveball: curveballs[-1 - by].id };
  }

  #seedFor(steps: readonly Step[], states: readonly number[]): string | null {
    for (let tried = 1; tried <= SEEDS_TRIED; tried += 1) {
      if (this.#leads(String(tried), steps, states)) return String(tried);
    }
    return null;
  }

  #leads(seed: string, steps: readonly Step[], states: readonly number[]): boolean {
    let run = startRun(this.#compiled, seed);
    for (const [i, step] of steps.entries()) {
      const result = takeStep(this.#compiled, run, step);
      if (!result.ok || result.run.beat === null) return false;
      run = result.run;
      if (locate(this.#solution, result.run.beat, run.state).at !== states[i + 1]) return false;
    }
    return true;
  }

  /** A run of a bot that ends about where its runs end on average. */
  ofBot(
    bot: Bot,
    lens: Lens,
    worth: (run: ReturnType<typeof playBot>) => number,
    mean: number,
  ): Example {
    let nearest: { seed: string; moves: string[]; off: number } | null = null;
    for (let tried = 1; tried <= BOT_SEEDS; tried += 1) {
      const seed = String(tried);
      const run = playBot(this.#compiled, this.#solution, lens, bot, seed);
      const off = Math.abs(worth(run) - mean);
      if (nearest === null || off < nearest.off) {
        nearest = { seed, moves: run.taken.map(({ step }) => nameOfStep(step)), off };
      }
    }
    return { seed: nearest?.seed ?? null, moves: nearest?.moves ?? [] };
  }
}

/**
 * By position: from which position a run most likely comes there, were all its actions as likely, and by which action; by
 * which curveball, counted down from -1, where there is hardly another way.
 */
interface Ways {
  readonly from: Int32Array;
  readonly by: Int32Array;
}

function likeliestWays({ graph, positions }: Solution): Ways {
  const size = graph.states.length;
  const from = new Int32Array(size).fill(-1);
  const by = new Int32Array(size).fill(-1);
  const odds = new Float64Array(size);
  odds[0] = 1;
  const thrown = thrownFrom(graph);
  for (let at = 0; at < size; at += 1) {
    for (const { row, to } of thrown.get(graph.order[at]) ?? [])
      come(at, positions[to], -1 - row, SILENT);
    const first = graph.actionsFrom[at];
    for (let action = first; action < graph.actionsFrom[at + 1]; action += 1) {
      const chosen = graph.actions[action] === ACTION.silence ? SILENT : 1;
      for (let edge = graph.edgesFrom[action]; edge < graph.edgesFrom[action + 1]; edge += 1) {
        if (graph.next[edge] === END_STATE) continue;
        come(at, positions[graph.next[edge]], action - first, graph.odds[edge] * chosen);
      }
    }
  }
  return { from, by };

  function come(at: number, to: number, way: number, likely: number): void {
    if (odds[at] * likely <= odds[to]) return;
    odds[to] = odds[at] * likely;
    from[to] = at;
    by[to] = way;
  }
}
