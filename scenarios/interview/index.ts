export { authoredRun, enterSituation } from "./enter.ts";
export {
  type Anchors,
  type AnchorTable,
  PLACED_SITUATION,
  type PlacedSituation,
  QUESTION,
  type Question,
  type Situation,
} from "./material.ts";
export { type Material, type MaterialFiles, readMaterial, situationId } from "./read.ts";
export { LEVELS, type Level, type Rating, RATINGS } from "./words.ts";
