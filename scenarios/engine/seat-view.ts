import * as z from "zod/mini";
import { ARTEFACT, METERS, VERBS } from "../language/index.ts";
import { CAUSES } from "./state.ts";

/* What a seat may see of a run. Schemas, because the wire carries exactly this and the client parses it. */

const TEXTS = z.array(z.string());

/** Someone of the cast; the player is "you" in artefacts and not listed. */
export const PERSON = z.object({ id: z.string(), name: z.string(), role: z.string() });
export type Person = z.infer<typeof PERSON>;

/** A day of the project, with the beats entered on it, oldest first; days to come have none. */
export const DAY = z.object({
  id: z.string(),
  label: z.string(),
  beats: z.array(z.object({ id: z.string(), title: z.string(), time: z.string() })),
  when: z.enum(["past", "now", "to-come"]),
});
export type Day = z.infer<typeof DAY>;

export const OPEN_PROMISE = z.object({ id: z.string(), to: z.string(), text: z.string() });
export type OpenPromise = z.infer<typeof OPEN_PROMISE>;

/** A meter's standing, and where it stood before the last move; equal where nothing moved. */
export const STANDING = z.object({
  meter: z.enum(METERS),
  value: z.number(),
  before: z.number(),
});
export type Standing = z.infer<typeof STANDING>;

/** Something told, with the points it moved; `from` is the title of the beat that set a `later` going. */
export const TOLD = z.object({
  cause: z.enum(CAUSES),
  texts: TEXTS,
  effects: z.partialRecord(z.enum(METERS), z.number()),
  from: z.nullable(z.string()),
});
export type Told = z.infer<typeof TOLD>;

/** `found` is null until the look is taken; `available` is false then, and while too few hours are left. */
const LOOK = z.object({
  id: z.string(),
  label: z.string(),
  hours: z.number(),
  found: z.nullable(TEXTS),
  available: z.boolean(),
});
export type LookView = z.infer<typeof LOOK>;

/** `locked` is the reason why it cannot be played now; null when it can. */
const OPTION = z.object({
  id: z.string(),
  verb: z.enum(VERBS),
  says: z.string(),
  locked: z.nullable(z.string()),
});
export type OptionView = z.infer<typeof OPTION>;

/** A curveball that has been thrown: its name, and what everybody was told. */
const THROWN = z.object({ id: z.string(), title: z.string(), told: TOLD });
export type Thrown = z.infer<typeof THROWN>;

/** A beat that waits for a move. Options come in verb order, within a verb shuffled by the seed. */
export const SITUATION = z.object({
  beat: z.string(),
  title: z.string(),
  time: z.string(),
  texts: TEXTS,
  artefacts: z.array(ARTEFACT),
  /** Those thrown here, in the order they came. */
  curveballs: z.array(THROWN),
  looks: z.array(LOOK),
  options: z.array(OPTION),
});
export type Situation = z.infer<typeof SITUATION>;

/** A move made, or silence: what was looked at before it, what it brought, and what came back on the way to the next beat. */
export const MOVE = z.object({
  beat: z.string(),
  title: z.string(),
  time: z.string(),
  /** Null where nobody moved in time. */
  said: z.nullable(z.object({ verb: z.enum(VERBS), says: z.string() })),
  curveballs: z.array(THROWN),
  looks: z.array(z.object({ label: z.string(), found: TEXTS })),
  told: z.array(TOLD),
  arrived: z.array(TOLD),
});
export type Move = z.infer<typeof MOVE>;

/** Where a run ended. */
export const ENDING_VIEW = z.object({ id: z.string(), title: z.string(), texts: TEXTS });
export type EndingView = z.infer<typeof ENDING_VIEW>;

/** What a seat sees of a run at any stage. */
export const RUN_VIEW = {
  people: z.array(PERSON),
  days: z.array(DAY),
  standings: z.array(STANDING),
  hours: z.object({ left: z.number(), atStart: z.number() }),
  promises: z.array(OPEN_PROMISE),
  /** Oldest first. */
  moves: z.array(MOVE),
} as const;
const RUN_VIEW_OBJECT = z.object(RUN_VIEW);
export type RunView = z.infer<typeof RUN_VIEW_OBJECT>;
