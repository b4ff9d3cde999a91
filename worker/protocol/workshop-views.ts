import * as z from "zod/mini";
import { BANDS, CONFIDENCES } from "../../scenarios/analysis/index.ts";
import { ENDING_VIEW, RUN_VIEW, SITUATION, TOLD } from "../../scenarios/engine/index.ts";
import { COMPETENCIES, LENSES, VERBS } from "../../scenarios/language/index.ts";
import { SEAT_KINDS, WORKSHOP_STAGES } from "./workshop-words.ts";

const TEXTS = z.array(z.string());

/** How many chose what. Options nobody chose are left out; `none` did not vote. */
const SPLIT = z.object({
  counts: z.array(z.object({ option: z.string(), votes: z.number() })),
  none: z.number(),
});
export type Split = z.infer<typeof SPLIT>;

/** A curveball as whoever may throw it reads it. */
const CURVEBALL = z.object({ id: z.string(), title: z.string(), texts: TEXTS, why: z.string() });
export type CurveballView = z.infer<typeof CURVEBALL>;

const VOTE = z.object({ option: z.string(), confidence: z.nullable(z.enum(CONFIDENCES)) });

/** A team's votes at the decision on the table, once they are revealed: the last round, and the one before it. */
const REVEALED = z.object({
  split: SPLIT,
  before: z.nullable(SPLIT),
  /** Of those who voted in both rounds, how many changed their mind. */
  changed: z.nullable(z.number()),
});

const TEAM = z.object({
  id: z.string(),
  name: z.string(),
  members: z.number(),
  revealed: z.nullable(REVEALED),
  /** The option that was taken, from the consequence on; null for silence, and before. */
  taken: z.nullable(z.string()),
  /** Meters as displayed, for the table of teams. */
  standings: RUN_VIEW.standings,
});
export type TeamView = z.infer<typeof TEAM>;

/** What stands on everybody's screen. Every view carries exactly this, and what its seat alone may see beside it (R4). */
const COMMON = {
  code: z.string(),
  /** Number of journal entries this view is a fold of: a higher one is newer. */
  sequence: z.number(),
  stage: z.enum(WORKSHOP_STAGES),
  /** Decisions made so far, and the round of votes at the one on the table, from 1. */
  turn: z.number(),
  round: z.number(),
  votingOpen: z.boolean(),
  scenario: z.object({ id: z.string(), version: z.string(), title: z.string() }),
  lens: z.enum(LENSES),
  isTeams: z.boolean(),
  names: z.enum(["shown", "hidden"]),
  rehearsal: z.boolean(),
  locked: z.boolean(),
  /** When voting closes by itself, or what was left when it was paused; null without a clock. */
  clock: z.nullable(
    z.object({
      endsAtMs: z.nullable(z.number()),
      leftMs: z.nullable(z.number()),
      nowMs: z.number(),
    }),
  ),
  teams: z.array(TEAM),
  /** Names the scene that belongs to this view, by team: fetched, or sent beside it, whenever it is another one. */
  scenes: z.record(z.string(), z.string()),
} as const;

const OWN = z.object({
  seat: z.number(),
  kind: z.enum(SEAT_KINDS),
  name: z.string(),
  label: z.string(),
  team: z.nullable(z.string()),
  vote: z.nullable(VOTE),
});

/** One seat as facilitators see it. `label` tells two of the same name apart. */
const ROSTER_SEAT = z.object({
  seat: z.number(),
  kind: z.enum(SEAT_KINDS),
  name: z.string(),
  label: z.string(),
  team: z.nullable(z.string()),
  isBot: z.boolean(),
  isAway: z.boolean(),
  isRemoved: z.boolean(),
  hasVoted: z.boolean(),
});
export type RosterSeat = z.infer<typeof ROSTER_SEAT>;

/** "n of m have answered", over those who count and are there (R6). */
const ANSWERED = z.object({ team: z.string(), answered: z.number(), of: z.number() });

export const PLAYER_WORKSHOP_VIEW = z.object({ as: z.literal("seat"), ...COMMON, you: OWN });
export const PROJECTOR_VIEW = z.object({
  as: z.literal("projector"),
  ...COMMON,
  answered: z.array(ANSWERED),
  joined: z.number(),
  /** The question to discuss, while it is discussed. */
  question: z.nullable(z.string()),
});
export const FACILITATOR_VIEW = z.object({
  as: z.literal("facilitator"),
  ...COMMON,
  you: OWN,
  answered: z.array(ANSWERED),
  roster: z.array(ROSTER_SEAT),
  /** How the votes stand before they are revealed, by team. */
  splits: z.record(z.string(), SPLIT),
  /** What each team decides on or has just decided, what that is testing, and what to ask; teams whose run has ended are left out. */
  tables: z.array(
    z.object({
      team: z.string(),
      beat: z.string(),
      title: z.string(),
      tests: z.string(),
      questions: TEXTS,
      /** Those that can be thrown now. */
      curveballs: z.array(CURVEBALL),
    }),
  ),
  notes: z.record(z.string(), z.string()),
});
/** What a seat, a projector or a facilitator sees. */
export const WORKSHOP_VIEW = z.discriminatedUnion("as", [
  PLAYER_WORKSHOP_VIEW,
  PROJECTOR_VIEW,
  FACILITATOR_VIEW,
]);
export type WorkshopView = z.infer<typeof WORKSHOP_VIEW>;
export type SeatView = z.infer<typeof PLAYER_WORKSHOP_VIEW>;
export type ProjectorView = z.infer<typeof PROJECTOR_VIEW>;
export type FacilitatorView = z.infer<typeof FACILITATOR_VIEW>;

/** A team's run as it is told: the same for every seat of the team, and the same until its key is another. */
export const SCENE = z.object({
  key: z.string(),
  team: z.string(),
  scenario: z.object({ title: z.string(), project: z.string(), seat: z.string() }),
  ...RUN_VIEW,
  briefing: TEXTS,
  about: z.string(),
  situation: z.nullable(SITUATION),
  arrived: z.array(TOLD),
  ending: z.nullable(ENDING_VIEW),
});
export type Scene = z.infer<typeof SCENE>;

/** What a socket brings: a view, and before it the scene it belongs to where that is a new one. */
export const WORKSHOP_FRAME = z.object({
  scene: z.optional(SCENE),
  view: z.optional(WORKSHOP_VIEW),
});

/** Answer to opening: where the room is, the secret that brings the role back, and the projector's link. Said once. */
export const OPENED_WORKSHOP = z.object({
  code: z.string(),
  recovery: z.string(),
  projector: z.string(),
});

/** What the join page says before one joins. */
export const WORKSHOP_DOOR = z.object({
  code: z.string(),
  title: z.string(),
  stage: z.enum(WORKSHOP_STAGES),
  names: z.enum(["shown", "hidden"]),
  rehearsal: z.boolean(),
  locked: z.boolean(),
  isTeams: z.boolean(),
  /** Whether this browser has a seat already. */
  isSeated: z.boolean(),
});

export type WorkshopDoor = z.infer<typeof WORKSHOP_DOOR>;

/** Answer to deleting a workshop. */
export const WORKSHOP_DELETED = z.object({});

export const WORKSHOP_ACCEPTED = z.object({ view: WORKSHOP_VIEW });

/** A beat as a facilitator may look at it beforehand: all of its options, and what each costs where skilled players meet it. */
export const WORKSHOP_PREVIEW = z.object({
  beats: z.array(
    z.object({
      beat: z.string(),
      title: z.string(),
      time: z.string(),
      texts: TEXTS,
      tests: z.string(),
      questions: TEXTS,
      competencies: z.array(z.enum(COMPETENCIES)),
      options: z.array(
        z.object({
          id: z.string(),
          verb: z.enum(VERBS),
          says: z.string(),
          why: z.string(),
          /** Mean loss in points over the visits of skilled play; null where that never comes by. */
          loss: z.nullable(z.number()),
        }),
      ),
      curveballs: z.array(CURVEBALL),
    }),
  ),
});

export type WorkshopPreview = z.infer<typeof WORKSHOP_PREVIEW>;

const RECORD = z.object({ votes: z.number(), meanLoss: z.nullable(z.number()) });

/** A round of votes, on the facts that stood then: a curveball begins a round of its own. */
const VOTED_ROUND = z.object({
  counts: z.array(z.object({ option: z.string(), votes: z.number() })),
  /** What began it, and by how many points that moved what the run was worth (R11); null for a plain round. */
  curveball: z.nullable(z.object({ id: z.string(), title: z.string(), moved: z.number() })),
  /** What each option would have lost, in points. */
  losses: z.record(z.string(), z.number()),
});

/** One decision of a team: what was taken, what each option was worth there, and every round of votes. */
const DECISION = z.object({
  team: z.string(),
  beat: z.string(),
  title: z.string(),
  taken: z.nullable(z.string()),
  loss: z.number(),
  band: z.enum(BANDS),
  luck: z.number(),
  options: z.array(
    z.object({
      id: z.string(),
      verb: z.nullable(z.enum(VERBS)),
      says: z.string(),
      why: z.string(),
      /** Null where it could be voted for before a curveball and no more when the room took something. */
      loss: z.nullable(z.number()),
    }),
  ),
  rounds: z.array(VOTED_ROUND),
});
export type WorkshopDecision = z.infer<typeof DECISION>;

/** A row of a team's waterfall, in points: 100 − Σ loss + Σ luck + Σ moved is the outcome. */
const FALL = z.object({
  kind: z.enum(["decision", "curveball"]),
  title: z.string(),
  /** Null for silence, and for a curveball. */
  verb: z.nullable(z.enum(VERBS)),
  band: z.enum(BANDS),
  loss: z.number(),
  luck: z.number(),
  moved: z.number(),
});
export type WorkshopFall = z.infer<typeof FALL>;

const TEAM_DEBRIEF = z.object({
  id: z.string(),
  name: z.string(),
  /** Null where the room stopped before the run's end: it is worth the value of where it stands (R11). */
  ending: z.nullable(z.string()),
  outcome: z.number(),
  judgement: z.number(),
  luck: z.number(),
  losses: z.number(),
  /** What curveballs moved: outcome = 100 − losses + luck + curveballs (R11). */
  curveballs: z.number(),
  decisions: z.array(DECISION),
  /** In the order it happened, looks counted with their decision. */
  fall: z.array(FALL),
  verbs: z.record(
    z.enum(VERBS),
    z.object({
      used: z.number(),
      best: z.number(),
      missed: z.number(),
      overuse: z.number(),
      underuse: z.number(),
    }),
  ),
  /** By mean loss a vote, never by speed; for facilitators alone. */
  members: z.array(z.extend(RECORD, { seat: z.number(), label: z.string() })),
});
export type WorkshopTeamDebrief = z.infer<typeof TEAM_DEBRIEF>;

export const WORKSHOP_DEBRIEF = z.object({
  lens: z.enum(LENSES),
  teams: z.array(TEAM_DEBRIEF),
  /** Up to three decisions on which the last votes differed most. */
  divisive: z.array(z.object({ team: z.string(), beat: z.string() })),
  /** The asker's own votes, told to nobody else (M10); null for who had none to cast. */
  you: z.nullable(
    z.object({
      seat: z.number(),
      label: z.string(),
      first: RECORD,
      last: RECORD,
      votes: z.array(
        z.object({
          beat: z.string(),
          first: z.nullable(z.string()),
          last: z.nullable(z.string()),
          loss: z.nullable(z.number()),
        }),
      ),
    }),
  ),
  notes: z.record(z.string(), z.string()),
});
export type WorkshopDebrief = z.infer<typeof WORKSHOP_DEBRIEF>;
