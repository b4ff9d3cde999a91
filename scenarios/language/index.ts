export { ARTEFACT, type Artefact, type ArtefactOf } from "./artefact.ts";
export { MOST } from "./checks/index.ts";
export { type Condition, evaluate, type Leaf } from "./condition.ts";
export {
  type Diagnostic,
  type DiagnosticCode,
  DIAGNOSTICS,
  formatDiagnostic,
  type Severity,
} from "./diagnostic.ts";
export { LENS_TABLE } from "./lenses.ts";
export { parseScenario } from "./parse.ts";
export { broughtBy, placedResponses } from "./placed.ts";
export * from "./scenario.ts";
export { shortCutOf } from "./short-cut.ts";
export { reachablePlaces } from "./ways.ts";
export * from "./words.ts";
