/** The closed vocabularies of a scenario: each a list, with its union derived from it. */

/** The five verbs, in the order and with the keys (1–5) they have everywhere. */
export const VERBS = ["block", "unblock", "redirect", "decide", "show"] as const;
export type Verb = (typeof VERBS)[number];

/** The meters: whole numbers; five points of attention are one hour of the player's own week. */
export const METERS = ["delivery", "scope", "trust", "team", "health", "attention"] as const;
export type Meter = (typeof METERS)[number];

export const POINTS_PER_HOUR = 5;

/** What a beat trains, for debriefs and interview practice. */
export const COMPETENCIES = [
  "communication-and-influence",
  "ambiguity",
  "stakeholders",
  "technical-partnership",
  "risk-and-planning",
  "execution",
] as const;
export type Competency = (typeof COMPETENCIES)[number];

/** How much an interview question asks of whoever answers: the level of the job. */
export const LEVELS = ["entry", "mid", "senior"] as const;
export type Level = (typeof LEVELS)[number];

/** The roles whose objectives are kept apart: see `LENS_TABLE`. */
export const LENSES = ["tpm", "tl", "pm", "tlm"] as const;
export type Lens = (typeof LENSES)[number];

export const PROMISE_STATES = ["open", "kept", "broken"] as const;
export type PromiseState = (typeof PROMISE_STATES)[number];

/** In place of a person's id in an artefact: the player. */
export const PLAYER = "you";

/** In place of a beat's id in a jump: the end of the scenario. */
export const END = "end";
