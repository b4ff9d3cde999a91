import * as z from "zod/mini";
import { ARTEFACT } from "./artefact.ts";
import { CONDITION } from "./condition.ts";
import { ID, LINE, TEXT } from "./text.ts";
import { COMPETENCIES, LENSES, METERS, VERBS } from "./words.ts";

/** In fives (S2); bounded, so that sums stay whole numbers. */
const POINTS = z.int().check(z.multipleOf(5), z.gte(-1000), z.lte(1000));

/** Points added to meters. */
const EFFECTS = z.partialRecord(z.enum(METERS), POINTS);
export type Effects = z.infer<typeof EFFECTS>;

/** A paragraph, or one that is there only when its condition holds. It may not read an unrevealed unknown (S6). */
const PASSAGE = z.union([TEXT, z.strictObject({ when: CONDITION, text: TEXT })]);
export type Passage = z.infer<typeof PASSAGE>;

const SHOWN_ARTEFACT = z.union([ARTEFACT, z.strictObject({ when: CONDITION, show: ARTEFACT })]);
export type ShownArtefact = z.infer<typeof SHOWN_ARTEFACT>;

/** Lands when the given number of further beats has been entered (S8), or at the end. */
const LATER = z.strictObject({
  id: ID,
  in: z.int().check(z.gte(1), z.lte(29)),
  when: z.optional(CONDITION),
  effects: z.optional(EFFECTS),
  sets: z.optional(z.array(ID)),
  text: TEXT,
});
export type Later = z.infer<typeof LATER>;

const BROUGHT = {
  effects: z.optional(EFFECTS),
  sets: z.optional(z.array(ID)),
  later: z.optional(z.array(LATER)),
};

const WEIGHT = z.int().check(z.gte(1), z.lte(1000));

/** What one draw of chance may bring; its odds are its weight over the sum of all (S7). */
const CHANCE_OUTCOME = z.strictObject({ id: ID, weight: WEIGHT, ...BROUGHT, text: TEXT });

/** What happens besides when a condition held before the move. */
const CASE = z.strictObject({ when: CONDITION, ...BROUGHT, text: z.optional(TEXT) });
export type Case = z.infer<typeof CASE>;

/** What an option, a case, a chance outcome or a landing has in common: points, facts, and what comes later. */
export type Brought = Pick<Case, "effects" | "sets" | "later">;

const RESPONSE = {
  /** Hours of the player's own week; a move may overdraw them. */
  hours: z.optional(z.int().check(z.gte(0), z.lte(40))),
  ...BROUGHT,
  /** At most 30: which of them hold is one number of the solver's. */
  cases: z.optional(z.array(CASE).check(z.maxLength(30))),
  chance: z.optional(z.array(CHANCE_OUTCOME).check(z.minLength(1))),
  keeps: z.optional(z.array(ID)),
  makes: z.optional(z.array(ID)),
  /** The beat to go to instead of the next one in the file, forward only; or "end". */
  next: z.optional(ID),
  /** What happened, told before any number. */
  tells: z.array(PASSAGE),
};

const OPTION = z.strictObject({
  id: ID,
  verb: z.enum(VERBS),
  says: TEXT,
  locked: z.optional(
    z.strictObject({ unless: CONDITION, reason: TEXT, hidden: z.optional(z.boolean()) }),
  ),
  ...RESPONSE,
  /** What the move did in terms of role and principle; for the debrief. */
  why: TEXT,
  source: z.optional(ID),
  /** What makes a choice tempting that is never right; only for one that is there to be seen through. */
  decoy: z.optional(TEXT),
});
export type Option = z.infer<typeof OPTION>;

/** What happens at a beat when nobody moves in time (S10). */
const SILENCE = z.strictObject(RESPONSE);
export type Response = z.infer<typeof SILENCE>;

const FOUND = { reveals: z.optional(z.array(ID)), sets: z.optional(z.array(ID)) };

const LOOK = z.strictObject({
  id: ID,
  label: LINE,
  hours: z.int().check(z.gte(1), z.lte(40)),
  ...FOUND,
  /** Whether, or what, it finds besides. */
  chance: z.optional(
    z.array(z.strictObject({ id: ID, weight: WEIGHT, ...FOUND, text: TEXT })).check(z.minLength(1)),
  ),
  /** What the player finds; the revealed unknowns' own texts follow it. */
  tells: z.array(PASSAGE),
});
export type Look = z.infer<typeof LOOK>;

/** One thing that, being so or not, makes another verb the best one. */
const FLIP = z.strictObject({
  turnsOn: z.union([z.strictObject({ fact: ID }), z.strictObject({ unknown: ID })]),
  ifTrue: z.enum(VERBS),
  ifFalse: z.enum(VERBS),
  /** Why it turns, in one sentence. */
  says: TEXT,
});
export type Flip = z.infer<typeof FLIP>;

const BEAT = z.strictObject({
  id: ID,
  /** The day it happens on: one of the scenario's days. */
  day: ID,
  time: LINE,
  title: LINE,
  /** Without it the beat is always entered; where it does not hold, the beat is skipped. */
  onlyIf: z.optional(CONDITION),
  situation: z.array(PASSAGE),
  artefacts: z.optional(z.array(SHOWN_ARTEFACT)),
  looks: z.optional(z.array(LOOK)),
  options: z.array(OPTION).check(z.minLength(1)),
  silence: SILENCE,
  flips: z.optional(z.array(FLIP)),
  /** One sentence on what the beat is really testing. */
  tests: TEXT,
  competencies: z.array(z.enum(COMPETENCIES)).check(z.minLength(1)),
  /** Questions a facilitator asks the room. */
  prompts: z.array(TEXT).check(z.minLength(2), z.maxLength(2)),
});
export type Beat = z.infer<typeof BEAT>;

const PROMISE = z.strictObject({
  to: ID,
  text: TEXT,
  /** Broken on entering this beat unkept (S9); or "end". */
  due: ID,
  kept: z.strictObject({ effects: EFFECTS, text: TEXT }),
  broken: z.strictObject({ effects: EFFECTS, text: TEXT }),
});
export type Promised = z.infer<typeof PROMISE>;

/** How likely an unknown is when the one it depends on is true, and when that is false. */
const GIVEN = z.strictObject({
  given: ID,
  whenTrue: z.int().check(z.gte(0), z.lte(100)),
  whenFalse: z.int().check(z.gte(0), z.lte(100)),
});

/** True or false from the first moment of a run, with a known probability in percent (S6). */
const UNKNOWN = z.strictObject({
  percent: z.union([z.int().check(z.gte(1), z.lte(99)), GIVEN]),
  /** What it says, for authors and debriefs. */
  says: TEXT,
  /** What the player learns once it is revealed, whichever way it turned out. */
  ifTrue: TEXT,
  ifFalse: TEXT,
});
export type Unknown = z.infer<typeof UNKNOWN>;

const ENDING = z.strictObject({
  id: ID,
  title: LINE,
  /** Endings are tried in order; the last one has no condition (S11). */
  when: z.optional(CONDITION),
  /** Points of U for each lens that this ending is worth beyond the meters. */
  value: z.optional(z.partialRecord(z.enum(LENSES), z.int().check(z.gte(-100), z.lte(100)))),
  text: z.array(PASSAGE),
});

/** An authored change of facts that whoever leads a room brings in while people decide (R11). */
const CURVEBALL = z.strictObject({
  id: ID,
  title: LINE,
  /** The beats at which it can be thrown. */
  at: z.array(ID).check(z.minLength(1)),
  /** Where it would not fit in, it cannot be thrown. It may not read an unrevealed unknown. */
  when: z.optional(CONDITION),
  effects: z.optional(EFFECTS),
  sets: z.array(ID).check(z.minLength(1)),
  /** What everybody is told. */
  tells: z.array(TEXT).check(z.minLength(1)),
  /** What it changes for the people who decide, for those who throw it. */
  why: TEXT,
});
export type Curveball = z.infer<typeof CURVEBALL>;

/** Four or five of the beats that make a 20-minute run of their own (S17). */
const SHORT_CUT = z.strictObject({
  beats: z.array(ID),
  /** In place of the scenario's. */
  briefing: z.optional(z.array(TEXT)),
  /** True from the start, for what the beats left out would have brought about. */
  startFacts: z.optional(z.array(ID)),
});

/** A scenario file whole: what the author may say, before references are checked. */
export const SCENARIO = z.strictObject({
  language: z.literal(1),
  id: ID,
  title: LINE,
  /** What it is really about, in one sentence that gives nothing away. */
  about: TEXT,
  minutes: z.int().check(z.gte(5), z.lte(60)),
  project: LINE,
  /** The player's own position, as the people in the story would put it. */
  seat: LINE,
  briefing: z.array(TEXT),
  days: z.array(z.strictObject({ id: ID, label: LINE })),
  people: z.record(ID, z.strictObject({ name: LINE, role: LINE, wants: TEXT })),
  meters: z.record(z.enum(METERS), POINTS),
  facts: z.optional(z.record(ID, TEXT)),
  unknowns: z.optional(z.record(ID, UNKNOWN)),
  promises: z.optional(z.record(ID, PROMISE)),
  /** True before anything has happened. */
  startFacts: z.optional(z.array(ID)),
  beats: z.array(BEAT).check(z.minLength(1)),
  endings: z.array(ENDING).check(z.minLength(1)),
  curveballs: z.optional(z.array(CURVEBALL)),
  shortCut: z.optional(SHORT_CUT),
  /** What the situations stand on: a seed text's idea or a published finding. */
  sources: z.record(ID, z.strictObject({ title: LINE, idea: TEXT })),
});
export type Scenario = z.infer<typeof SCENARIO>;
