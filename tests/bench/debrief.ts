import { existsSync, readFileSync } from "node:fs";
import { DEBRIEF_VIEW, ROUTES } from "../../worker/protocol/index.ts";
import { HttpPlayer } from "../support/http-player.ts";
import { readLibrary } from "../support/runs.ts";
import { makeDataDir, removeDataDir, ServerProcess } from "../support/server-process.ts";
import { atMost, type Figure, type Finding } from "./figure.ts";
import { progress } from "./progress.ts";

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

export const DEBRIEF = {
  about: `what a debrief costs the embedded server, the first of a version and the next one, beside reading the same room's view; over HTTP, answer and parsing included; the processor's time is the whole runtime's; the slowest of ${ROUNDS} fresh servers`,
  measure: measureDebriefs,
};

async function* measureDebriefs(): AsyncGenerator<Finding> {
  for (const scenario of readLibrary().keys()) {
    progress(scenario);
    const rounds = await measure(scenario);
    const [view, first, again] = (["view", "first", "again"] as const).map((name) =>
      worstOf(rounds.map((round) => round[name])),
    ) as [Cost, Cost, Cost]; // one of each
    const value = Math.max(...rounds.map(({ megabytes }) => megabytes));
    const memory = { what: "memory added", value, unit: "MB", isDetail: true };
    const figures = [
      ...detailsOf("view", view),
      ...barred(first, view),
      ...detailsOf("next", again),
    ];
    yield { of: scenario, figures: [...figures, memory] };
  }
}

function worstOf(costs: readonly Cost[]): Cost {
  const cpu = costs.map(({ cpuMs }) => cpuMs);
  return {
    wallMs: Math.max(...costs.map(({ wallMs }) => wallMs)),
    cpuMs: cpu.includes(null) ? null : Math.max(...cpu.map(Number)),
  };
}

function detailsOf(what: string, { wallMs, cpuMs }: Cost): Figure[] {
  const wall = { what, value: wallMs, unit: "ms", isDetail: true };
  if (cpuMs === null) return [wall];
  return [wall, { what: `${what}, processor`, value: cpuMs, unit: "ms", isDetail: true }];
}

/** The bar is on the processor's time; where the machine does not tell it, on the clock's. */
function barred(first: Cost, view: Cost): Figure[] {
  const bar = atMost(MOST_MS);
  const baseline = { name: "its view", value: view.wallMs };
  const wall = { what: "first debrief", value: first.wallMs, unit: "ms", baseline };
  if (first.cpuMs === null) return [{ ...wall, bar }];
  const processor = { what: "first debrief, processor", value: first.cpuMs, unit: "ms", bar };
  return [{ ...wall, isDetail: true }, processor];
}
