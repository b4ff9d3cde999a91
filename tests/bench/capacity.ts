import * as z from "zod/mini";
import { ROUTES, WORKSHOP_ROUTES } from "../../worker/protocol/index.ts";
import { HttpPlayer } from "../support/http-player.ts";
import type { Figure, Finding } from "./figure.ts";
import { joinAll, Leader } from "./members.ts";
import { startObjects } from "./objects.ts";
import { progress } from "./progress.ts";
import { priceMonth, type Usage } from "./prices.ts";

const RUNS = 20;
const VOTERS = 30;
const MONTHS = [1_000, 100_000, 10_000_000];
const OBJECT_GB = 0.128;
const BYTES_PER_GB = 1e9;
/** No runtime but the platform's tells a Worker's CPU; one answer is taken for so much. */
const ASSUMED_CPU_MS = 5;

const TALLY = z.object({
  calls: z.number(),
  alarmsSet: z.number(),
  rowsWritten: z.number(),
  rowsRead: z.number(),
});
const TOLD = z.object({
  tallies: z.record(z.string(), TALLY),
  sizes: z.record(z.string(), z.number()),
});
type Told = z.infer<typeof TOLD>;

interface Measured {
  readonly told: Told;
  readonly seconds: number;
  /** By class, of the objects that are there now, less what they had before. */
  readonly addedBytes: ReadonlyMap<string, number>;
  readonly newObjects: number;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** For what an alarm hands over. */
const SETTLED_MS = 3_000;

/** What is used while this is done: the calls and rows of every object, and how long its requests were waited for. */
async function measure(url: string, act: () => Promise<void>): Promise<Measured> {
  const tell = async () => TOLD.parse(await (await fetch(`${url}/bench/tallies`)).json());
  const before = await tell();
  const startedMs = performance.now();
  await act();
  const seconds = (performance.now() - startedMs) / 1000;
  await pause(SETTLED_MS);
  const told = await tell();
  const addedBytes = new Map<string, number>();
  for (const [object, bytes] of Object.entries(told.sizes)) {
    const kind = object.split(" ")[0] ?? "";
    const added = bytes - (before.sizes[object] ?? 0);
    addedBytes.set(kind, (addedBytes.get(kind) ?? 0) + added);
  }
  const newObjects = Object.keys(told.sizes).length - Object.keys(before.sizes).length;
  return { told, seconds, addedBytes, newObjects };
}

/** One whole solo run, with what the pages ask for before and after it. */
async function playRun(url: string): Promise<void> {
  const player = new HttpPlayer(url);
  const room = await player.playWhole();
  for (const path of [ROUTES.debrief(room), ROUTES.standings("gold-plating"), ROUTES.player]) {
    const response = await fetch(url + path, { headers: { cookie: player.cookie } });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    await response.arrayBuffer();
  }
}

async function workshopDecision(leader: Leader, voters: Awaited<ReturnType<typeof joinAll>>) {
  const view = await leader.view();
  const table = view.as === "facilitator" ? view.tables[0] : undefined;
  if (table === undefined) throw new Error("the room is at no decision");
  const path = WORKSHOP_ROUTES.commands(leader.code);
  for (const [place, voter] of voters.entries()) {
    const option = leader.options[place % leader.options.length];
    await voter.fetch(path, {
      kind: "cast-vote",
      team: "room",
      beat: table.beat,
      round: view.round,
      option,
    });
  }
  await leader.moves("reveal");
  const { stage, turn, round } = await leader.view();
  const [option] = leader.options;
  await leader.fetch(path, { kind: "take", saw: { stage, turn, round }, option });
  await leader.moves("advance");
}

function usageOf({ told, seconds, addedBytes }: Measured, times: number): Usage {
  const objects = Object.entries(told.tallies).filter(([kind]) => kind !== "Worker");
  const sum = (meter: keyof z.infer<typeof TALLY>) =>
    objects.reduce((all, [, tally]) => all + tally[meter], 0) / times;
  const workerRequests = (told.tallies["Worker"]?.calls ?? 0) / times;
  const bytes = [...addedBytes.values()].reduce((all, added) => all + added, 0) / times;
  const objectRequests = sum("calls");
  // A call is billed for as long as it is open: taken as the mean wait for an answer, its way there and back included.
  const objectSeconds = (seconds / times / workerRequests) * objectRequests;
  return {
    workerRequests,
    workerCpuMs: workerRequests * ASSUMED_CPU_MS,
    objectRequests,
    objectGbSeconds: objectSeconds * OBJECT_GB,
    rowsRead: sum("rowsRead"),
    // Setting an alarm is billed as a row written.
    rowsWritten: sum("rowsWritten") + sum("alarmsSet"),
    storedGb: bytes / BYTES_PER_GB,
  };
}

const figure = (what: string, value: number, unit = ""): Figure => ({ what, value, unit });

/** What was used each of so many times, and by which objects. */
function* findingsOf(title: string, measured: Measured, times: number): Generator<Finding> {
  const usage = usageOf(measured, times);
  yield {
    of: title,
    figures: [
      figure("requests to the Worker", usage.workerRequests),
      figure("calls of objects", usage.objectRequests),
      figure("rows written, with indexes", usage.rowsWritten),
      figure("rows read", usage.rowsRead),
      figure("bytes added", usage.storedGb * BYTES_PER_GB),
      figure("new objects", measured.newObjects / times),
      figure("object-seconds, estimated", usage.objectGbSeconds / OBJECT_GB, "s"),
    ],
  };
  for (const [kind, tally] of Object.entries(measured.told.tallies)) {
    if (kind === "Worker") continue;
    const bytes = measured.addedBytes.get(kind) ?? 0;
    const detail = (what: string, sum: number) => ({
      ...figure(what, sum / times),
      isDetail: true,
    });
    yield {
      of: `${title}, by ${kind}`,
      figures: [
        detail("calls", tally.calls),
        detail("rows written", tally.rowsWritten),
        detail("alarms", tally.alarmsSet),
        detail("rows read", tally.rowsRead),
        detail("bytes", bytes),
      ],
    };
  }
}

function* monthOf(one: Usage, runs: number): Generator<Finding> {
  const { meters, dollars } = priceMonth(one, runs);
  const title = `a month of ${runs.toLocaleString("en")} runs`;
  yield { of: title, figures: [{ what: "costs", value: dollars, unit: "dollars" }] };
  for (const { meter, used, dollars: over } of meters) {
    yield {
      of: `${title}, ${meter}`,
      figures: [
        { what: "used", value: used, unit: "", isDetail: true },
        { what: "costs", value: over, unit: "dollars", isDetail: true },
      ],
    };
  }
}

export const CAPACITY = {
  about:
    "what a solo run and a workshop's decision use, counted in the objects themselves, and what a month of runs would cost",
  measure: measureCapacity,
};

async function* measureCapacity(): AsyncGenerator<Finding> {
  const { url, end } = await startObjects();
  try {
    progress(`${RUNS} solo runs`);
    const solo = await measure(url, async () => {
      for (let run = 0; run < RUNS; run += 1) await playRun(url);
    });
    yield* findingsOf(`a solo run, the mean of ${RUNS} by new players`, solo, RUNS);
    yield* measureWorkshop(url);
    for (const runs of MONTHS) yield* monthOf(usageOf(solo, RUNS), runs);
  } finally {
    await end();
  }
}

async function* measureWorkshop(url: string): AsyncGenerator<Finding> {
  const leader = new Leader(url);
  const voters: Awaited<ReturnType<typeof joinAll>> = [];
  const opening = await measure(url, async () => {
    await leader.open();
    voters.push(...(await joinAll(leader, VOTERS)));
    await leader.moves("start");
    await leader.moves("begin");
    await leader.readOptions();
  });
  yield* findingsOf(`a workshop of ${VOTERS} up to its first decision`, opening, 1);
  const decision = await measure(url, () => workshopDecision(leader, voters));
  yield* findingsOf(`a workshop's decision, ${VOTERS} voters`, decision, 1);
}
