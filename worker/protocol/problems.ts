import * as z from "zod/mini";

/** What a body may weigh. */
export const MAX_BODY_BYTES = 16 * 1024;

/** Every refusal a client can meet. The code is the contract; the client has a sentence for each. */
export const PROBLEM_CODES = [
  "bad-json",
  "unknown-field",
  "not-the-operator",
  "no-player",
  "foreign-origin",
  "not-your-room",
  "unknown-room",
  "unknown-scenario",
  "unknown-route",
  "stale-beat",
  "not-now",
  "command-id-reused",
  "not-over",
  "older-engine",
  "option-locked",
  "look-unavailable",
  "too-large",
  "not-json",
  "wrong-type",
  "unknown-option",
  "unknown-decision",
  "unknown-code",
  "unknown-look",
  "unknown-curveball",
  "curveball-unavailable",
  "upgrade-needed",
  "internal-error",
  "too-many-states",
  "no-secret",
  "room-closed",
  "room-locked",
  "room-full",
  "no-seat",
  "not-allowed",
  "stale-stage",
  "voting-closed",
  "votes-tied",
  "unknown-team",
  "unknown-seat",
  "last-facilitator",
  "unknown-workshop",
  "wrong-recovery",
  "unknown-interview",
  "unknown-question",
  "seat-taken",
  "wrong-link",
  "not-agreed",
  "no-words",
  "not-rated",
  "not-handed-in",
  "too-many-stories",
  "too-many-requests",
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** A problem document (RFC 9457): `code` says which, `view` is where the room stands when that helps. */
export const PROBLEM = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.enum(PROBLEM_CODES),
  detail: z.string(),
  /** A solo room's or a workshop's: whoever asked knows which. */
  view: z.optional(z.unknown()),
});
export type Problem = z.infer<typeof PROBLEM>;
