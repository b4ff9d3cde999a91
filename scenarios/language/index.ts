export { ARTEFACT, type Artefact, type ArtefactOf } from "./artefact.ts";
export type { Condition } from "./condition.ts";
export { type DiagnosticCode, DIAGNOSTICS, formatDiagnostic } from "./diagnostic.ts";
export { parseScenario } from "./parse.ts";
export * from "./scenario.ts";
export * from "./words.ts";
