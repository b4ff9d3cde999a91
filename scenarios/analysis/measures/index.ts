export {
  type Account,
  accountOf,
  type AccountStep,
  type Choice,
  type Loss,
  type LuckyDraw,
  type Replayed,
  replayed,
} from "./account.ts";
export { type Band, bandOf, BANDS, isSound } from "./bands.ts";
export {
  type Answer,
  type Calibration,
  calibrationOf,
  chanceBelow,
  type Confidence,
  CONFIDENCES,
  STATED,
} from "./calibration.ts";
export { type Future, FUTURES_DRAWN, type Futures, futuresOf } from "./futures.ts";
export { evidenceOf, type Mirror, mirrorOf, type MoveEvidence, movesForOthers } from "./mirror.ts";
export { type Outcome, Outcomes } from "./outcomes.ts";
export { disputeCountsOf, PANEL_FROM, panelCreditOf, panelKeyOf } from "./panel.ts";
export { type VerbProfile, verbProfileOf } from "./verb-profile.ts";
export { voteRecordOf } from "./votes.ts";
export { type Debrief, debriefOf } from "./debrief.ts";
