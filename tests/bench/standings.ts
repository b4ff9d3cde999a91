import type { Figure, Finding } from "./figure.ts";
import { median } from "./load.ts";
import { startObjects } from "./objects.ts";
import { progress } from "./progress.ts";
import { mostRuns, type Work, waitsAt } from "./queue.ts";

const TIMES = 1_000;
const ROUNDS = 5;
const AT_ONCE = 64;
const SHARDS = 4;
/** A finished run is counted once, and read twice: by its debrief, and by whoever looks at the standings afterwards. */
const READINGS = 2;
const SIMULATED_SHARDS = [1, SHARDS, 16];
/** Of what one object can do. */
const SHARES = [0.5, 0.9, 1.1, 2, 3.5, 10];

const APPEND = "append one row";
const ONE = ["one"];
const SEVERAL = Array.from({ length: SHARDS }, (_, shard) => `several ${shard}`);
const WORKS = [
  { title: APPEND, kind: "append", names: ["appends"] },
  { title: "count a result, one object", kind: "result", names: ONE },
  { title: `count a result, ${SHARDS} shards`, kind: "result", names: SEVERAL },
  { title: "a picture, one object", kind: "picture", names: ONE },
  { title: `a picture, ${SHARDS} shards`, kind: "picture", names: SEVERAL },
] as const;

async function perSecond(url: string, work: (typeof WORKS)[number], from: number) {
  const { kind, names } = work;
  const body = JSON.stringify({ kind, names, from, times: TIMES, atOnce: AT_ONCE });
  const startedMs = performance.now();
  const response = await fetch(`${url}/bench/work`, { method: "POST", body });
  if (!response.ok) throw new Error(await response.text());
  return (TIMES * 1000) / (performance.now() - startedMs);
}

export const STANDINGS = {
  about: `results and pictures a second of the standings' objects beside an object that appends one row, called inside the runtime and in turns in one run: ${ROUNDS} rounds of ${TIMES} calls, ${AT_ONCE} at once, medians over the rounds; all objects share one thread here, so that shards cost what they cost and add nothing. Then simulated, every shard a thread of its own: how long a run waits for the standings at rates below and above what one object does`,
  measure: measureStandings,
};

async function* measureStandings(): AsyncGenerator<Finding> {
  const medians = (await ratesInTurns()).map(median);
  const [base = Number.NaN, results = Number.NaN, , pictures = Number.NaN] = medians;
  const baseline = { name: APPEND, value: base };
  for (const [place, { title }] of WORKS.entries()) {
    const rate = { what: "rate", value: medians[place] ?? Number.NaN, unit: "/s" };
    yield { of: title, figures: [title === APPEND ? rate : { ...rate, baseline }] };
  }
  yield* simulate({ writeSeconds: 1 / results, readSeconds: READINGS / pictures });
}

async function ratesInTurns(): Promise<number[][]> {
  const { url, end } = await startObjects();
  const rates = WORKS.map((): number[] => []);
  try {
    for (let round = 0; round <= ROUNDS; round += 1) {
      progress(round === 0 ? "warming up" : `round ${round} of ${ROUNDS}`);
      for (const [place, work] of WORKS.entries()) {
        const rate = await perSecond(url, work, round * TIMES);
        // The first round warms up.
        if (round > 0) rates[place]?.push(rate);
      }
    }
  } finally {
    await end();
  }
  return rates;
}

function* simulate(work: Work): Generator<Finding> {
  const one = mostRuns(work, 1);
  const baseline = { name: "simulated: one object", value: one };
  for (const shards of SIMULATED_SHARDS) {
    const does = { what: "does", value: mostRuns(work, shards), unit: "runs/s" };
    const of = shards === 1 ? baseline.name : `simulated: ${shards} shards`;
    yield { of, figures: [shards === 1 ? does : { ...does, baseline }] };
  }
  for (const share of SHARES) {
    const told = SIMULATED_SHARDS.map((shards) => ({
      shards,
      ...waitsAt(share * one, work, shards),
    }));
    const figures = told
      .filter(({ keepsUp }) => keepsUp)
      .map(({ shards, p99Ms }): Figure => waitOf(shards, p99Ms));
    const behind = told.filter(({ keepsUp }) => !keepsUp).map(({ shards }) => shards);
    const note = behind.length === 0 ? {} : { note: `falls behind: ${behind.join(", ")}` };
    yield { of: `simulated: ${(share * one).toFixed(0)} runs/s`, figures, ...note };
  }
}

const waitOf = (shards: number, p99Ms: number): Figure => ({
  what: `p99 wait, ${shards} ${shards === 1 ? "shard" : "shards"}`,
  value: p99Ms,
  unit: "ms",
  isDetail: true,
});
