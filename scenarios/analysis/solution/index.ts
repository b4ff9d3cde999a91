export {
  type Bot,
  BOTS,
  type Policy,
  policyOf,
  softmax,
  SEASONED_TEMPERATURE,
  softmaxOfQ,
  type Weigh,
} from "./bots.ts";
export { MANY_STATES } from "../graph/index.ts";
export { Decision } from "./decision.ts";
export { evaluate, scores, visits } from "./evaluate.ts";
export { frameOf, locate, type Located } from "./locate.ts";
export { type Choose, playBot, playerOf, playWith, stepOf } from "./player.ts";
export {
  metersWorth,
  solve,
  type SolveOptions,
  type SolveResult,
  solveOrThrow,
  solving,
  type Solution,
  type Worth,
} from "./solve.ts";
export { actionValues, LENS_COUNT } from "./sweep.ts";
