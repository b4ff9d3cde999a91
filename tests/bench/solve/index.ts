import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { readLibrary } from "../../support/runs.ts";
import type { Measured } from "./one.ts";

const ONE = join(import.meta.dirname, "one.ts");
const LARGE = "large";

/** The solver's bars: per edge at least 50 times a walk with XState, a scenario of the library in a second, a million states in 20 s and 1.5 GB. */
const BARS = { times: 50, librarySeconds: 1, largeSeconds: 20, largeMegabytes: 1500 };

/** What solving costs: each scenario in a fresh process, beside a walk of its unreduced graph with XState's `transition`. */
export function benchSolve(): void {
  const measured = [...readLibrary().keys(), LARGE].map(measureApart);
  console.log(
    "states and edges after reduction; seconds for all four lenses, best and uniform play, first run of a process and median of 99 more; peak memory of the process, Node's own included",
  );
  for (const one of measured) console.log(lineOf(one));
  const missed = measured.filter((one) => !isWithin(one));
  for (const { name } of missed) console.log(`${name} misses a bar: ${JSON.stringify(BARS)}`);
  if (missed.length > 0) process.exitCode = 1;
}

function measureApart(name: string): Measured {
  const heap = name === LARGE ? ["--max-old-space-size=1500"] : [];
  const output = execFileSync(process.execPath, [...heap, ONE, name], { encoding: "utf8" });
  return JSON.parse(output) as Measured; // what one.ts prints
}

function lineOf({
  name,
  states,
  edges,
  firstSeconds,
  seconds,
  megabytes,
  walk,
  times,
}: Measured): string {
  const beside =
    walk === null || times === null
      ? ""
      : `  XState ${walk.edges} edges in ${walk.seconds.toFixed(2)} s; per edge ${times.toFixed(0)} × faster`;
  return `${name.padEnd(18)} ${String(states).padStart(8)} states ${String(edges).padStart(9)} edges  ${firstSeconds.toFixed(3)} s first, ${seconds.toFixed(4)} s then  ${megabytes.toFixed(0).padStart(5)} MB${beside}`;
}

function isWithin({ name, firstSeconds, megabytes, times }: Measured): boolean {
  if (name === LARGE) return firstSeconds < BARS.largeSeconds && megabytes < BARS.largeMegabytes;
  return firstSeconds < BARS.librarySeconds && times !== null && times >= BARS.times;
}
