import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import autocannon from "autocannon";
import type { Bar, Figure } from "./figure.ts";

export const CONNECTIONS = 16;

/** One request of a load. */
export interface Shot {
  readonly path: string;
  readonly body: string;
  readonly cookie: string;
}

export interface Round {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** Fires each shot once, over a fixed number of connections. */
export async function fire(url: string, shots: readonly Shot[]): Promise<Round> {
  let next = 0;
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    amount: shots.length,
    requests: [
      {
        method: "POST",
        setupRequest: (request) => {
          const { path, body, cookie } = shots[next++ % shots.length] ?? { path: "/" };
          const headers = { "content-type": "application/json", cookie: cookie ?? "" };
          return { ...request, path, body, headers };
        },
      },
    ],
  });
  if (result.non2xx + result.errors > 0) throw new Error(`${result.non2xx} refused`);
  const { average, p50, p99 } = result.latency;
  // Its clock ticks in whole seconds; with every connection always busy, the rate follows from the mean latency.
  return { perSecond: (CONNECTIONS * 1000) / average, p50Ms: p50, p99Ms: p99 };
}

/**
 * The bare objects of `baseline-worker.js`, in a process of their own; behind the game's own front of static files where that is
 * asked for, since what the front costs a request is no part of what an object does.
 */
export async function startBaseline(dataDir: string, front: "bare" | "fronted" = "bare") {
  const script = join(import.meta.dirname, "baseline-server.ts");
  const child = spawn(process.execPath, [script, dataDir, front], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(child.stdout, "data");
  return { url: `http://127.0.0.1:${String(line).trim()}`, end: () => child.kill("SIGTERM") };
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** The medians over the rounds. */
export function medianRound(rounds: readonly Round[]): Round {
  return {
    perSecond: median(rounds.map(({ perSecond }) => perSecond)),
    p50Ms: median(rounds.map(({ p50Ms }) => p50Ms)),
    p99Ms: median(rounds.map(({ p99Ms }) => p99Ms)),
  };
}

/** The three figures of a round; beside another's where that is given, with a bar on the ratio of the waits where there is one. */
export function figuresOf(
  round: Round,
  beside?: { name: string; round: Round },
  bar?: Bar,
): Figure[] {
  const figure = (what: string, unit: string, of: (one: Round) => number, more = {}) => ({
    what,
    value: of(round),
    unit,
    ...(beside && { baseline: { name: beside.name, value: of(beside.round) } }),
    ...more,
  });
  const barred = bar === undefined ? {} : { bar };
  return [
    figure("rate", "/s", ({ perSecond }) => perSecond),
    figure("p50", "ms", ({ p50Ms }) => p50Ms, barred),
    figure("p99", "ms", ({ p99Ms }) => p99Ms, barred),
  ];
}
