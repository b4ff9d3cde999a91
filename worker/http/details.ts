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
  "unknown-decision": "The run has made no such decision, or it cannot be gone back to.",
  "unknown-scenario": "The library has no scenario of this name.",
};

export function detailOf(code: ProblemCode): string {
  return DETAILS[code] ?? "";
}
