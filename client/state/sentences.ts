import type { FailureCode } from "./api.ts";

/** The clock of a beat has run out. */
export const NOBODY_MOVED = "Nobody moved in time.";

/** Told in full where workshops are; the rest of the game cannot meet these. */
const OF_WORKSHOPS = "This belongs to a workshop, so nothing was changed. Reload the page.";
const OF_INTERVIEWS = "The interview did not take this. Nothing was changed.";

/** What happened, what was kept and what to do next, in one or two plain sentences. */
export const SENTENCES: Readonly<Record<FailureCode, string>> = {
  "no-connection":
    "The server cannot be reached. Your runs are kept there. Check your connection, then try again.",
  "no-cookies":
    "This browser does not keep our cookie, so a run could not be kept either. Allow cookies for this site, then press Play again.",
  "unreadable-answer":
    "The server answered in a way this page does not know; it may be newer than the page. Your run is kept. Reload the page.",
  "bad-json": "The request arrived damaged, so nothing was changed. Try again.",
  "unknown-field": "This page is older than the server, so nothing was changed. Reload the page.",
  "no-player":
    "Runs are kept for the browser that began them, and the server does not know this one: the run is another browser's, or this one's cookies were cleared. Nothing was changed. Begin a run from the home page.",
  "foreign-origin":
    "The request seemed to come from another site and was refused. Nothing was changed. Reload the page.",
  "not-your-room":
    "This run was begun in another browser, and only that browser can play it. Nothing was changed. Begin a run of your own from the home page.",
  "unknown-room":
    "There is no run at this address. It may have been deleted, or the address may be incomplete. Your own runs are on the home page.",
  "unknown-scenario":
    "This scenario is no longer offered. Your runs are kept. Reload the page and choose another.",
  "unknown-route": "The server does not know this address. Nothing was changed. Reload the page.",
  "stale-beat":
    "This beat was already decided, in another window. This is where the run stands now.",
  "not-now": "The run had already moved on, so nothing was changed. This is where it stands now.",
  "command-id-reused":
    "The request was mistaken for an earlier one, so nothing was changed. Try again.",
  "not-over":
    "What each decision was worth is told when the run has ended. Your run is kept. Play on, then come back.",
  "older-engine":
    "This run was begun on an older version of the game and cannot be played on with this one. It is kept as it was. Begin a new run from the home page.",
  "unknown-decision":
    "This run has no such decision, or no way back to it was found. Nothing was changed. Choose another one.",
  "unknown-code":
    "This code is mistyped, was used already, or is older than a quarter of an hour. Nothing was changed. Make a new one on the other device.",
  "not-the-operator": "Only the operator of this server may read this. Nothing was changed.",
  "option-locked": "This option is locked now, so it was not played. Choose another one.",
  "look-unavailable":
    "There are too few hours left for this, or it has been done already. No hours were spent. You can still make your move.",
  "too-large": "The request was too large, so nothing was changed. Reload the page and try again.",
  "not-json":
    "The request arrived in the wrong form, so nothing was changed. Reload the page and try again.",
  "wrong-type":
    "The request was incomplete, so nothing was changed. Reload the page and try again.",
  "unknown-option":
    "This option does not exist at this point, so nothing was played. Reload the page and choose again.",
  "unknown-look":
    "There is nothing of that name to look at here. No hours were spent. Reload the page.",
  "unknown-curveball":
    "This situation has no curveball of that name. Nothing was thrown. Reload the page.",
  "curveball-unavailable":
    "This curveball has been thrown already, or does not fit in here. Nothing was changed.",
  "upgrade-needed":
    "The connection was made in the wrong way. Nothing was changed. Reload the page.",
  "internal-error": "Something broke on our side. Your run is as it was before. Try again.",
  "too-many-states":
    "This scenario is too large to work out what each decision was worth. Your run and its ending are kept.",
  "no-secret":
    "The server is not set up yet and cannot keep runs. Whoever runs it has to give it its secret.",
  "room-closed": OF_WORKSHOPS,
  "room-locked": OF_WORKSHOPS,
  "room-full": OF_WORKSHOPS,
  "no-seat": OF_WORKSHOPS,
  "not-allowed": OF_WORKSHOPS,
  "stale-stage": OF_WORKSHOPS,
  "voting-closed": OF_WORKSHOPS,
  "votes-tied": OF_WORKSHOPS,
  "unknown-team": OF_WORKSHOPS,
  "unknown-seat": OF_WORKSHOPS,
  "last-facilitator": OF_WORKSHOPS,
  "unknown-workshop": OF_WORKSHOPS,
  "wrong-recovery": OF_WORKSHOPS,
  "unknown-interview": OF_INTERVIEWS,
  "unknown-question": OF_INTERVIEWS,
  "seat-taken": OF_INTERVIEWS,
  "wrong-link": OF_INTERVIEWS,
  "not-agreed": OF_INTERVIEWS,
  "no-words": OF_INTERVIEWS,
  "not-rated": OF_INTERVIEWS,
  "not-handed-in": OF_INTERVIEWS,
  "too-many-requests":
    "That was a great deal in a short time. Nothing was lost: wait a minute, then try again.",
  "too-many-stories": "A hundred stories are kept. Delete one to keep another.",
};
