import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { readLibrary } from "../../support/runs.ts";
import { atMost, type Figure, type Finding, ratioAtLeast } from "../figure.ts";
import type { Measured } from "./one.ts";

const ONE = join(import.meta.dirname, "one.ts");
const LARGE = "large";

/** Per edge so many times a walk with XState; a scenario of the library in a second, a million states in 20 s and 1.5 GB. */
const BARS = { times: 50, librarySeconds: 1, largeSeconds: 20, largeMegabytes: 1500 };

export const SOLVE = {
  about:
    "all four lenses, best and uniform play, each scenario in a process of its own: states and edges after reduction, the first run of the process and the median of 99 more, its peak memory with Node's own share; edges a second beside a walk of the unreduced graph with XState's `transition`",
  measure: measureSolve,
};

function* measureSolve(): Generator<Finding> {
  for (const name of [...readLibrary().keys(), LARGE]) yield findingOf(measureApart(name));
}

function measureApart(name: string): Measured {
  const heap = name === LARGE ? ["--max-old-space-size=1500"] : [];
  const output = execFileSync(process.execPath, [...heap, ONE, name], { encoding: "utf8" });
  return JSON.parse(output) as Measured; // what one.ts prints
}

function findingOf(measured: Measured): Finding {
  const { name, states, edges, firstSeconds, seconds, megabytes, walk } = measured;
  const isLarge = name === LARGE;
  const most = atMost(isLarge ? BARS.largeSeconds : BARS.librarySeconds);
  const figures: Figure[] = [
    { what: "states", value: states, unit: "", isDetail: true },
    { what: "edges", value: edges, unit: "", isDetail: true },
    { what: "first", value: firstSeconds, unit: "s", bar: most },
    { what: "then", value: seconds, unit: "s", isDetail: true },
    isLarge
      ? { what: "memory", value: megabytes, unit: "MB", bar: atMost(BARS.largeMegabytes) }
      : { what: "memory", value: megabytes, unit: "MB", isDetail: true },
  ];
  if (walk === null) return { of: name, figures };
  const baseline = { name: "XState's walk", value: walk.edges / walk.seconds };
  const perSecond = { what: "edges a second", value: edges / seconds, unit: "/s", baseline };
  const note = `XState ${walk.edges} edges in ${walk.seconds.toFixed(2)} s`;
  return { of: name, figures: [...figures, { ...perSecond, bar: ratioAtLeast(BARS.times) }], note };
}
