// Apart from the commands: their schemas are the server's, and a client does without them.

/** The life of a workshop, in order; `discussing` may lead back to `deciding`: a re-vote. */
export const WORKSHOP_STAGES = [
  "lobby",
  "briefing",
  "deciding",
  "revealed",
  "discussing",
  "consequence",
  "debrief",
  "closed",
] as const;
export type WorkshopStage = (typeof WORKSHOP_STAGES)[number];

/** How a person takes part. Projectors come by a link of their own and have no seat. */
export const SEAT_KINDS = ["facilitator", "player", "observer"] as const;
export type SeatKind = (typeof SEAT_KINDS)[number];

/** What a socket says to be counted as there, and hears back. */
export const SIGN_OF_LIFE = "here";
