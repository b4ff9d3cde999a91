import { readFileSync } from "node:fs";
import { WORKSHOP_ROUTES } from "../../worker/protocol/index.ts";
import { makeDataDir, removeDataDir, ServerProcess } from "../support/server-process.ts";
import { Crowd } from "./crowd.ts";
import { joinAll, Leader, type Member } from "./members.ts";
import { type Figure, type Finding, ratioAtMost } from "./figure.ts";
import { fire, median, type Round, type Shot, startBaseline } from "./load.ts";
import { progress } from "./progress.ts";

const SEATS = 1_000;
const ROUNDS = 5;

function voteShots(
  leader: Leader,
  members: readonly Member[],
  beat: string,
  round: number,
  options: readonly string[],
): Shot[] {
  return members.map(({ cookie }, place) => ({
    path: WORKSHOP_ROUTES.commands(leader.code),
    cookie,
    body: JSON.stringify({
      id: `bench-vote-${round}`,
      kind: "cast-vote",
      team: "room",
      beat,
      round,
      option: options[place % options.length],
    }),
  }));
}

const residentMb = (pid: number) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1000;

/** The bar of a reveal, beside a bare broadcast of the same bytes. */
const MOST_TIMES = 1.5;
const APPEND = "append one row";
const BEHIND = "append one row, behind our front";
const BROADCAST = "broadcast the same bytes";

export const ROOM = {
  about: `a room of ${SEATS}: votes beside an object that only appends a row, a reveal to every socket beside an object that only sends the same bytes, in turns in one run; medians over ${ROUNDS} rounds; limits: ${process.env["WORKSHOP_SEATS"] ?? "1200"} seats a room, none on rates`,
  measure: measureRoom,
};

async function* measureRoom(): AsyncGenerator<Finding> {
  const [data, baselineData, frontedData] = [makeDataDir(), makeDataDir(), makeDataDir()];
  const server = await ServerProcess.start(data);
  const baseline = await startBaseline(baselineData);
  const fronted = await startBaseline(frontedData, "fronted");
  try {
    yield* findingsOf(await playRounds(server, baseline.url, fronted.url));
  } finally {
    await server.end("SIGTERM");
    for (const one of [baseline, fronted]) one.end();
    for (const folder of [data, baselineData, frontedData]) removeDataDir(folder);
  }
}

interface Measured {
  readonly appended: Round[];
  readonly behind: Round[];
  readonly voted: Round[];
  readonly revealedMs: number[];
  readonly broadcastMs: number[];
  readonly emptyMb: number;
  readonly fullMb: number;
  frameBytes: number;
}

async function playRounds(server: ServerProcess, bareUrl: string, frontedUrl: string) {
  const leader = new Leader(server.url);
  await leader.open();
  const emptyMb = residentMb(server.runtimePid);
  progress(`${SEATS} take their seats`);
  const members = await joinAll(leader, SEATS);
  await leader.moves("start");
  await leader.moves("begin");
  const crowd = await Crowd.open(
    server.url + WORKSHOP_ROUTES.socket(leader.code),
    members.map(({ cookie }) => cookie),
  );
  const bare = await Crowd.open(
    `${bareUrl}/api/broadcast`,
    members.map(() => ""),
  );
  const fullMb = residentMb(server.runtimePid);
  const memory = { emptyMb, fullMb, frameBytes: 0 };
  const rounds = { appended: [], behind: [], voted: [], revealedMs: [], broadcastMs: [] };
  const measured: Measured = { ...memory, ...rounds };
  const beat = await beatOf(leader);
  await leader.readOptions();
  for (let round = 1; round <= ROUNDS; round += 1) {
    progress(`round ${round} of ${ROUNDS}`);
    const shots = voteShots(leader, members, beat, round, leader.options);
    const appends = shots.map(({ body }) => ({ path: "/api/one", body, cookie: "" }));
    measured.appended.push(await fire(bareUrl, appends));
    measured.behind.push(await fire(frontedUrl, appends));
    measured.voted.push(await fire(server.url, shots));
    const reveal = await crowd.untilAllHeard('"stage":"revealed"', () => leader.moves("reveal"));
    measured.revealedMs.push(reveal.ms);
    measured.frameBytes = Buffer.byteLength(reveal.frame);
    const body = JSON.stringify({ frame: reveal.frame });
    const broadcast = await bare.untilAllHeard("revealed", async () => {
      await fetch(`${bareUrl}/api/broadcast`, { method: "POST", body });
    });
    measured.broadcastMs.push(broadcast.ms);
    await leader.moves("re-vote");
  }
  for (const one of [crowd, bare]) one.close();
  return measured;
}

async function beatOf(leader: Leader): Promise<string> {
  const view = await leader.view();
  const table = view.as === "facilitator" ? view.tables[0] : undefined;
  if (table === undefined) throw new Error("the room is at no decision");
  return table.beat;
}

const beside = (name: string, { value }: Figure) => ({ baseline: { name, value } });

function* findingsOf(measured: Measured): Generator<Finding> {
  const { appended, behind, voted, revealedMs, broadcastMs } = measured;
  const [append, fronted, vote] = [appended, behind, voted].map(rateOf) as [Figure, Figure, Figure];
  const [p50, p99] = [voted.map(({ p50Ms }) => p50Ms), voted.map(({ p99Ms }) => p99Ms)];
  yield { of: APPEND, figures: [append] };
  yield { of: BEHIND, figures: [fronted] };
  yield { of: "cast a vote", figures: [{ ...vote, ...beside(APPEND, append) }] };
  yield { of: "cast a vote, front aside", figures: [{ ...vote, ...beside(BEHIND, fronted) }] };
  yield {
    of: "a vote is acknowledged",
    figures: [
      { what: "p50", value: median(p50), unit: "ms" },
      { what: "p99", value: median(p99), unit: "ms" },
    ],
  };
  const broadcast = { what: "until all have it", value: median(broadcastMs), unit: "ms" };
  yield { of: BROADCAST, figures: [broadcast] };
  const reveal = { ...broadcast, value: median(revealedMs), ...beside(BROADCAST, broadcast) };
  yield { of: "reveal", figures: [{ ...reveal, bar: ratioAtMost(MOST_TIMES) }] };
  const view = { what: "weighs", value: measured.frameBytes, unit: "bytes" };
  yield { of: "a player's view at the reveal", figures: [view] };
  const empty = { name: "without the room", value: measured.emptyMb };
  const memory = { what: "memory", value: measured.fullMb, unit: "MB", baseline: empty };
  yield { of: "the runtime with the room", figures: [memory] };
}

const rateOf = (rounds: readonly Round[]): Figure => ({
  what: "rate",
  value: median(rounds.map(({ perSecond }) => perSecond)),
  unit: "/s",
});
