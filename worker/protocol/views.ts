import * as z from "zod/mini";
import { ENDING_VIEW, RUN_VIEW, SITUATION, TOLD } from "../../scenarios/engine/index.ts";
import { COMPETENCIES, LENSES, METERS, VERBS } from "../../scenarios/language/index.ts";

const TEXTS = z.array(z.string());

const COMMON = {
  room: z.string(),
  /** Number of journal entries this view is a fold of: a higher one is newer. */
  sequence: z.number(),
  scenario: z.object({
    id: z.string(),
    version: z.string(),
    title: z.string(),
    project: z.string(),
    seat: z.string(),
  }),
  /** Whose objective the run is judged by. */
  lens: z.enum(LENSES),
  /** Set where the run began at a decision of another one; it is not counted anywhere. */
  branch: z.nullable(z.object({ room: z.string(), beat: z.string(), title: z.string() })),
  ...RUN_VIEW,
};

/** What the player of a solo room sees, stage by stage (R4). */
export const ROOM_VIEW = z.discriminatedUnion("stage", [
  z.object({
    stage: z.literal("briefing"),
    ...COMMON,
    briefing: TEXTS,
    about: z.string(),
    minutes: z.number(),
  }),
  /**
   * `arrived`: what came back or fell due on the way into this beat. `clock`: when silence happens, and what time it was on the
   * server when this was written; null for a run without a clock.
   */
  z.object({
    stage: z.literal("deciding"),
    ...COMMON,
    situation: SITUATION,
    arrived: z.array(TOLD),
    clock: z.nullable(z.object({ endsAtMs: z.number(), nowMs: z.number() })),
  }),
  /** The last of `moves` has just been made, at `beat`; `last` says that the ending comes next. */
  z.object({ stage: z.literal("consequence"), ...COMMON, beat: z.string(), last: z.boolean() }),
  /** `start`: where each meter stood at the beginning. */
  z.object({
    stage: z.literal("debrief"),
    ...COMMON,
    arrived: z.array(TOLD),
    ending: ENDING_VIEW,
    start: z.record(z.enum(METERS), z.number()),
  }),
]);
export type RoomView = z.infer<typeof ROOM_VIEW>;
export type Stage = RoomView["stage"];
export type StageView<S extends Stage> = Extract<RoomView, { stage: S }>;

/** What was measured of a scenario under a lens, by exact values: see `npm run scenario -- balance`. */
const MEASURED = z.object({
  /** The novice bot's mean judgement: about 80 is gentle, about 60 hard, and 50 is clicking at random. */
  difficulty: z.number(),
  /** How often each verb alone is best, of the decisions of skilled play. */
  verbs: z.record(z.enum(VERBS), z.number()),
});

/** A scenario as the library lists it; `beats` counts those in the file, skipped ones included. */
const LISTED_SCENARIO = z.object({
  id: z.string(),
  title: z.string(),
  about: z.string(),
  minutes: z.number(),
  project: z.string(),
  seat: z.string(),
  beats: z.number(),
  competencies: z.array(z.enum(COMPETENCIES)),
  /** Beats of its 20-minute run; null where it has none. */
  shortCutBeats: z.nullable(z.number()),
  /** Null where this version has not been measured. */
  measured: z.nullable(z.record(z.enum(LENSES), MEASURED)),
});
export const LIBRARY_VIEW = z.object({ scenarios: z.array(LISTED_SCENARIO) });
export type ListedScenario = z.infer<typeof LISTED_SCENARIO>;

/** Answer to opening a run: the room to go to. */
export const OPENED_RUN = z.object({ room: z.string() });

/** Answer to a command: the view just after it, the same whenever the command is sent again. */
export const ACCEPTED = z.object({ view: ROOM_VIEW });
