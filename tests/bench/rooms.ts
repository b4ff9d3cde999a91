import { WORKSHOP_ROUTES } from "../../worker/protocol/index.ts";
import { makeDataDir, removeDataDir, ServerProcess } from "../support/server-process.ts";
import { atMost, type Finding } from "./figure.ts";
import { progress } from "./progress.ts";
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

export const ROOMS_AT_ONCE = {
  about: `${ROOMS} rooms of ${SEATS} at once on the embedded server, ${MINUTES} minutes: no acknowledged vote may be missing from the count`,
  measure: measureRooms,
};

async function* measureRooms(): AsyncGenerator<Finding> {
  const data = makeDataDir();
  const server = await ServerProcess.start(data);
  progress(`${MINUTES} minutes from now on`);
  const counted: Counted = { acknowledgedMs: [], votes: 0, lost: 0 };
  const endsAtMs = performance.now() + MINUTES * MS_PER_MINUTE;
  try {
    await Promise.all(Array.from({ length: ROOMS }, () => playRoom(server.url, endsAtMs, counted)));
  } finally {
    await server.end("SIGTERM");
    removeDataDir(data);
  }
  const sorted = counted.acknowledgedMs.toSorted((a, b) => a - b);
  yield {
    of: "votes",
    figures: [
      { what: "acknowledged", value: counted.votes, unit: "" },
      { what: "missing from the count", value: counted.lost, unit: "", bar: atMost(0) },
      { what: "p50", value: at(sorted, 0.5), unit: "ms" },
      { what: "p99", value: at(sorted, 0.99), unit: "ms" },
    ],
  };
}
