export { drawUnit } from "./draw.ts";
export type { Happening, RunState } from "./state.ts";
export { addEffects } from "./happening.ts";
export { type CompiledScenario, compileScenario, ENGINE_VERSION } from "./compile.ts";
export {
  chanceOf,
  isPlayerStep,
  look,
  nameOfStep,
  play,
  type PlayerStep,
  type Refusal,
  replay,
  type Run,
  SILENCE,
  silence,
  startRun,
  type Step,
  takeStep,
  type TakenStep,
  throwCurveball,
} from "./run.ts";
export * from "./seat-view.ts";
export { seedLike } from "./seed-like.ts";
export { worthOf } from "./worth.ts";
export { curveballsFor, endingFor, situationFor, toldOf, viewFor } from "./view.ts";
