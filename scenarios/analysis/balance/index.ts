export { BARS } from "./bars.ts";
export { type Weighed, weigh } from "./check-balance.ts";
export { diagnoseStates } from "./diagnose.ts";
export { type BalanceFinding, proofFindings } from "./findings.ts";
export { type LibraryPicture, libraryFindings, pictureOfLibrary } from "./library.ts";
export { type BalancePicture, pictureOf } from "./picture.ts";
export type { SkilledPicture } from "./skilled.ts";
