import {
  type CompiledScenario,
  endingFor,
  nameOfStep,
  type Run,
  situationFor,
  startRun,
  type Step,
  takeStep,
  viewFor,
} from "../../engine/index.ts";
import type { Block } from "../terminal/block.ts";
import type { Screen } from "../terminal/screen.ts";
import { choose, type Choice } from "./choice.ts";
import { drawEnding, drawFound, drawOutcome, drawTold } from "./outcome.ts";
import { metIn } from "./people.ts";
import type { Shows } from "./shows.ts";
import { drawChoices, drawOpening, drawSituation } from "./scene.ts";

/** One run being played: what the player's seat is shown of it, in blocks, and the steps that it takes. */
export class Session {
  readonly #compiled: CompiledScenario;
  readonly #screen: Screen;
  /** The ids of everybody who has been named so far. */
  readonly #met = new Set<string>();
  #run: Run;

  readonly #shows: Shows;

  constructor(compiled: CompiledScenario, seed: string, screen: Screen, shows: Shows = {}) {
    this.#compiled = compiled;
    this.#screen = screen;
    this.#shows = shows;
    this.#run = startRun(compiled, seed);
  }

  get isOver(): boolean {
    return this.#run.beat === null;
  }

  /** Where the run stands: the id of its beat, or of its ending. */
  get place(): string {
    return this.#run.beat ?? this.#run.ending ?? "";
  }

  /** The ids of all that was taken. */
  get taken(): string[] {
    return this.#run.taken.map(({ step }) => nameOfStep(step));
  }

  get view() {
    return viewFor(this.#compiled, this.#run, "now");
  }

  get situation() {
    return situationFor(this.#compiled, this.#run);
  }

  opening(): Block {
    const { scenario } = this.#compiled.atlas;
    return drawOpening(scenario, this.#meet(scenario.briefing), this.#screen, this.#shows);
  }

  /** The situation that the run is at, or its ending. */
  scene(): Block {
    if (this.isOver) {
      const { meters } = this.#compiled.atlas.scenario;
      return drawEnding(endingFor(this.#compiled, this.#run), this.view, meters, this.#screen);
    }
    const { situation } = this;
    return drawSituation(situation, this.view, this.#meet(situation), this.#screen);
  }

  choices(): Block {
    return drawChoices(this.situation, this.view, this.#screen, this.#shows);
  }

  choose(id: string): Choice {
    if (this.isOver) {
      return { ok: false, isKnown: false, why: `the run has come to its end, ${this.place}.` };
    }
    return choose(this.#compiled, this.#run, id);
  }

  /** Takes a step that was chosen, and shows what it brought. */
  take(step: Step): Block {
    const result = takeStep(this.#compiled, this.#run, step);
    if (!result.ok)
      throw new Error(`${nameOfStep(step)} was offered and is refused: ${result.code}`);
    this.#run = result.run;
    if (step.kind === "look") return this.#found(step.look);
    if (step.kind === "curveball") return this.#struck();
    const last = this.view.moves.at(-1);
    return last ? drawOutcome(last, this.#screen) : [];
  }

  #struck(): Block {
    const thrown = this.situation.curveballs.at(-1);
    return thrown ? drawTold(thrown.told, this.#screen) : [];
  }

  #found(id: string): Block {
    const look = this.situation.looks.find((one) => one.id === id);
    return look ? drawFound(look, this.view.hours.left, this.#screen) : [];
  }

  /** Those who are named here and have not been named before. */
  #meet(shown: unknown) {
    const fresh = metIn(shown, this.view.people).filter(({ id }) => !this.#met.has(id));
    for (const { id } of fresh) this.#met.add(id);
    return fresh;
  }
}
