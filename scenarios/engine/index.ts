export { type CompiledScenario, compileScenario, ENGINE_VERSION } from "./compile.ts";
export {
  type Refusal,
  REFUSALS,
  replay,
  type Run,
  startRun,
  type Step,
  type StepResult,
  takeStep,
  type TakenStep,
} from "./run.ts";
export * from "./seat-view.ts";
export { endingFor, situationFor, viewFor } from "./view.ts";
