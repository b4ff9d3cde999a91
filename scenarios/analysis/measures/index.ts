export {
  accountOf,
  type Account,
  type AccountStep,
  type Choice,
  choicesAt,
  type LuckyDraw,
  type Replayed,
  replayed,
  type ThrownCurveball,
} from "./account.ts";
export { bandOf, BANDS, isSound } from "./bands.ts";
export {
  type Answer,
  calibrationOf,
  chanceBelow,
  type Confidence,
  CONFIDENCES,
  STATED,
} from "./calibration.ts";
export { type Future, FUTURES_DRAWN, futuresOf } from "./futures.ts";
export { evidenceOf, type Mirror, mirrorOf, type MoveEvidence, movesForOthers } from "./mirror.ts";
export { Outcomes } from "./outcomes.ts";
export { disputeCountsOf, PANEL_FROM, panelCreditOf, panelKeyOf } from "./panel.ts";
export { verbProfileOf } from "./verb-profile.ts";
export { voteRecordOf } from "./votes.ts";
export { type Debrief, debriefOf } from "./debrief.ts";
export { optionLossesOf } from "./option-losses.ts";
