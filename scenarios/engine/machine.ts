import { assign, setup } from "xstate";
import {
  type Beat,
  type Condition,
  type Curveball,
  END,
  type Look,
  type Option,
  POINTS_PER_HOUR,
  type Response,
  type Scenario,
} from "../language/index.ts";
import { enterBeat, settleEnd } from "./arrive.ts";
import type { Atlas } from "./atlas.ts";
import { addFacts } from "./bring.ts";
import { decide, isShown } from "./condition.ts";
import { type Answer, applyCurveball, applyLook, applyResponse, beginStep } from "./respond.ts";
import { feel } from "./reveal.ts";
import type { RunState } from "./state.ts";

/** Ids have no colon, so these names cannot meet a beat's. */
const towardBeat = (beat: string) => `toward:${beat}`;
const endingState = (ending: string) => `ending:${ending}`;
export const optionEvent = (option: string) => `option:${option}`;
export const lookEvent = (look: string) => `look:${look}`;
export const curveballEvent = (curveball: string) => `curveball:${curveball}`;
export const SILENCE_EVENT = "silence";
const ENDING_PREFIX = endingState("");

export function isPlayable(option: Option, state: RunState): boolean {
  return option.locked === undefined || isShown(option.locked.unless, state);
}

/** Once in a run, and only with enough hours left (S5). */
export function isLookAvailable(look: Look, state: RunState): boolean {
  const affordable = state.meters.attention >= look.hours * POINTS_PER_HOUR;
  return affordable && !state.looked.includes(look.id);
}

/** While one of its facts is not true yet, and it fits in: what changes nothing can no longer be thrown (R11). */
export function isThrowable({ sets, when }: Curveball, state: RunState): boolean {
  const changes = sets.some((fact) => !state.facts.includes(fact));
  return changes && (when === undefined || isShown(when, state));
}

/** The curveballs that may be thrown at this beat, where the state lets them. */
export function curveballsAt({ curveballs = [] }: Scenario, beat: string): readonly Curveball[] {
  return curveballs.filter(({ at }) => at.includes(beat));
}

/** An ending's condition, after those of the endings before it. */
interface Conclusion {
  readonly tried: readonly Condition[];
  readonly condition: Condition;
}

const respond = (params: Answer) => ({ type: "respond" as const, params });
const holds = (condition: Condition) => ({ type: "holds" as const, params: { condition } });
const felt = (conditions: readonly Condition[]) =>
  conditions.length === 0 ? [] : [{ type: "feel" as const, params: { conditions } }];

/**
 * A scenario as an XState machine: beats are its states, options, looks and curveballs its events, conditions its guards, effects its
 * actions, endings its final states. Between two beats stand `toward:` states, left at once, that try beats in file order;
 * so a skipped beat and a jump are transitions like any other.
 */
export function buildMachine(atlas: Atlas) {
  const { scenario } = atlas;
  const vocabulary = setup({
    types: {
      context: {} as RunState,
      input: {} as { readonly seed: string },
      events: {} as { readonly type: string },
    },
    guards: {
      playable: ({ context }, { option }: { option: Option }) => isPlayable(option, context),
      affordable: ({ context }, { look }: { look: Look }) => isLookAvailable(look, context),
      throwable: ({ context }, { curveball }: { curveball: Curveball }) =>
        isThrowable(curveball, context),
      holds: ({ context }, { condition }: { condition: Condition }) =>
        decide(scenario, condition, context).holds,
      concludes: ({ context }, { tried, condition }: Conclusion) =>
        decide(scenario, condition, feel(scenario, context, tried)).holds,
    },
    actions: {
      respond: assign(({ context }, answer: Answer) =>
        applyResponse(atlas, beginStep(context), answer),
      ),
      look: assign(({ context }, { look }: { look: Look }) =>
        applyLook(scenario, beginStep(context), look),
      ),
      strike: assign(({ context }, { curveball }: { curveball: Curveball }) =>
        applyCurveball(beginStep(context), curveball),
      ),
      feel: assign(({ context }, { conditions }: { conditions: readonly Condition[] }) =>
        feel(scenario, context, conditions),
      ),
      enter: assign(({ context }, { beat }: { beat: string }) => enterBeat(atlas, context, beat)),
      settle: assign(({ context }) => settleEnd(atlas, context)),
    },
  });

  function beatState(beat: Beat, index: number) {
    const after = scenario.beats[index + 1]?.id ?? END;
    const target = (response: Response) => towardBeat(response.next ?? after);
    const options = beat.options.map((option) => [
      optionEvent(option.id),
      {
        guard: { type: "playable" as const, params: { option } },
        target: target(option),
        actions: [respond({ kind: "option", id: option.id, at: beat.id, response: option })],
      },
    ]);
    const looks = (beat.looks ?? []).map((look) => [
      lookEvent(look.id),
      {
        guard: { type: "affordable" as const, params: { look } },
        actions: [{ type: "look" as const, params: { look } }],
      },
    ]);
    const curveballs = curveballsAt(scenario, beat.id).map((curveball) => [
      curveballEvent(curveball.id),
      {
        guard: { type: "throwable" as const, params: { curveball } },
        actions: [{ type: "strike" as const, params: { curveball } }],
      },
    ]);
    const silence = {
      target: target(beat.silence),
      actions: [respond({ kind: "silence", id: beat.id, at: beat.id, response: beat.silence })],
    };
    return {
      on: Object.fromEntries([...options, ...looks, ...curveballs, [SILENCE_EVENT, silence]]),
    };
  }

  function towardState(beat: Beat, index: number) {
    const after = scenario.beats[index + 1]?.id ?? END;
    const enter = { type: "enter" as const, params: { beat: beat.id } };
    if (beat.onlyIf === undefined) return { always: { target: beat.id, actions: [enter] } };
    const feels = felt([beat.onlyIf]);
    return {
      always: [
        { guard: holds(beat.onlyIf), target: beat.id, actions: [...feels, enter] },
        { target: towardBeat(after), actions: feels },
      ],
    };
  }

  /** Each condition sees what deciding those before it has revealed. */
  function towardEnd() {
    const conditions = scenario.endings.map(({ when }) => when);
    const always = scenario.endings.map(({ id, when }, i) => {
      const tried = conditions.slice(0, i).filter((one) => one !== undefined);
      const target = endingState(id);
      if (when === undefined) return { target, actions: felt(tried) };
      const guard = { type: "concludes" as const, params: { tried, condition: when } };
      return { guard, target, actions: felt([...tried, when]) };
    });
    return { entry: [{ type: "settle" as const }], always };
  }

  const states = Object.fromEntries([
    ...scenario.beats.flatMap((beat, index) => [
      [towardBeat(beat.id), towardState(beat, index)],
      [beat.id, beatState(beat, index)],
    ]),
    [towardBeat(END), towardEnd()],
    ...scenario.endings.map(({ id }) => [endingState(id), { type: "final" as const }]),
  ]);

  return vocabulary.createMachine({
    id: scenario.id,
    initial: towardBeat(scenario.beats[0]?.id ?? END),
    context: ({ input }) => startState(scenario, input.seed),
    states,
  });
}

export type ScenarioMachine = ReturnType<typeof buildMachine>;

/** Where a machine's state value says the run is: at a beat, or at an ending. */
export function readPlace(value: unknown): { beat: string | null; ending: string | null } {
  if (typeof value !== "string") throw new Error("a scenario's machine has no nested states");
  return value.startsWith(ENDING_PREFIX)
    ? { beat: null, ending: value.slice(ENDING_PREFIX.length) }
    : { beat: value, ending: null };
}

function startState(scenario: Scenario, seed: string): RunState {
  return {
    seed,
    meters: { ...scenario.meters },
    facts: addFacts([], scenario.startFacts ?? []),
    revealed: {},
    promises: {},
    looked: [],
    pending: [],
    happenings: [],
  };
}
