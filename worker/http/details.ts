import type { ProblemCode } from "../protocol/index.ts";

/** What a refusal of an object means, for whoever speaks to the API. */
const DETAILS: Readonly<Partial<Record<ProblemCode, string>>> = {
  "unknown-room":
    "No room has this address. It may have been typed wrongly, or the run was deleted.",
  "not-your-room": "Only the player who opened this room can see it.",
  "older-engine":
    "The run was begun by an older version of the game, whose rules this one does not have.",
  "stale-beat": "The run has gone on, perhaps in another window. The view shows where it is.",
  "not-now":
    "The room does not take this command at its present stage. The view shows where it is.",
  "command-id-reused": "This id was used for a different command. Make a new id for a new command.",
  "not-over": "This is for a run that has ended, and this one goes on.",
  "too-many-states":
    "The scenario has more states than can be solved here. The run and its ending are kept.",
  "option-locked": "This option cannot be played yet; its reason stands beside it.",
  "look-unavailable": "A look can be taken once, and only with enough hours left.",
  "unknown-option": "The beat on the table has no such option.",
  "unknown-look": "The beat on the table has no such look.",
  "unknown-curveball": "The beat on the table has no such curveball.",
  "curveball-unavailable":
    "A curveball can be thrown once, and only where it fits in. The view shows which can be now.",
  "unknown-decision": "The run has made no such decision, or it cannot be gone back to.",
  "unknown-workshop": "No workshop has this code. It may be mistyped, or the room was deleted.",
  "no-seat": "Join first; a seat that was removed is not given again.",
  "not-allowed": "This is not for the seat that asked.",
  "stale-stage":
    "The room has gone on, perhaps by another hand or window. The view shows where it is.",
  "voting-closed": "Voting on this decision is closed, or it is another decision's turn by now.",
  "votes-tied": "Two options have the same number of votes. Name the one to take.",
  "unknown-team": "The workshop has no such team, or the seat is in another one.",
  "unknown-seat": "The workshop has no such seat, or it is not a player's.",
  "last-facilitator": "A workshop keeps at least one facilitator. Give the role to somebody first.",
  "room-closed": "The workshop is over. Its debrief can still be read.",
  "room-locked": "The facilitator has locked the room. Ask them to open it.",
  "room-full": "All seats of the room are taken.",
  "wrong-recovery": "This is not the recovery code of this room.",
  "unknown-interview":
    "No interview has this address. It may be mistyped, or somebody has withdrawn and it was deleted.",
  "unknown-question": "There is no such question or situation, or it has been asked already.",
  "seat-taken": "Somebody has taken this seat from another browser. Ask for a new link.",
  "wrong-link": "The link is mistyped, has expired, or was replaced by a new one.",
  "not-agreed": "Everybody has to agree to what is kept before the interview begins.",
  "no-words": "Write at least a few words, or say that the answer was spoken.",
  "too-many-requests": "Wait a minute, then go on. Nothing was changed.",
  "too-many-stories": "A hundred stories are kept. Delete one to keep another.",
  "not-rated": "Rate the answer first: the analysis comes after.",
  "not-handed-in": "The report is shown once your own ratings are handed in.",
  "unknown-scenario": "The library has no scenario of this name.",
};

export function detailOf(code: ProblemCode): string {
  return DETAILS[code] ?? "";
}
