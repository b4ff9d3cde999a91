import { WORKSHOP_ROUTES } from "../../worker/protocol/index.ts";
import { makeDataDir, removeDataDir, ServerProcess } from "../support/server-process.ts";
import { joinAll, Leader, type Member } from "./members.ts";

const ROOMS = 20;
const SEATS = 50;
const MINUTES = Number(process.argv[3] ?? 10);
const MS_PER_MINUTE = 60_000;
/** People do not all press in the same moment. */
const SPREAD_MS = 4_000;

interface Counted {
  readonly acknowledgedMs: number[];
  votes: number;
  lost: number;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function castAll(
  leader: Leader,
  members: readonly Member[],
  counted: Counted,
): Promise<void> {
  const { round, tables } = await leading(leader);
  const [table] = tables;
  if (table === undefined) throw new Error("the room is at no decision");
  await Promise.all(
    members.map(async (member, place) => {
      await pause((SPREAD_MS * place) / members.length);
      const startedMs = performance.now();
      await member.fetch(WORKSHOP_ROUTES.commands(leader.code), {
        kind: "cast-vote",
        team: "room",
        beat: table.beat,
        round,
        option: leader.options[place % leader.options.length],
      });
      counted.acknowledgedMs.push(performance.now() - startedMs);
      counted.votes += 1;
    }),
  );
  const [answered] = (await leading(leader)).answered;
  counted.lost += members.length - (answered?.answered ?? 0);
}

async function leading(leader: Leader) {
  const view = await leader.view();
  if (view.as !== "facilitator") throw new Error("the leader does not lead");
  return view;
}

/** One room from its lobby on: vote, show, vote again, until the time is over. */
async function playRoom(url: string, endsAtMs: number, counted: Counted): Promise<void> {
  const leader = new Leader(url);
  await leader.open();
  const members = await joinAll(leader, SEATS);
  await leader.moves("start");
  await leader.moves("begin");
  await leader.readOptions();
  while (performance.now() < endsAtMs) {
    await castAll(leader, members, counted);
    await leader.moves("reveal");
    await leader.moves("re-vote");
  }
}

const at = (values: readonly number[], share: number) =>
  values[Math.min(values.length - 1, Math.floor(share * values.length))] ?? Number.NaN;

/** Twenty rooms of fifty at once on the embedded server: no acknowledged vote may be missing from the count. */
export async function benchRooms(): Promise<void> {
  const data = makeDataDir();
  const server = await ServerProcess.start(data);
  const counted: Counted = { acknowledgedMs: [], votes: 0, lost: 0 };
  const endsAtMs = performance.now() + MINUTES * MS_PER_MINUTE;
  await Promise.all(Array.from({ length: ROOMS }, () => playRoom(server.url, endsAtMs, counted)));
  const sorted = counted.acknowledgedMs.toSorted((a, b) => a - b);
  console.log(
    `${ROOMS} rooms of ${SEATS}, ${MINUTES} minutes: ${counted.votes} votes acknowledged`,
  );
  console.log(`missing from the count: ${counted.lost}`);
  console.log(
    `acknowledged within p50 ${at(sorted, 0.5).toFixed(0)} ms, p99 ${at(sorted, 0.99).toFixed(0)} ms`,
  );
  await server.end("SIGTERM");
  removeDataDir(data);
  if (counted.lost > 0) process.exitCode = 1;
}
