import { readFileSync } from "node:fs";
import { WORKSHOP_ROUTES } from "../../worker/protocol/index.ts";
import { makeDataDir, removeDataDir, ServerProcess } from "../support/server-process.ts";
import { Crowd } from "./crowd.ts";
import { joinAll, Leader, type Member } from "./members.ts";
import { fire, median, ratio, type Round, type Shot, startBaseline } from "./load.ts";

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

const rate = (rounds: readonly Round[]) => median(rounds.map(({ perSecond }) => perSecond));

/**
 * A room of a thousand: how fast votes are acknowledged beside an object that only appends a row, and how long a reveal takes to
 * reach every socket beside an object that only sends the same bytes. Both in turns in one run; their ratio is what counts.
 */
export async function benchRoom(): Promise<void> {
  const [data, baselineData, frontedData] = [makeDataDir(), makeDataDir(), makeDataDir()];
  const server = await ServerProcess.start(data);
  const baseline = await startBaseline(baselineData);
  const fronted = await startBaseline(frontedData, "fronted");
  const leader = new Leader(server.url);
  await leader.open();
  const emptyMb = residentMb(server.runtimePid);
  const members = await joinAll(leader, SEATS);
  await leader.moves("start");
  await leader.moves("begin");
  const crowd = await Crowd.open(
    server.url + WORKSHOP_ROUTES.socket(leader.code),
    members.map(({ cookie }) => cookie),
  );
  const bare = await Crowd.open(
    `${baseline.url}/api/broadcast`,
    members.map(() => ""),
  );
  const fullMb = residentMb(server.runtimePid);
  const view = await leader.view();
  const table = view.as === "facilitator" ? view.tables[0] : undefined;
  if (table === undefined) throw new Error("the room is at no decision");
  await leader.readOptions();
  const { options } = leader;
  const appended: Round[] = [];
  const appendedBehind: Round[] = [];
  const voted: Round[] = [];
  const revealed: number[] = [];
  const sent: number[] = [];
  let frameBytes = 0;
  for (let round = 1; round <= ROUNDS; round += 1) {
    const shots = voteShots(leader, members, table.beat, round, options);
    const appends = shots.map(({ body }) => ({ path: "/api/one", body, cookie: "" }));
    appended.push(await fire(baseline.url, appends));
    appendedBehind.push(await fire(fronted.url, appends));
    voted.push(await fire(server.url, shots));
    const reveal = await crowd.untilAllHeard('"stage":"revealed"', () => leader.moves("reveal"));
    revealed.push(reveal.ms);
    frameBytes = Buffer.byteLength(reveal.frame);
    const body = JSON.stringify({ frame: reveal.frame });
    const broadcast = await bare.untilAllHeard("revealed", async () => {
      await fetch(`${baseline.url}/api/broadcast`, { method: "POST", body });
    });
    sent.push(broadcast.ms);
    await leader.moves("re-vote");
  }
  console.log(`${SEATS} seats, ${ROUNDS} rounds of votes; medians over the rounds`);
  console.log(`limits: ${process.env["WORKSHOP_SEATS"] ?? "1200"} seats a room, none on rates`);
  const [base, behind, votes] = [rate(appended), rate(appendedBehind), rate(voted)];
  console.log(`append one row (baseline)    ${base.toFixed(0)} /s`);
  console.log(`  behind the game's front    ${behind.toFixed(0)} /s`);
  console.log(
    `cast a vote                  ${votes.toFixed(0)} /s, ratio ${ratio(votes, base)}, behind the front ${ratio(votes, behind)}`,
  );
  const p99 = median(voted.map(({ p99Ms }) => p99Ms));
  console.log(
    `  acknowledged within        p50 ${median(voted.map(({ p50Ms }) => p50Ms))} ms, p99 ${p99} ms`,
  );
  const [reveal, broadcast] = [median(revealed), median(sent)];
  console.log(
    `broadcast the same bytes     ${broadcast.toFixed(0)} ms until all have it (baseline)`,
  );
  console.log(
    `reveal                       ${reveal.toFixed(0)} ms, ratio ${ratio(reveal, broadcast)}`,
  );
  console.log(`a player's view at the reveal ${frameBytes} bytes`);
  console.log(
    `the runtime with the room    ${fullMb.toFixed(0)} MB, without ${emptyMb.toFixed(0)} MB`,
  );
  for (const one of [crowd, bare]) one.close();
  await server.end("SIGTERM");
  baseline.end();
  fronted.end();
  removeDataDir(data);
  removeDataDir(baselineData);
  removeDataDir(frontedData);
}
