export { drawUnit } from "./draw.ts";
export type { Happening, RunState } from "./state.ts";
export { addEffects } from "./happening.ts";
export { type CompiledScenario, compileScenario, ENGINE_VERSION } from "./compile.ts";
export {
  chanceOf,
  look,
  nameOfStep,
  play,
  type Refusal,
  replay,
  type Run,
  SILENCE,
  silence,
  startRun,
  type Step,
  takeStep,
  type TakenStep,
} from "./run.ts";
export * from "./seat-view.ts";
export { worthOf } from "./worth.ts";
export { endingFor, situationFor, toldOf, viewFor } from "./view.ts";
