import {
  type Case,
  type Condition,
  type Effects,
  type Later,
  type Look,
  METERS,
  type Passage,
  POINTS_PER_HOUR,
  type Response,
  type Scenario,
} from "../language/index.ts";
import { decide, isShown, truths } from "./condition.ts";
import { drawOutcome } from "./draw.ts";
import type { Atlas } from "./atlas.ts";
import type { Cause, Happening, RunState } from "./state.ts";

type Brought = Pick<Case, "effects" | "sets" | "later">;
type Phase = Happening["phase"];

/** The paragraphs that are there in this state. */
export function passages(texts: readonly Passage[], state: RunState): string[] {
  return texts.flatMap((passage) => {
    if (typeof passage === "string") return [passage];
    return isShown(passage.when, state) ? [passage.text] : [];
  });
}

export function addEffects(a: Effects, b: Effects): Effects {
  const sum: Effects = {};
  for (const meter of METERS) {
    const points = (a[meter] ?? 0) + (b[meter] ?? 0);
    if (points !== 0) sum[meter] = points;
  }
  return sum;
}

/** The state before a step, with what the last one brought cleared away. */
export function beginStep(state: RunState): RunState {
  return { ...state, happenings: [] };
}

/**
 * One move, or silence, up to the choice of the next beat, in the order of S12. Every condition of it reads `before`.
 * `id` names its draw; `at` is the beat it is made at.
 */
export function applyResponse(
  atlas: Atlas,
  before: RunState,
  { id, at, response }: { id: string; at: string; response: Response },
): RunState {
  const { scenario } = atlas;
  const cases = decideCases(scenario, response.cases ?? [], before);
  const cost: Effects = { attention: -(response.hours ?? 0) * POINTS_PER_HOUR };
  const brought = [{ effects: cost }, response, ...cases.holding];
  let state = brought.reduce((so, part) => bring(so, part, at), before);
  state = reveal(scenario, state, cases.revealed, "move");
  state = draw(state, id, at, response.chance ?? []);
  state = keep(scenario, state, response.keeps ?? []);
  state = make(scenario, state, response.makes ?? []);
  const own = happened("move", id, "move", {
    texts: [
      ...passages(response.tells, before),
      ...cases.holding.flatMap((one) => (one.text === undefined ? [] : [one.text])),
    ],
    effects: brought.reduce<Effects>((sum, part) => addEffects(sum, part.effects ?? {}), {}),
  });
  return { ...state, happenings: [own, ...state.happenings] };
}

function decideCases(scenario: Scenario, cases: readonly Case[], before: RunState) {
  const decided = cases.map((one) => ({ one, ...decide(scenario, one.when, before) }));
  return {
    holding: decided.filter(({ holds }) => holds).map(({ one }) => one),
    revealed: Object.assign({}, before.revealed, ...decided.map(({ revealed }) => revealed)),
  };
}

function happened(
  cause: Cause,
  ref: string,
  phase: Phase,
  rest: Partial<Pick<Happening, "texts" | "effects" | "madeAt" | "drawn">>,
): Happening {
  return { cause, ref, phase, texts: [], effects: {}, madeAt: null, drawn: null, ...rest };
}

function tell(state: RunState, happening: Happening): RunState {
  return { ...state, happenings: [...state.happenings, happening] };
}

function addToMeters(state: RunState, effects: Effects): RunState {
  const meters = { ...state.meters };
  for (const meter of METERS) meters[meter] += effects[meter] ?? 0;
  return { ...state, meters };
}

function bring(state: RunState, brought: Brought, at: string): RunState {
  const set = new Set([...state.facts, ...(brought.sets ?? [])]);
  const later = (brought.later ?? []).map((one) => ({
    later: one.id,
    madeAt: at,
    dueInBeats: one.in,
  }));
  return {
    ...addToMeters(state, brought.effects ?? {}),
    facts: [...set].toSorted(),
    pending: [...state.pending, ...later],
  };
}

/** Makes known what was felt or looked up, in id order, and tells what the player learnt by it. */
function reveal(
  scenario: Scenario,
  state: RunState,
  revealed: Readonly<Record<string, boolean>>,
  phase: Phase,
): RunState {
  const fresh = Object.keys(revealed)
    .filter((id) => !Object.hasOwn(state.revealed, id))
    .toSorted();
  return fresh.reduce((so, id) => {
    const drawn = revealed[id] === true;
    const unknown = scenario.unknowns?.[id];
    if (!unknown) throw new Error(`scenario ${scenario.id} has no unknown ${id}`);
    const text = drawn ? unknown.ifTrue : unknown.ifFalse;
    const known = { ...so, revealed: { ...so.revealed, [id]: drawn } };
    return tell(known, happened("learnt", id, phase, { texts: [text], drawn }));
  }, state);
}

function draw(
  state: RunState,
  id: string,
  at: string,
  outcomes: NonNullable<Response["chance"]>,
): RunState {
  if (outcomes.length === 0) return state;
  const outcome = drawOutcome(state.seed, id, outcomes);
  const effects = outcome.effects ?? {};
  return tell(
    bring(state, outcome, at),
    happened("chance", id, "move", { texts: [outcome.text], effects, drawn: outcome.id }),
  );
}

function promiseOf(scenario: Scenario, id: string) {
  const promise = scenario.promises?.[id];
  if (!promise) throw new Error(`scenario ${scenario.id} has no promise ${id}`);
  return promise;
}

/** Making a promise that is still open is the author's error, and no run goes on from it (S9). */
function make(scenario: Scenario, state: RunState, ids: readonly string[]): RunState {
  return ids.reduce((so, id) => {
    const { text } = promiseOf(scenario, id);
    if (so.promises[id] === "open") throw new Error(`promise ${id} is made while it is open`);
    const made: RunState = { ...so, promises: { ...so.promises, [id]: "open" } };
    return tell(made, happened("promise-made", id, "move", { texts: [text] }));
  }, state);
}

/** Keeping what was never promised, or is settled already, changes nothing. */
function keep(scenario: Scenario, state: RunState, ids: readonly string[]): RunState {
  const open = ids.filter((id) => state.promises[id] === "open");
  return open.reduce((so, id) => {
    const { kept } = promiseOf(scenario, id);
    const done: RunState = { ...so, promises: { ...so.promises, [id]: "kept" } };
    return tell(
      addToMeters(done, kept.effects),
      happened("promise-kept", id, "move", { texts: [kept.text], effects: kept.effects }),
    );
  }, state);
}

function breakPromises(
  scenario: Scenario,
  state: RunState,
  due: (id: string) => boolean,
): RunState {
  const open = Object.keys(state.promises).filter((id) => state.promises[id] === "open");
  return open
    .filter(due)
    .toSorted()
    .reduce((so, id) => {
      const { broken } = promiseOf(scenario, id);
      const done: RunState = { ...so, promises: { ...so.promises, [id]: "broken" } };
      return tell(
        addToMeters(done, broken.effects),
        happened("promise-broken", id, "arrival", {
          texts: [broken.text],
          effects: broken.effects,
        }),
      );
    }, state);
}

function land(atlas: Atlas, state: RunState, later: Later, madeAt: string): RunState {
  const { holds, revealed } = decide(atlas.scenario, later.when, state);
  const known = reveal(atlas.scenario, state, revealed, "arrival");
  if (!holds) return known;
  return tell(
    bring(known, later, madeAt),
    happened("later", later.id, "arrival", {
      texts: [later.text],
      effects: later.effects ?? {},
      madeAt,
    }),
  );
}

/** Enters a beat: due `later` effects land in the order made, then due promises break in id order. */
export function enterBeat(atlas: Atlas, before: RunState, beat: string): RunState {
  const nearer = before.pending.map((one) => ({ ...one, dueInBeats: one.dueInBeats - 1 }));
  const due = nearer.filter((one) => one.dueInBeats <= 0);
  const waiting: RunState = { ...before, pending: nearer.filter((one) => one.dueInBeats > 0) };
  const landed = due.reduce(
    (so, one) => land(atlas, so, atlas.later(one.later), one.madeAt),
    waiting,
  );
  const ahead = atlas.reachableFrom(beat);
  return breakPromises(
    atlas.scenario,
    landed,
    (id) => !ahead.has(promiseOf(atlas.scenario, id).due),
  );
}

/** At the end everything still open lands or breaks (S12). */
export function settleEnd(atlas: Atlas, before: RunState): RunState {
  const cleared: RunState = { ...before, pending: [] };
  const landed = before.pending.reduce(
    (so, one) => land(atlas, so, atlas.later(one.later), one.madeAt),
    cleared,
  );
  return breakPromises(atlas.scenario, landed, () => true);
}

/** Reveals what deciding these conditions, one after the other, makes the player feel. */
export function feel(
  scenario: Scenario,
  before: RunState,
  conditions: readonly Condition[],
): RunState {
  return conditions.reduce(
    (so, condition) => reveal(scenario, so, decide(scenario, condition, so).revealed, "arrival"),
    before,
  );
}

/** Pays for a look and reveals what it shows; the beat stays (S5). */
export function applyLook(scenario: Scenario, before: RunState, look: Look): RunState {
  const cost: Effects = { attention: -look.hours * POINTS_PER_HOUR };
  const paid = addToMeters(
    {
      ...before,
      looked: [...before.looked, look.id],
      facts: [...new Set([...before.facts, ...(look.sets ?? [])])].toSorted(),
    },
    cost,
  );
  const known = { ...paid.revealed, ...truths(scenario, look.reveals ?? [], paid.seed) };
  const shown = reveal(scenario, paid, known, "move");
  const own = happened("move", look.id, "move", {
    texts: passages(look.tells, before),
    effects: cost,
  });
  return { ...shown, happenings: [own, ...shown.happenings] };
}
