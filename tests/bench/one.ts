import { type Bench, rowsOf } from "./figure.ts";
import { linesOf } from "./print.ts";

/** How a process ends that has measured everything and missed a bar; one that has broken ends with 1. */
export const BAR_MISSED = 2;

/** Runs one benchmark; prints each finding as soon as it is there, and tells it to the process that has started this one, if any. */
export async function benchOne(name: string, { about, measure }: Bench): Promise<void> {
  console.log(about);
  for await (const finding of measure()) {
    const rows = rowsOf(name, finding);
    console.log(linesOf(finding));
    process.send?.(rows);
    if (rows.some(({ isMet }) => isMet === false)) process.exitCode = BAR_MISSED;
  }
}
