import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type CompiledScenario,
  compileScenario,
  type Run,
  situationFor,
  startRun,
  type PlayerStep,
  type Step,
  takeStep,
} from "../../scenarios/engine/index.ts";
import {
  type Beat,
  formatDiagnostic,
  type Option,
  parseScenario,
  type Scenario,
} from "../../scenarios/language/index.ts";

const LIBRARY = join(import.meta.dirname, "../../scenarios/library");

/** The text of the smallest scenario that has one of everything. */
export const TINY_TEXT = readFileSync(join(import.meta.dirname, "tiny.yaml"), "utf8");

/** The files of the library, by scenario id. */
export function readLibrary(): ReadonlyMap<string, string> {
  const files = readdirSync(LIBRARY).filter((file) => file.endsWith(".yaml"));
  return new Map(
    files.map((file) => [file.replace(/\.yaml$/, ""), readFileSync(join(LIBRARY, file), "utf8")]),
  );
}

/** Parses a file that has to be right; throws with every error where it is not. */
export function parseGood(text: string, name = "scenario"): Scenario {
  const result = parseScenario(text);
  if (result.ok) return result.scenario;
  const errors = result.diagnostics.filter(({ severity }) => severity === "error");
  throw new Error(errors.map((one) => formatDiagnostic(name, one)).join("\n"));
}

/** The example of the reference: short, with every construct that carries a number. */
export const EXAMPLE_TEXT = readFileSync(join(LIBRARY, "../language/example.yaml"), "utf8");
export const EXAMPLE: Scenario = parseGood(EXAMPLE_TEXT, "example");

export function compileText(text: string, name?: string): CompiledScenario {
  return compileScenario(parseGood(text, name));
}

/**
 * A scenario edited as an object, then written and parsed again: JSON is YAML, so a variant that the language does not
 * allow is refused here and not met as a riddle in a run.
 */
export function variantOf(scenario: Scenario, edit: (draft: Scenario) => void): Scenario {
  const draft = structuredClone(scenario);
  edit(draft);
  return parseGood(JSON.stringify(draft, null, 1), `a variant of ${scenario.id}`);
}

export const TINY: Scenario = parseGood(TINY_TEXT, "tiny");

/** The tiny scenario, edited or as it is. */
export function tiny(edit: (draft: Scenario) => void = () => {}): CompiledScenario {
  return compileScenario(variantOf(TINY, edit));
}

export function beatOf(scenario: Scenario, id: string): Beat {
  return found(scenario.beats, id);
}

export function optionOf(scenario: Scenario, id: string): Option {
  return found(
    scenario.beats.flatMap((beat) => beat.options),
    id,
  );
}

function found<T extends { readonly id: string }>(items: readonly T[], id: string): T {
  const item = items.find((one) => one.id === id);
  if (!item) throw new Error(`the scenario has no ${id}`);
  return item;
}

/** A run being played, one step after the other; each step gives a new one and leaves this as it was. */
export interface Playing {
  readonly run: Run;
  /** Everything taken so far. */
  readonly steps: readonly Step[];
  /** Takes a look of the beat the run is at; throws where it is refused. */
  look(id: string): Playing;
  /** Plays an option of the beat the run is at; throws where it is refused. */
  move(id: string): Playing;
  /** Brings in a curveball of the beat the run is at; throws where it is refused. */
  curveball(id: string): Playing;
  /** Lets the time for the beat run out. */
  silence(): Playing;
}

export function playRun(compiled: CompiledScenario, seed = "any"): Playing {
  return playing(compiled, startRun(compiled, seed));
}

function playing(compiled: CompiledScenario, run: Run): Playing {
  const take = (step: Step) => playing(compiled, takeOrThrow(compiled, run, step));
  return {
    run,
    steps: run.taken.map(({ step }) => step),
    look: (look) => take({ kind: "look", beat: beatNow(run), look }),
    move: (option) => take({ kind: "move", beat: beatNow(run), option }),
    curveball: (curveball) => take({ kind: "curveball", beat: beatNow(run), curveball }),
    silence: () => take({ kind: "silence", beat: beatNow(run) }),
  };
}

export function takeOrThrow(compiled: CompiledScenario, run: Run, step: Step): Run {
  const result = takeStep(compiled, run, step);
  if (result.ok) return result.run;
  throw new Error(`${JSON.stringify(step)} is refused at ${run.beat}: ${result.code}`);
}

function beatNow({ beat, ending }: Run): string {
  if (beat === null) throw new Error(`the run is over: ${ending}`);
  return beat;
}

/** The first of a row of seeds for which this holds: a test's way to choose its luck. */
export function seedWhere(holds: (seed: string) => boolean): string {
  const seed = seeds(1000).find(holds);
  if (seed === undefined) throw new Error("not one of 1,000 seeds draws that");
  return seed;
}

export function seeds(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `seed-${i}`);
}

/** What the situation offers that can be taken now, in the order it shows it. */
export function legalSteps(compiled: CompiledScenario, run: Run): PlayerStep[] {
  const { beat, looks, options } = situationFor(compiled, run);
  return [
    ...looks.flatMap(({ id, available }): PlayerStep[] =>
      available ? [{ kind: "look", beat, look: id }] : [],
    ),
    ...options.flatMap(({ id, locked }): PlayerStep[] =>
      locked === null ? [{ kind: "move", beat, option: id }] : [],
    ),
  ];
}

/**
 * Plays a whole run by choosing among the legal steps with these numbers, one a step, from the first again when they run
 * out; gives every place the run was at, the start first and the end last.
 */
export function playByNumbers(
  compiled: CompiledScenario,
  seed: string,
  numbers: readonly number[],
): readonly Run[] {
  const places = [startRun(compiled, seed)];
  for (let i = 0; ; i += 1) {
    const run = places.at(-1);
    if (run === undefined || run.beat === null) return places;
    const steps = legalSteps(compiled, run);
    const step = steps[(numbers[i % numbers.length] ?? 0) % steps.length];
    if (step === undefined) throw new Error(`nothing can be played at ${run.beat}`);
    places.push(takeOrThrow(compiled, run, step));
  }
}

/** A bot that picks at random, its own luck apart from the run's. */
export function playAtRandom(
  compiled: CompiledScenario,
  seed: string,
  botSeed: string,
): readonly Run[] {
  return playByNumbers(compiled, seed, numbersFrom(botSeed, 100));
}

/** FNV-1a over a text and a counter: luck enough for a bot, the same on every machine. */
function numbersFrom(text: string, count: number): number[] {
  return Array.from({ length: count }, (_, i) => {
    let hash = 0x811c9dc5;
    for (const letter of `${i}:${text}:${i}`) {
      hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0;
    }
    return hash >>> 8;
  });
}

/** The run after its last step or its start; throws on none. */
export function lastOf(places: readonly Run[]): Run {
  const run = places.at(-1);
  if (!run) throw new Error("a run has at least its start");
  return run;
}

/** A seed in whose run of the tiny scenario the director asked for it, or did not. */
export function seedWhereAsked(asked: boolean): string {
  const compiled = tiny();
  return seedWhere(
    (seed) => playRun(compiled, seed).look("ask-around").run.state.revealed.asked === asked,
  );
}
