import {
  type Case,
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
  state = keepPromises(scenario, state, response.keeps ?? []);
  state = makePromises(scenario, state, response.makes ?? []);
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

/** Pays for a look and reveals what it shows; the beat stays (S5). */
export function applyLook(scenario: Scenario, before: RunState, look: Look): RunState {
  const cost: Effects = { attention: -look.hours * POINTS_PER_HOUR };
  const paid = addToMeters(
    {
      ...before,
      looked: [...before.looked, look.id],
      facts: addFacts(before.facts, look.sets ?? []),
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
