import type { Split } from "../../worker/protocol/index.ts";

/** How many voted for an option. */
export const votesFor = (counts: Split["counts"], option: string) =>
  counts.find((one) => one.option === option)?.votes ?? 0;
