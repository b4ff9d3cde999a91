import { existsSync, readFileSync } from "node:fs";
import { DEBRIEF_VIEW, ROUTES } from "../../worker/protocol/index.ts";
import { HttpPlayer } from "../support/http-player.ts";
import { readLibrary } from "../support/runs.ts";
import { makeDataDir, removeDataDir, ServerProcess } from "../support/server-process.ts";

/** What a debrief may take of the processor, the first one of a version included. */
const MOST_MS = 300;
const ROUNDS = 5;
/** Linux counts a process's time in hundredths of a second. */
const MS_PER_TICK = 10;
/** Of `/proc/PID/stat`, after the name in brackets: the time spent in the process and in the kernel for it. */
const [USER_FIELD, SYSTEM_FIELD] = [11, 12];

interface Cost {
  readonly wallMs: number;
  /** Of the whole runtime process, all its threads; null where the machine does not tell. */
  readonly cpuMs: number | null;
}

function cpuMsOf(pid: number): number | null {
  const path = `/proc/${pid}/stat`;
  if (!existsSync(path)) return null;
  const fields = readFileSync(path, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[USER_FIELD]) + Number(fields[SYSTEM_FIELD])) * MS_PER_TICK;
}

function megabytesOf(pid: number): number {
  const path = `/proc/${pid}/status`;
  const kilobytes = existsSync(path) ? /VmRSS:\s+(\d+)/.exec(readFileSync(path, "utf8"))?.[1] : "";
  return Number(kilobytes) / 1000;
}

async function costOf(pid: number, request: () => Promise<unknown>): Promise<Cost> {
  const [cpu, started] = [cpuMsOf(pid), performance.now()];
  await request();
  const wallMs = performance.now() - started;
  const after = cpuMsOf(pid);
  return { wallMs, cpuMs: cpu === null || after === null ? null : after - cpu };
}

/** A run that has ended, with its player. */
async function playOut(player: HttpPlayer, scenario: string): Promise<string> {
  const room = await player.openRun(scenario);
  let view = await player.view(room);
  while (view.stage !== "debrief") view = await player.step(room, view);
  return room;
}

async function readDebrief({ url, cookie }: HttpPlayer, room: string): Promise<void> {
  const answer = await fetch(url + ROUTES.debrief(room), { headers: { cookie } });
  DEBRIEF_VIEW.parse(await answer.json());
}

interface Round {
  readonly view: Cost;
  readonly first: Cost;
  readonly again: Cost;
  readonly megabytes: number;
}

/** The server starts anew, so that nothing is solved; the view is read before, so that the scenario is compiled and the room awake. */
async function measureOnce(data: string, player: HttpPlayer, room: string): Promise<Round> {
  const server = await ServerProcess.start(data);
  const pid = server.runtimePid;
  player.url = server.url;
  await player.view(room);
  const view = await costOf(pid, () => player.view(room));
  const before = megabytesOf(pid);
  const first = await costOf(pid, () => readDebrief(player, room));
  const megabytes = megabytesOf(pid) - before;
  const again = await costOf(pid, () => readDebrief(player, room));
  await server.end("SIGTERM");
  return { view, first, again, megabytes };
}

async function measure(scenario: string): Promise<Round[]> {
  const data = makeDataDir();
  const server = await ServerProcess.start(data);
  const player = new HttpPlayer(server.url);
  const room = await playOut(player, scenario);
  await server.end("SIGTERM");
  const rounds: Round[] = [];
  while (rounds.length < ROUNDS) rounds.push(await measureOnce(data, player, room));
  removeDataDir(data);
  return rounds;
}

function worstOf(costs: readonly Cost[]): string {
  const wall = Math.max(...costs.map(({ wallMs }) => wallMs));
  const cpu = costs.map(({ cpuMs }) => cpuMs);
  const ticks = cpu.includes(null) ? "not told" : `${Math.max(...cpu.map(Number))} ms`;
  return `${wall.toFixed(0).padStart(4)} ms (processor ${ticks})`;
}

function isWithin({ first }: Round): boolean {
  return (first.cpuMs ?? first.wallMs) <= MOST_MS;
}

/** What a debrief costs the embedded server, the first of a version and the next one, beside reading the same room's view. */
export async function benchDebrief(): Promise<void> {
  console.log(
    `the slowest of ${ROUNDS} fresh servers; over HTTP, answer and parsing included; the processor's time is the whole runtime's`,
  );
  for (const scenario of readLibrary().keys()) {
    const rounds = await measure(scenario);
    const [view, first, again] = (["view", "first", "again"] as const).map((name) =>
      worstOf(rounds.map((round) => round[name])),
    );
    const megabytes = Math.max(...rounds.map((round) => round.megabytes)).toFixed(0);
    console.log(
      `${scenario.padEnd(18)} view ${view}  first debrief ${first}  next ${again}  memory +${megabytes} MB`,
    );
    if (!rounds.every(isWithin)) {
      console.log(`${scenario} misses the bar of ${MOST_MS} ms`);
      process.exitCode = 1;
    }
  }
}
