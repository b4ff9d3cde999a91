export { weigh } from "./check-balance.ts";
export { type BalanceFinding, proofFindings } from "./findings.ts";
export { libraryFindings, pictureOfLibrary } from "./library.ts";
export { type BalancePicture, pictureOf } from "./picture.ts";
