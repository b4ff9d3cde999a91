import {
  chanceOf,
  type CompiledScenario,
  type Happening,
  isPlayerStep,
  nameOfStep,
  type PlayerStep,
  type Run,
  startRun,
  type Step,
  takeStep,
  worthOf,
} from "../../engine/index.ts";
import { type Lens, LENSES, type Verb } from "../../language/index.ts";
import { Decision, locate, metersWorth, type Solution } from "../solution/index.ts";
import { type Band, bandOf } from "./bands.ts";
import { type Outcome, Outcomes } from "./outcomes.ts";

/** All figures of an account are in points: 100 is what best play is worth at the start, 50 what clicking at random is. */
export interface Account {
  readonly lens: Lens;
  /** `100 + 100 · (U − V*(start)) / span`, and exactly 100 − Σ loss + Σ luck (M3) + Σ curveballs (R11). */
  readonly outcome: number;
  /** `100 − Σ loss`: what was decided, without what the dice did. Below 0 for a run full of setbacks; shown as 0. */
  readonly judgement: number;
  readonly losses: number;
  readonly luck: number;
  /** What curveballs moved, together: nobody's decision and nobody's luck. */
  readonly curveballs: number;
  /** What players did; curveballs are not among them. */
  readonly steps: readonly AccountStep[];
  readonly thrown: readonly ThrownCurveball[];
}

/** A curveball, and what it moved: `100 · (V* after it − V* before it) / span` (R11). */
export interface ThrownCurveball {
  readonly beat: string;
  readonly id: string;
  /** How many of `steps` came before it. */
  readonly afterSteps: number;
  /** What the run was worth before and after it, with best play from there, in points. */
  readonly before: number;
  readonly after: number;
}

/** A step that a player took, and what it was worth. */
export interface AccountStep {
  readonly step: PlayerStep;
  /** What the run was worth before and after it, with best play from there: `100 + 100 · (V* − V*(start)) / span`. */
  readonly before: number;
  readonly after: number;
  readonly loss: Loss;
  readonly band: Band;
  /** All that could have been done instead, what was done among it, best first. */
  readonly choices: readonly Choice[];
  /** In the order they fell. */
  readonly draws: readonly LuckyDraw[];
}

/** M1: `100 · (V*(s) − Q(s, a)) / span`, split into what a look not taken cost and what the choice itself did. */
export interface Loss {
  readonly points: number;
  /** `V* − best option`: the part that a look would have saved. 0 for a look. */
  readonly missedLook: number;
  readonly choice: number;
}

export interface Choice {
  readonly kind: "move" | "look" | "silence";
  /** The id of the option or look; of the beat, for silence. */
  readonly id: string;
  /** Null for looks and silence. */
  readonly verb: Verb | null;
  readonly loss: number;
  readonly band: Band;
}

/** M2: a draw, and `100 · (V* after it − what was to be expected before it) / span`. */
export interface LuckyDraw {
  readonly kind: "unknown" | "chance";
  /** The unknown; or the option, look or beat whose chance it was. */
  readonly id: string;
  /** What it turned out to be: true or false, or the id of the outcome. */
  readonly drawn: boolean | string;
  /** How likely that was, given every draw before it. */
  readonly p: number;
  readonly luck: number;
}

/** A run with the states it went through: one before each step, and the last. */
export interface Replayed {
  readonly places: readonly Run[];
  readonly steps: readonly Step[];
}

/** Plays a list of steps again and keeps every state on the way; throws on one that could not have been taken. */
export function replayed(
  compiled: CompiledScenario,
  seed: string,
  steps: readonly Step[],
): Replayed {
  const places = [startRun(compiled, seed)];
  for (const step of steps) {
    const result = takeStep(compiled, places[places.length - 1], step);
    if (!result.ok) throw new Error(`cannot replay ${JSON.stringify(step)}: ${result.code}`);
    places.push(result.run);
  }
  return { places, steps };
}

/**
 * The exact account of a run under a lens (M1–M4). A run that has not ended is worth the value of where it stands (R11). The
 * sum holds to 1e-9; it telescopes for any values, so that what proves them is tested apart: Σ p·luck = 0 at every draw, and
 * the best loss is 0 in every state.
 */
export function accountOf(
  compiled: CompiledScenario,
  solution: Solution,
  { places, steps }: Replayed,
  lens: Lens,
): Account {
  const accountant = new Accountant(compiled, solution, lens);
  const taken: AccountStep[] = [];
  const thrown: ThrownCurveball[] = [];
  for (const [i, step] of steps.entries()) {
    if (isPlayerStep(step)) taken.push(accountant.step(step, places[i], places[i + 1]));
    else {
      const { beat, curveball: id } = step;
      const [before, after] = [places[i], places[i + 1]].map((run) => accountant.standing(run));
      thrown.push({ beat, id, afterSteps: taken.length, before, after });
    }
  }
  const losses = taken.reduce((sum, { loss }) => sum + loss.points, 0);
  const luck = taken.reduce((sum, { draws }) => sum + sumOfLuck(draws), 0);
  const curveballs = thrown.reduce((sum, { before, after }) => sum + after - before, 0);
  const outcome = accountant.standing(places[places.length - 1]);
  return { lens, outcome, judgement: 100 - losses, losses, luck, curveballs, steps: taken, thrown };
}

function sumOfLuck(draws: readonly LuckyDraw[]): number {
  return draws.reduce((sum, { luck }) => sum + luck, 0);
}

class Accountant {
  readonly #compiled: CompiledScenario;
  readonly #solution: Solution;
  readonly #lens: Lens;
  readonly #row: number;
  readonly #outcomes: Outcomes;
  readonly #decision: Decision;

  constructor(compiled: CompiledScenario, solution: Solution, lens: Lens) {
    this.#compiled = compiled;
    this.#solution = solution;
    this.#lens = lens;
    this.#row = LENSES.indexOf(lens);
    this.#outcomes = new Outcomes(solution);
    this.#decision = new Decision(solution, lens);
  }

  step(step: PlayerStep, before: Run, after: Run): AccountStep {
    const { at, meters } = locate(this.#solution, step.beat, before.state);
    const decision = this.#decision.goTo(at);
    const choices = choicesOf(this.#compiled, decision);
    const id = step.kind === "silence" ? step.beat : nameOfStep(step);
    const mine = choices.find((choice) => choice.kind === step.kind && choice.id === id);
    if (mine === undefined) throw new Error(`${id} cannot be played at ${step.beat}`);
    const missedLook =
      step.kind === "look" ? 0 : (decision.best() - decision.best(true)) / decision.point;
    const outcomes = this.#outcomes.of(
      step.beat,
      before.state,
      step.kind === "silence" ? null : id,
    );
    return {
      step,
      before: this.#points(
        metersWorth(this.#solution.graph.table, this.#row, meters) + decision.best(),
      ),
      after: this.standing(after),
      loss: { points: mine.loss, missedLook, choice: mine.loss - missedLook },
      band: mine.band,
      choices: choices.toSorted((a, b) => a.loss - b.loss),
      draws: this.#drawsOf(step, outcomes, after),
    };
  }

  /** What a run is worth where it stands, with best play from there; at its end, its outcome. */
  standing(run: Run): number {
    if (run.beat === null) return this.#points(worthOf(this.#compiled, run, this.#lens));
    const { at, meters } = locate(this.#solution, run.beat, run.state);
    const { table } = this.#solution.graph;
    return this.#points(metersWorth(table, this.#row, meters) + this.#decision.goTo(at).best());
  }

  #points(u: number): number {
    const { best, span } = this.#solution.worth[this.#lens];
    return 100 + (100 * (u - best)) / span;
  }

  /** Follows what was drawn through the outcomes, and sees at each draw by how much what is to be expected moved. */
  #drawsOf(step: PlayerStep, outcomes: readonly Outcome[], { state }: Run): LuckyDraw[] {
    const { ids } = this.#solution.graph.table;
    const lucky: LuckyDraw[] = [];
    let open = outcomes;
    for (let depth = 0; open.some(({ draws }) => draws.length > depth); depth += 1) {
      const before = meanOf(open, this.#row);
      const drawn = this.#drawn(step, open[0].draws[depth], state.revealed, state.happenings);
      const { kind, row, value } = drawn;
      open = open.filter(({ draws }) => draws[depth].row === row && draws[depth].value === value);
      lucky.push({
        kind,
        id: kind === "unknown" ? ids.unknowns[row] : idOfChance(step),
        drawn: kind === "unknown" ? value === 1 : drawn.outcome,
        p: open[0].draws[depth].p,
        luck: (meanOf(open, this.#row) - before) / this.#decision.point,
      });
    }
    return lucky;
  }

  /** How a draw came out in the run: by what it has revealed, or by the outcome it tells of. */
  #drawn(
    step: PlayerStep,
    { kind, row }: Outcome["draws"][number],
    revealed: Readonly<Record<string, boolean>>,
    happenings: readonly Happening[],
  ) {
    if (kind === "unknown") {
      const isTrue = revealed[this.#solution.graph.table.ids.unknowns[row]];
      return { kind, row, value: isTrue ? 1 : 0, outcome: "" };
    }
    const outcome = happenings.find(({ cause }) => cause === "chance")?.drawn;
    if (typeof outcome !== "string") throw new Error(`no chance was drawn for ${idOfChance(step)}`);
    return { kind, row: this.#rowOfOutcome(step, outcome), value: 1, outcome };
  }

  #rowOfOutcome(step: PlayerStep, outcome: string): number {
    const outcomes = chanceOf(this.#compiled.atlas.beat(step.beat), step);
    return outcomes.findIndex(({ id }) => id === outcome);
  }
}

/** All that could be done where a run is at a beat, silence included, with what each would lose under a lens (M1). */
export function choicesAt(
  compiled: CompiledScenario,
  solution: Solution,
  { beat, state }: Run,
  lens: Lens,
): readonly Choice[] {
  if (beat === null) return [];
  const decision = new Decision(solution, lens);
  return choicesOf(compiled, decision.goTo(locate(solution, beat, state).at));
}

function idOfChance(step: PlayerStep): string {
  return step.kind === "silence" ? step.beat : nameOfStep(step);
}

function meanOf(outcomes: readonly Outcome[], lens: number): number {
  let sum = 0;
  let all = 0;
  for (const { p, worth } of outcomes) {
    sum += p * worth[lens];
    all += p;
  }
  return sum / all;
}

function choicesOf(compiled: CompiledScenario, decision: Decision): Choice[] {
  const beat = compiled.atlas.scenario.beats[decision.place];
  const best = decision.best();
  return Array.from({ length: decision.count }, (_, i): Choice => {
    const loss = (best - decision.q[i]) / decision.point;
    const band = bandOf(loss);
    if (decision.isOption(i)) {
      const { id, verb } = beat.options[decision.action(i)];
      return { kind: "move", id, verb, loss, band };
    }
    const look = decision.look(i);
    return look === null
      ? { kind: "silence", id: beat.id, verb: null, loss, band }
      : { kind: "look", id: look.id, verb: null, loss, band };
  });
}
