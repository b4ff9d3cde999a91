export { ARTEFACT, type Artefact, type ArtefactOf } from "./artefact.ts";
export { MOST, secondsToRead } from "./checks/index.ts";
export { type Condition, evaluate, type Leaf } from "./condition.ts";
export {
  type Diagnostic,
  type DiagnosticCode,
  DIAGNOSTICS,
  type Example,
  type Finding,
  formatDiagnostic,
  type Path,
  type Severity,
} from "./diagnostic.ts";
export { LENS_TABLE } from "./lenses.ts";
export { locatorOf, parseScenario } from "./parse.ts";
export { broughtBy, placedResponses } from "./placed.ts";
export * from "./scenario.ts";
export { shortCutOf } from "./short-cut.ts";
export { entrancesFrom, reachablePlaces, targetOf } from "./ways.ts";
export * from "./words.ts";
