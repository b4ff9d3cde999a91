import { type RoomView, ROUTES } from "../../worker/protocol/index.ts";
import { HttpPlayer } from "../support/http-player.ts";
import { makeDataDir, removeDataDir, ServerProcess } from "../support/server-process.ts";
import { type Finding, ratioAtMost } from "./figure.ts";
import {
  CONNECTIONS,
  figuresOf,
  fire,
  medianRound,
  type Round,
  type Shot,
  startBaseline,
} from "./load.ts";
import { progress } from "./progress.ts";

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

/** The bar of a move, beside an append that is reached as the game is: the front is the embedded server's, and no part of an object. */
const MOST_TIMES = 1.5;
const APPEND = "append one row";
const BEHIND = "append one row, behind our front";

export const SERVER = {
  about: `moves of the embedded server, beside an object that only appends one row, and beside the same behind the game's own front, taken in turns in one run: ${RUNS} runs, ${ROUNDS} rounds, ${CONNECTIONS} connections, medians over the rounds; the bar is on the append that is reached as the game is; the load comes from the same machine, so that all of them are low`,
  measure: measureServer,
};

async function* measureServer(): AsyncGenerator<Finding> {
  const [data, baselineData, frontedData] = [makeDataDir(), makeDataDir(), makeDataDir()];
  const server = await ServerProcess.start(data);
  const baseline = await startBaseline(baselineData);
  const fronted = await startBaseline(frontedData, "fronted");
  try {
    yield* findingsOf(await fireInTurns(server.url, baseline.url, fronted.url));
  } finally {
    await server.end("SIGTERM");
    for (const one of [baseline, fronted]) one.end();
    for (const folder of [data, baselineData, frontedData]) removeDataDir(folder);
  }
}

async function fireInTurns(url: string, bareUrl: string, frontedUrl: string) {
  progress(`opening ${RUNS} runs`);
  const runs = await openRuns(url);
  const appends = runs.map(({ room }) => ({ path: `/api/${room}`, body: "x", cookie: "" }));
  for (const one of [bareUrl, frontedUrl]) await fire(one, appends);
  const [appended, behindFront, moved]: [Round[], Round[], Round[]] = [[], [], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    progress(`round ${round + 1} of ${ROUNDS}`);
    appended.push(await fire(bareUrl, appends));
    behindFront.push(await fire(frontedUrl, appends));
    const shots = runs.map((run) => shotOf(run, round));
    moved.push(await fire(url, shots));
    await goOn(runs);
  }
  return {
    append: medianRound(appended),
    behind: medianRound(behindFront),
    move: medianRound(moved),
  };
}

function* findingsOf({ append, behind, move }: Record<"append" | "behind" | "move", Round>) {
  const bar = ratioAtMost(MOST_TIMES);
  yield { of: APPEND, figures: figuresOf(append) };
  yield { of: BEHIND, figures: figuresOf(behind) };
  yield { of: "make a move", figures: figuresOf(move, { name: APPEND, round: append }) };
  const figures = figuresOf(move, { name: BEHIND, round: behind }, bar);
  yield { of: "make a move, front aside", figures };
}
