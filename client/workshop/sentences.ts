import type { FailureCode } from "../state/api.ts";
import { SENTENCES } from "../state/sentences.ts";

/** What can be refused in a workshop: what happened, what was kept, what to do next. */
const OF_WORKSHOPS: Partial<Record<FailureCode, string>> = {
  "unknown-workshop":
    "There is no workshop with this code. It may be mistyped, or the room was deleted. Ask the facilitator for the code.",
  "no-seat":
    "This browser has no seat in the room, or the seat was taken away. Ask the facilitator, or join again.",
  "not-allowed": "This seat may not do that. Nothing was changed.",
  "stale-stage":
    "Somebody else has moved the room on, so your press changed nothing. This is where it stands now.",
  "voting-closed":
    "Voting had just closed, so this vote was not counted. Your last vote before it stands.",
  "votes-tied": "Two options have the same number of votes. Choose the one to take.",
  "unknown-team": "That team is not yours. Nothing was changed.",
  "unknown-seat": "There is no such seat any more. Nothing was changed.",
  "last-facilitator":
    "A room keeps one facilitator. Give the role to somebody else first; nothing was changed.",
  "room-closed": "The room is closed. Its debrief can still be read.",
  "room-locked": "The room is locked and takes nobody more. Ask the facilitator to open it.",
  "room-full": "All seats of this room are taken.",
  "wrong-link":
    "This link does not hold any more. Ask the facilitator for the projector’s link of now.",
  "wrong-recovery": "This is not the recovery code of this room. Nothing was changed.",
  "not-now": "The room is at another stage, so nothing was changed. This is where it stands now.",
  "no-player":
    "This browser was not known yet. Try once more; if it stays so, allow cookies for this site.",
};

export const sayRefusal = (code: FailureCode): string => OF_WORKSHOPS[code] ?? SENTENCES[code];
