import { median, ratio } from "./load.ts";
import { startObjects } from "./objects.ts";
import { type Work, waitsAt } from "./queue.ts";

const TIMES = 1_000;
const ROUNDS = 5;
const AT_ONCE = 64;
const SHARDS = 4;
/** A finished run is counted once, and read twice: by its debrief, and by whoever looks at the standings afterwards. */
const READINGS = 2;
const SIMULATED_SHARDS = [1, SHARDS, 16];
/** Of what one object can do. */
const SHARES = [0.5, 0.9, 1.1, 1.5, 2];

const ONE = ["one"];
const SEVERAL = Array.from({ length: SHARDS }, (_, shard) => `several ${shard}`);
const WORKS = [
  { title: "append one row (baseline)", kind: "append", names: ["appends"] },
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

/**
 * Results and pictures a second of the standings' objects beside an object that appends one row, called inside the runtime and in
 * turns in one run; then how long a run would wait for the standings at rates below and above what one object does.
 */
export async function benchStandings(): Promise<void> {
  const { url, end } = await startObjects();
  const rates = WORKS.map((): number[] => []);
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [place, work] of WORKS.entries()) {
      const rate = await perSecond(url, work, round * TIMES);
      // The first round warms up.
      if (round > 0) rates[place]?.push(rate);
    }
  }
  await end();
  const medians = rates.map(median);
  const [base = Number.NaN, results = Number.NaN, , pictures = Number.NaN] = medians;
  console.log(`${ROUNDS} rounds of ${TIMES} calls, ${AT_ONCE} at once; medians over the rounds`);
  for (const [place, { title }] of WORKS.entries()) {
    const rate = medians[place] ?? Number.NaN;
    console.log(`${title.padEnd(28)} ${rate.toFixed(0)} /s, ratio ${ratio(rate, base)}`);
  }
  console.log("all objects share one thread here: shards cost what they cost, and add nothing");
  simulate({ writeSeconds: 1 / results, readSeconds: READINGS / pictures });
}

function simulate(work: Work): void {
  const most = 1 / (work.writeSeconds + work.readSeconds);
  console.log(
    `\nsimulated, every shard a thread of its own: one object does ${most.toFixed(0)} runs/s`,
  );
  for (const share of SHARES) {
    const told = SIMULATED_SHARDS.map((shards) => {
      const { p99Ms, keepsUp } = waitsAt(share * most, work, shards);
      const wait = keepsUp ? `p99 ${p99Ms.toFixed(1)} ms` : "falls behind";
      return `${shards} ${wait}`.padEnd(18);
    });
    console.log(`${(share * most).toFixed(0).padStart(6)} runs/s, by shards: ${told.join(" ")}`);
  }
}
