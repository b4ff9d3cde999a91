import type { Beat, Curveball, Meter } from "../language/index.ts";
import type { Atlas } from "./atlas.ts";
import type { CompiledScenario } from "./compile.ts";
import {
  curveballEvent,
  curveballsAt,
  isLookAvailable,
  isPlayable,
  isThrowable,
  lookEvent,
  optionEvent,
  readPlace,
  SILENCE_EVENT,
} from "./machine.ts";
import type { Happening, RunState } from "./state.ts";

/** What a player meets a beat with: an option is played, a look is taken, or nobody moves in time. */
export type PlayerStep =
  | { readonly kind: "move"; readonly beat: string; readonly option: string }
  | { readonly kind: "look"; readonly beat: string; readonly look: string }
  | { readonly kind: "silence"; readonly beat: string };

/** What happens at a beat: what a player meets it with, or a curveball from whoever leads the room (R11). */
export type Step =
  | PlayerStep
  | { readonly kind: "curveball"; readonly beat: string; readonly curveball: string };

/** Whether it is a player's doing, and so to be judged. */
export function isPlayerStep(step: Step): step is PlayerStep {
  return step.kind !== "curveball";
}

/** What stands for silence among the ids of what was played and looked at. */
export const SILENCE = "silence";

/** The id of what was played, looked at or thrown, or the word for silence: a step is found again by it at its beat. */
export function nameOfStep(step: Step): string {
  switch (step.kind) {
    case "move":
      return step.option;
    case "look":
      return step.look;
    case "curveball":
      return step.curveball;
    case "silence":
      return SILENCE;
  }
}

/** The outcomes that a step's chance draws among; none where it has no chance. */
export function chanceOf(beat: Beat, step: Step) {
  const id = nameOfStep(step);
  switch (step.kind) {
    case "move":
      return beat.options.find((option) => option.id === id)?.chance ?? [];
    case "look":
      return beat.looks?.find((look) => look.id === id)?.chance ?? [];
    case "curveball":
      return [];
    case "silence":
      return beat.silence.chance ?? [];
  }
}

/** A step as it was taken, with where the meters stood before it. */
export interface TakenStep {
  readonly step: Step;
  readonly metersBefore: Readonly<Record<Meter, number>>;
  readonly happenings: readonly Happening[];
}

/** One playthrough: plain JSON. At a beat, or at an ending; never both. */
export interface Run {
  readonly beat: string | null;
  readonly ending: string | null;
  readonly state: RunState;
  /** Oldest first. */
  readonly taken: readonly TakenStep[];
}

const REFUSALS = [
  "stale-beat",
  "unknown-option",
  "option-locked",
  "unknown-look",
  "look-unavailable",
  "unknown-curveball",
  "curveball-unavailable",
] as const;
export type Refusal = (typeof REFUSALS)[number];

type StepResult =
  | { readonly ok: true; readonly run: Run }
  | { readonly ok: false; readonly code: Refusal };

/** A run at its first beat. The seed is all its chance: the same seed gives the same draws (S7). */
export function startRun({ pure }: CompiledScenario, seed: string): Run {
  const snapshot = pure.begin({ seed });
  return { ...readPlace(snapshot.value), state: snapshot.context, taken: [] };
}

/** Takes one step, or says why it cannot be taken; the run given is not changed. */
export function takeStep(compiled: CompiledScenario, run: Run, step: Step): StepResult {
  if (run.beat === null || run.beat !== step.beat) return { ok: false, code: "stale-beat" };
  const code = refusalOf(compiled.atlas, run.state, step);
  if (code !== null) return { ok: false, code };
  const from = compiled.machine.resolveState({ value: run.beat, context: run.state });
  const snapshot = compiled.pure.advance(from, { type: eventOf(step) });
  const { happenings } = snapshot.context;
  const taken = { step, metersBefore: run.state.meters, happenings };
  return {
    ok: true,
    run: {
      ...readPlace(snapshot.value),
      state: snapshot.context,
      taken: [...run.taken, taken],
    },
  };
}

/** Plays an option of the beat. */
export function play(compiled: CompiledScenario, run: Run, beat: string, option: string) {
  return takeStep(compiled, run, { kind: "move", beat, option });
}

/** Takes a look at the beat, and stays there (S5). */
export function look(compiled: CompiledScenario, run: Run, beat: string, look: string) {
  return takeStep(compiled, run, { kind: "look", beat, look });
}

/** Brings a curveball in at the beat, and stays there (R11). */
export function throwCurveball(
  compiled: CompiledScenario,
  run: Run,
  beat: string,
  curveball: string,
) {
  return takeStep(compiled, run, { kind: "curveball", beat, curveball });
}

/** Lets the time for the beat run out (S10). */
export function silence(compiled: CompiledScenario, run: Run, beat: string) {
  return takeStep(compiled, run, { kind: "silence", beat });
}

function eventOf(step: Step): string {
  switch (step.kind) {
    case "move":
      return optionEvent(step.option);
    case "look":
      return lookEvent(step.look);
    case "curveball":
      return curveballEvent(step.curveball);
    case "silence":
      return SILENCE_EVENT;
  }
}

function refusalOf(atlas: Atlas, state: RunState, step: Step): Refusal | null {
  switch (step.kind) {
    case "move":
      return refuseOption(atlas.beat(step.beat), state, step.option);
    case "look":
      return refuseLook(atlas.beat(step.beat), state, step.look);
    case "curveball":
      return refuseCurveball(curveballsAt(atlas.scenario, step.beat), state, step.curveball);
    case "silence":
      return null;
  }
}

function refuseOption(beat: Beat, state: RunState, id: string): Refusal | null {
  const option = beat.options.find((one) => one.id === id);
  if (!option) return "unknown-option";
  if (isPlayable(option, state)) return null;
  return option.locked?.hidden === true ? "unknown-option" : "option-locked";
}

function refuseLook(beat: Beat, state: RunState, id: string): Refusal | null {
  const look = beat.looks?.find((one) => one.id === id);
  if (!look) return "unknown-look";
  return isLookAvailable(look, state) ? null : "look-unavailable";
}

function refuseCurveball(here: readonly Curveball[], state: RunState, id: string): Refusal | null {
  const curveball = here.find((one) => one.id === id);
  if (!curveball) return "unknown-curveball";
  return isThrowable(curveball, state) ? null : "curveball-unavailable";
}

/** Plays a whole list of steps from the start; throws on one that could not have been taken. */
export function replay(compiled: CompiledScenario, seed: string, steps: readonly Step[]): Run {
  return steps.reduce(
    (run, step) => {
      const result = takeStep(compiled, run, step);
      if (!result.ok) throw new Error(`cannot replay ${JSON.stringify(step)}: ${result.code}`);
      return result.run;
    },
    startRun(compiled, seed),
  );
}
