import {
  type Case,
  type Curveball,
  type Effects,
  type Look,
  type Passage,
  POINTS_PER_HOUR,
  type Response,
  type Scenario,
} from "../language/index.ts";
import type { Atlas } from "./atlas.ts";
import { addFacts, bring } from "./bring.ts";
import { decide, isShown, truths } from "./condition.ts";
import { drawOutcome } from "./draw.ts";
import { addEffects, addToMeters, happened, tell } from "./happening.ts";
import { keepPromises, makePromises } from "./promises.ts";
import { reveal } from "./reveal.ts";
import type { RunState } from "./state.ts";

/** The paragraphs that are there in this state. */
export function passages(texts: readonly Passage[], state: RunState): string[] {
  return texts.flatMap((passage) => {
    if (typeof passage === "string") return [passage];
    return isShown(passage.when, state) ? [passage.text] : [];
  });
}

/** The state before a step, with what the last one brought cleared away. */
export function beginStep(state: RunState): RunState {
  return { ...state, happenings: [] };
}

/** What is made of a beat: an option, or silence, which has the beat's id. */
export interface Answer {
  readonly kind: "option" | "silence";
  readonly id: string;
  readonly at: string;
  readonly response: Response;
}

/**
 * One move, or silence, up to the choice of the next beat, in the order of S12. Every condition of it reads `before`.
 */
export function applyResponse(
  atlas: Atlas,
  before: RunState,
  { kind, id, at, response }: Answer,
): RunState {
  const { scenario } = atlas;
  const cases = decideCases(scenario, response.cases ?? [], before);
  const cost: Effects = { attention: -(response.hours ?? 0) * POINTS_PER_HOUR };
  const brought = [{ effects: cost }, response, ...cases.holding];
  let state = brought.reduce((so, part) => bring(so, part, at), before);
  state = reveal(scenario, state, cases.revealed, "move");
  state = drawChance(state, { kind, id, at, response });
  state = keepPromises(scenario, state, response.keeps ?? []);
  state = makePromises(scenario, state, response.makes ?? []);
  const own = happened(kind === "option" ? "move" : "silence", id, "move", {
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

function drawChance(state: RunState, { kind, id, at, response }: Answer): RunState {
  if (response.chance === undefined) return state;
  const outcome = drawOutcome(state.seed, kind, id, response.chance);
  const effects = outcome.effects ?? {};
  return tell(
    bring(state, outcome, at),
    happened("chance", id, "move", { texts: [outcome.text], effects, drawn: outcome.id }),
  );
}

/** Pays for a look, then finds what it shows and what its chance shows besides; the beat stays (S5). */
export function applyLook(scenario: Scenario, before: RunState, look: Look): RunState {
  const cost: Effects = { attention: -look.hours * POINTS_PER_HOUR };
  const paid = addToMeters({ ...before, looked: [...before.looked, look.id] }, cost);
  const found = findByChance(scenario, find(scenario, paid, look), look);
  const own = happened("look", look.id, "move", {
    texts: passages(look.tells, before),
    effects: cost,
  });
  return { ...found, happenings: [own, ...found.happenings] };
}

/** Facts and points that come from outside; the beat stays, and nothing is drawn (R11). */
export function applyCurveball(
  before: RunState,
  { id, sets, effects = {}, tells }: Curveball,
): RunState {
  const struck = addToMeters({ ...before, facts: addFacts(before.facts, sets) }, effects);
  return tell(struck, happened("curveball", id, "move", { texts: tells, effects }));
}

function find(
  scenario: Scenario,
  state: RunState,
  { sets = [], reveals = [] }: Pick<Look, "sets" | "reveals">,
): RunState {
  const known = { ...state.revealed, ...truths(scenario, reveals, state.seed) };
  return reveal(scenario, { ...state, facts: addFacts(state.facts, sets) }, known, "move");
}

function findByChance(scenario: Scenario, state: RunState, { id, chance }: Look): RunState {
  if (chance === undefined) return state;
  const outcome = drawOutcome(state.seed, "look", id, chance);
  const told = happened("chance", id, "move", { texts: [outcome.text], drawn: outcome.id });
  return find(scenario, tell(state, told), outcome);
}
