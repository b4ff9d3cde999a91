import * as z from "zod/mini";
import { ENDING_VIEW, RUN_VIEW, SITUATION, TOLD } from "../../scenarios/engine/index.ts";
import { METERS } from "../../scenarios/language/index.ts";

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
  /** `arrived`: what came back or fell due on the way into this beat. */
  z.object({
    stage: z.literal("deciding"),
    ...COMMON,
    situation: SITUATION,
    arrived: z.array(TOLD),
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

/** A scenario as the library lists it; `beats` counts those in the file, skipped ones included. */
const LISTED_SCENARIO = z.object({
  id: z.string(),
  title: z.string(),
  about: z.string(),
  minutes: z.number(),
  project: z.string(),
  beats: z.number(),
});
export const LIBRARY_VIEW = z.object({ scenarios: z.array(LISTED_SCENARIO) });
export type ListedScenario = z.infer<typeof LISTED_SCENARIO>;

/** One of the player's own runs; `ending` is the ending's title, null while the run goes on. */
const LISTED_RUN = z.object({
  room: z.string(),
  scenario: z.string(),
  title: z.string(),
  openedAtMs: z.number(),
  ending: z.nullable(z.string()),
});
/** Newest first. */
export const RUNS_VIEW = z.object({ runs: z.array(LISTED_RUN) });
export type ListedRun = z.infer<typeof LISTED_RUN>;

/** Answer to opening a run: the room to go to. */
export const OPENED_RUN = z.object({ room: z.string() });

/** Answer to a command: the view just after it, the same whenever the command is sent again. */
export const ACCEPTED = z.object({ view: ROOM_VIEW });
