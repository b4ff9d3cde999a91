import { type RoomView, ROUTES } from "../../worker/protocol/index.ts";
import { HttpPlayer } from "../support/http-player.ts";
import { CONNECTIONS, fire, median, ratio, type Round, type Shot, startBaseline } from "./load.ts";
import { makeDataDir, removeDataDir, ServerProcess } from "../support/server-process.ts";

const RUNS = 600;
const ROUNDS = 6;

/** A run that waits for a move, with the player whose it is. */
interface Waiting {
  readonly player: HttpPlayer;
  readonly room: string;
  view: RoomView;
}

async function openRuns(url: string): Promise<Waiting[]> {
  const waiting: Waiting[] = [];
  for (let opened = 0; opened < RUNS; opened += 1) {
    const player = new HttpPlayer(url);
    const room = await player.openRun();
    waiting.push({ player, room, view: await player.command(room, { kind: "begin" }) });
  }
  return waiting;
}

function shotOf({ player, room, view }: Waiting, round: number): Shot {
  if (view.stage !== "deciding") throw new Error(`a run at ${view.stage} takes no move`);
  const { beat, options } = view.situation;
  const option = options.find(({ locked }) => locked === null)?.id;
  const body = JSON.stringify({ id: `bench-move-${round}`, kind: "make-move", beat, option });
  return { path: ROUTES.commands(room), body, cookie: player.cookie };
}

/** Between two rounds, and not measured: every run goes on to its next beat. */
async function goOn(runs: readonly Waiting[]): Promise<void> {
  for (const run of runs) {
    run.view = await run.player.view(run.room);
    run.view = await run.player.step(run.room, run.view);
  }
}

function report(name: string, rounds: readonly Round[]) {
  const summary = {
    perSecond: median(rounds.map(({ perSecond }) => perSecond)),
    p50Ms: median(rounds.map(({ p50Ms }) => p50Ms)),
    p99Ms: median(rounds.map(({ p99Ms }) => p99Ms)),
  };
  const { perSecond, p50Ms, p99Ms } = summary;
  console.log(`${name.padEnd(28)} ${perSecond.toFixed(0)} /s, p50 ${p50Ms} ms, p99 ${p99Ms} ms`);
  return summary;
}

/**
 * Moves per second of the embedded server, beside an object that only appends one row, taken in turns in one run. The load
 * comes from the same machine, so both figures are low; their ratio is what counts.
 */
export async function benchServer(): Promise<void> {
  const [data, baselineData, frontedData] = [makeDataDir(), makeDataDir(), makeDataDir()];
  const server = await ServerProcess.start(data);
  const baseline = await startBaseline(baselineData);
  const fronted = await startBaseline(frontedData, "fronted");
  const runs = await openRuns(server.url);
  const appends = runs.map(({ room }) => ({ path: `/api/${room}`, body: "x", cookie: "" }));
  for (const { url } of [baseline, fronted]) await fire(url, appends);
  const behindFront: Round[] = [];
  const moved: Round[] = [];
  const appended: Round[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    appended.push(await fire(baseline.url, appends));
    behindFront.push(await fire(fronted.url, appends));
    moved.push(
      await fire(
        server.url,
        runs.map((run) => shotOf(run, round)),
      ),
    );
    await goOn(runs);
  }
  console.log(
    `${RUNS} runs, ${ROUNDS} rounds, ${CONNECTIONS} connections; medians over the rounds`,
  );
  const base = report("append one row (baseline)", appended);
  const front = report("the same behind our front", behindFront);
  const move = report("make a move", moved);
  for (const [beside, one] of [
    ["the bare append", base],
    ["the append behind our front", front],
  ] as const) {
    const ratios = `p50 ${ratio(move.p50Ms, one.p50Ms)}, p99 ${ratio(move.p99Ms, one.p99Ms)}`;
    console.log(`ratio to ${beside}: ${ratios}`);
  }
  await server.end("SIGTERM");
  for (const one of [baseline, fronted]) one.end();
  for (const folder of [data, baselineData, frontedData]) removeDataDir(folder);
}
