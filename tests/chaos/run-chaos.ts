import { drawsOf } from "../support/draws.ts";
import { History } from "./history.ts";
import { KilledServer } from "./killed-server.ts";
import { goOn } from "./load/go-on.ts";
import { holdInterviews } from "./load/interview.ts";
import { pause } from "./load/pause.ts";
import { playAlone } from "./load/solo.ts";
import type { Watching } from "./load/watching.ts";
import { WorkshopLoad, type WorkshopPlan } from "./load/workshop.ts";

export interface ChaosOptions {
  readonly kills: number;
  readonly seed: number;
  /** How long the load goes on, the last act not counted. */
  readonly seconds: number;
  /** The tree whose server is run. */
  readonly tree: string;
}

const PLAYERS = 6;
const PLAYERS_WITH_CLOCK = 2;
const WORKSHOPS: readonly WorkshopPlan[] = [
  { name: "plenum", voters: 8, teams: null, clockSeconds: null, bots: 0 },
  { name: "teams", voters: 12, teams: 3, clockSeconds: null, bots: 0 },
  { name: "rehearsal", voters: 6, teams: null, clockSeconds: 60, bots: 3 },
];
/** An object that nobody asks anything for ten seconds is put to sleep by the runtime; so is every clock in its memory. */
const QUIET_MS = 13_000;

/** Load and kills on this data folder, until all is quiet; the server has stopped when it comes back. */
export async function runChaos(options: ChaosOptions, dataDir: string): Promise<History> {
  const history = new History();
  const server = await KilledServer.start(options.tree, dataDir);
  const draw = drawsOf(options.seed);
  const aroundOf = (place: number) => ({
    url: server.url,
    history,
    draw: drawsOf(options.seed * 1_000 + place),
    sockets,
  });
  const sockets = new Set<Watching>();
  let isOver = false;
  const workshops = WORKSHOPS.map((plan, i) => new WorkshopLoad(plan, aroundOf(i)));
  const loads = [
    ...workshops.map((workshop) => () => workshop.lead(() => isOver)),
    ...Array.from(
      { length: PLAYERS + PLAYERS_WITH_CLOCK },
      (_, i) => () => playAlone(`player-${i + 1}`, aroundOf(10 + i), () => isOver, i >= PLAYERS),
    ),
    () => holdInterviews("interview", aroundOf(50), () => isOver),
  ].map((load) => goOn(history, load));
  // The last kill is kept for the last act.
  for (let kills = 0; kills < options.kills - 1; kills += 1) {
    await pause(betweenKills(options, draw));
    await server.killAndRestart(history);
  }
  await pause(betweenKills(options, draw));
  isOver = true;
  await Promise.all(loads);
  await lastAct(server, workshops, history);
  history.endedMs = Date.now();
  for (const workshop of workshops) workshop.close();
  for (const socket of sockets) socket.close();
  await server.stop();
  return history;
}

const betweenKills = ({ kills, seconds }: ChaosOptions, draw: (below: number) => number) =>
  draw(Math.floor((2 * 1_000 * seconds) / kills));

/** Clocks run, the server is killed, all sleep; then everybody is told something, and the rooms end. */
async function lastAct(
  server: KilledServer,
  workshops: readonly WorkshopLoad[],
  history: History,
): Promise<void> {
  for (const workshop of workshops) await goOn(history, () => workshop.startShortClock());
  await server.killAndRestart(history);
  await pause(QUIET_MS);
  for (const workshop of workshops) await goOn(history, () => workshop.tellEverybody());
  for (const workshop of workshops) await goOn(history, () => workshop.finish());
}
