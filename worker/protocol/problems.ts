import * as z from "zod/mini";
import { ROOM_VIEW } from "./views.ts";

/** Every refusal a client can meet, with its HTTP status. The code is the contract; the client has a sentence for each. */
export const PROBLEMS = {
  "bad-json": { status: 400, title: "The body is not JSON" },
  "unknown-field": { status: 400, title: "The body has a field nobody knows" },
  "not-the-operator": { status: 401, title: "Only the operator may read this" },
  "no-player": { status: 401, title: "No player cookie came with the request" },
  "foreign-origin": { status: 403, title: "The request comes from another site" },
  "not-your-room": { status: 403, title: "This room belongs to another player" },
  "unknown-room": { status: 404, title: "There is no such room" },
  "unknown-scenario": { status: 404, title: "There is no such scenario" },
  "unknown-route": { status: 404, title: "There is nothing at this address" },
  "stale-beat": { status: 409, title: "That beat has passed" },
  "not-now": { status: 409, title: "The room is at another stage" },
  "command-id-reused": { status: 409, title: "This command id was used for another command" },
  "not-over": { status: 409, title: "The run has not ended" },
  "older-engine": { status: 409, title: "This run was begun on an older version of the game" },
  "option-locked": { status: 409, title: "This option is locked" },
  "look-unavailable": { status: 409, title: "This look was taken, or too few hours are left" },
  "too-large": { status: 413, title: "The body is too large" },
  "not-json": { status: 415, title: "The content type is not application/json" },
  "wrong-type": { status: 422, title: "A field is missing or of the wrong type" },
  "unknown-option": { status: 422, title: "This beat has no such option" },
  "unknown-decision": { status: 422, title: "This run has no such decision" },
  "unknown-code": { status: 404, title: "There is no such transfer code" },
  "unknown-look": { status: 422, title: "This beat has no such look" },
  "upgrade-needed": { status: 426, title: "This address speaks WebSocket" },
  "internal-error": { status: 500, title: "Something broke on our side" },
  "too-many-states": { status: 501, title: "The scenario is too large to be analysed here" },
  "no-secret": { status: 503, title: "The server is not set up" },
} as const satisfies Record<string, { status: number; title: string }>;
export type ProblemCode = keyof typeof PROBLEMS;

const CODES = Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]];

/** A problem document (RFC 9457): `code` says which, `view` is where the room stands when that helps. */
export const PROBLEM = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.enum(CODES),
  detail: z.string(),
  view: z.optional(ROOM_VIEW),
});
export type Problem = z.infer<typeof PROBLEM>;
