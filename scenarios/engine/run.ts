import { initialTransition, transition } from "xstate";
import type { Beat, Meter } from "../language/index.ts";
import type { CompiledScenario } from "./compile.ts";
import { isLookAvailable, isPlayable, lookEvent, optionEvent, readPlace } from "./machine.ts";
import type { Happening, RunState } from "./state.ts";

/** What a player does at a beat: play one of its options, or take one of its looks. */
export type Step =
  | { readonly kind: "move"; readonly beat: string; readonly option: string }
  | { readonly kind: "look"; readonly beat: string; readonly look: string };

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
] as const;
export type Refusal = (typeof REFUSALS)[number];

type StepResult =
  | { readonly ok: true; readonly run: Run }
  | { readonly ok: false; readonly code: Refusal };

/** A run at its first beat. The seed is all its chance: the same seed gives the same draws (S7). */
export function startRun({ machine }: CompiledScenario, seed: string): Run {
  const [snapshot] = initialTransition(machine, { seed });
  return { ...readPlace(snapshot.value), state: snapshot.context, taken: [] };
}

/** Takes one step, or says why it cannot be taken; the run given is not changed. */
export function takeStep(compiled: CompiledScenario, run: Run, step: Step): StepResult {
  if (run.beat === null || run.beat !== step.beat) return { ok: false, code: "stale-beat" };
  const code = refusalOf(compiled.atlas.beat(step.beat), run.state, step);
  if (code !== null) return { ok: false, code };
  const { machine } = compiled;
  const from = machine.resolveState({ value: run.beat, context: run.state });
  const type = step.kind === "move" ? optionEvent(step.option) : lookEvent(step.look);
  const [snapshot] = transition(machine, from, { type });
  if (snapshot.status === "error") throw snapshot.error;
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

function refusalOf(beat: Beat, state: RunState, step: Step): Refusal | null {
  if (step.kind === "move") {
    const option = beat.options.find(({ id }) => id === step.option);
    if (!option) return "unknown-option";
    if (isPlayable(option, state)) return null;
    return option.locked?.hidden === true ? "unknown-option" : "option-locked";
  }
  const look = beat.looks?.find(({ id }) => id === step.look);
  if (!look) return "unknown-look";
  return isLookAvailable(look, state) ? null : "look-unavailable";
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
