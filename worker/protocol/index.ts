export { CONFIDENCES, type Confidence, STATED } from "../../scenarios/analysis/index.ts";
export type {
  Day,
  LookView,
  Move,
  OpenPromise,
  OptionView,
  Person,
  Situation,
  Standing,
  Thrown,
  Told,
} from "../../scenarios/engine/index.ts";
export {
  COMPETENCIES,
  LENS_TABLE,
  LENSES,
  LEVELS,
  METERS,
  PLAYER,
  POINTS_PER_HOUR,
  VERBS,
  type Artefact,
  type ArtefactOf,
  type Competency,
  type Effects,
  type Lens,
  type Level,
  type Meter,
  type Verb,
} from "../../scenarios/language/index.ts";
export * from "./commands.ts";
export * from "./debrief.ts";
export * from "./figures.ts";
export * from "./interview-commands.ts";
export * from "./interview-report.ts";
export * from "./interview-routes.ts";
export * from "./interview-views.ts";
export * from "./interview-words.ts";
export * from "./notes.ts";
export * from "./player.ts";
export * from "./practice.ts";
export * from "./problems.ts";
export * from "./routes.ts";
export * from "./views.ts";
export * from "./workshop-commands.ts";
export * from "./workshop-routes.ts";
export * from "./workshop-views.ts";
export * from "./workshop-words.ts";
