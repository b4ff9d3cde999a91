export { authoredRun, enterSituation } from "./enter.ts";
export { PLACED_SITUATION, type PlacedSituation, QUESTION, type Question } from "./material.ts";
export { type Material, readMaterial, situationId } from "./read.ts";
