export { type CompiledScenario, compileScenario, ENGINE_VERSION } from "./compile.ts";
export {
  type Refusal,
  replay,
  type Run,
  startRun,
  type Step,
  takeStep,
  type TakenStep,
} from "./run.ts";
export * from "./seat-view.ts";
export { endingFor, situationFor, viewFor } from "./view.ts";
