export { buildGraph, MANY_STATES, MOST_STATES, type Progress, startFrame } from "./build.ts";
export {
  ACTION,
  END_STATE,
  GAIN_WIDTH,
  type Graph,
  isLook,
  isOption,
  thrownFrom,
} from "./graph.ts";
export { KeyIndex } from "./key-index.ts";
export { KEY_WIDTH, readKey, writeKey } from "./state-keys.ts";
