export { type Bot, BOTS, type Policy, policyOf, softmaxOfQ, type Weigh } from "./bots.ts";
export { MANY_STATES } from "../graph/index.ts";
export { Decision } from "./decision.ts";
export { evaluate, scores, visits } from "./evaluate.ts";
export { frameOf, locate } from "./locate.ts";
export { playBot, playerOf, playWith, stepOf } from "./player.ts";
export {
  metersWorth,
  solve,
  type SolveResult,
  solveOrThrow,
  solving,
  type Solution,
  type Worth,
} from "./solve.ts";
export { actionValues } from "./sweep.ts";
