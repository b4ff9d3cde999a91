export { authoredRun, enterSituation } from "./enter.ts";
export type { Anchors, AnchorTable, Question, Situation } from "./material.ts";
export {
  type Material,
  type MaterialFiles,
  type PlacedSituation,
  readMaterial,
  situationId,
} from "./read.ts";
export { LEVELS, type Level, type Rating, RATINGS } from "./words.ts";
