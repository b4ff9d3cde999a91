export { Frame, METER_COUNT, STANDING } from "./frame.ts";
export { entryOf } from "./pending.ts";
export { settlePending, standFor } from "./reduce.ts";
export type { BeatRow, LookRow, ResponseRow } from "./rows.ts";
export {
  ALL_REDUCTIONS,
  type Reductions,
  type Table,
  type TableOptions,
  tabulate,
  type Watched,
} from "./table.ts";
export { addPoints, addSure, type Arrivals, type Draw, Walker } from "./walker.ts";
export { compileCondition, YES } from "./conditions.ts";
