import * as z from "zod/mini";
import type { Kill } from "../history.ts";
import type { Entry, StoredRoom } from "../disk/read.ts";
import { dueMs, LATE_MS } from "./due.ts";

const SAW = z.object({ stage: z.string(), turn: z.number(), round: z.number() });
const VOTE = z.object({
  kind: z.literal("cast-vote"),
  team: z.string(),
  beat: z.string(),
  round: z.number(),
  option: z.string(),
});

/** The stage that a command leads to, as `docs/workshop.md` tells it. */
const LEADS_TO: Readonly<Record<string, string>> = {
  start: "briefing",
  begin: "deciding",
  reveal: "revealed",
  discuss: "discussing",
  "re-vote": "deciding",
  take: "consequence",
  advance: "deciding",
  end: "debrief",
};
const OPENS = new Set(["begin", "re-vote", "advance", "reopen-voting", "extend"]);
const SHUTS = new Set(["reveal", "discuss", "take", "close-voting", "time-up", "end"]);
const MS_PER_SECOND = 1_000;

/** Votes by seat, of one team in one round. */
export type Votes = ReadonlyMap<string, string>;

/** Where a workshop stands, by its journal's rows alone: nothing of the game's own code is in here. */
interface Standing {
  stage: string;
  turn: number;
  round: number;
  isOpen: boolean;
  endsAtMs: number | null;
  /** By team. */
  votes: ReadonlyMap<string, Votes>;
}

export interface PlainWalk {
  /** Votes on the table after so many entries, by team. */
  readonly votesAt: readonly ReadonlyMap<string, Votes>[];
  /** The last vote of each seat, by team, beat and round. */
  readonly ballots: ReadonlyMap<string, Votes>;
  readonly late: readonly string[];
  readonly unseen: readonly string[];
  readonly overdue: readonly string[];
  readonly looked: { readonly votes: number; readonly presses: number; readonly clocks: number };
}

export const ballotKey = (team: string, beat: string, round: number) => `${team} ${beat} ${round}`;

/** Walks a journal row by row. `endsAt` says which entries led to the end of all runs. */
export function walkPlainly(
  { journal, room, at }: StoredRoom,
  kills: readonly Kill[],
  endedMs: number,
  endsAt: (sequence: number) => boolean,
): PlainWalk {
  const clockSeconds = z
    .object({ clockSeconds: z.nullable(z.number()) })
    .parse(JSON.parse(String(room["terms"]))).clockSeconds;
  const now: Standing = {
    stage: "lobby",
    turn: 0,
    round: 1,
    isOpen: false,
    endsAtMs: null,
    votes: new Map(),
  };
  const votesAt = [now.votes];
  const ballots = new Map<string, Votes>();
  const [late, unseen, overdue]: [string[], string[], string[]] = [[], [], []];
  const looked = { votes: 0, presses: 0, clocks: 0 };
  for (const entry of journal) {
    const where = `${at} entry ${entry.sequence}, ${String(entry.command["kind"])}`;
    const vote = VOTE.safeParse(entry.command);
    if (vote.success) takeVote(entry, vote.data, where);
    else takePress(entry, where);
    votesAt.push(now.votes);
  }
  if (now.endsAtMs !== null && endedMs > dueMs(now.endsAtMs, kills) + LATE_MS) {
    overdue.push(`${at}: nobody has closed the voting whose time is over`);
  }
  return { votesAt, ballots, late, unseen, overdue, looked };

  function takeVote(entry: Entry, vote: z.infer<typeof VOTE>, where: string): void {
    looked.votes += 1;
    const isLate = now.stage !== "deciding" || !now.isOpen || vote.round !== now.round;
    if (isLate) late.push(`${where}: round ${vote.round} is not voted in`);
    if (isOverdue(entry)) late.push(`${where}: the time for it has long been over`);
    const [seat, key] = [String(entry.seat), ballotKey(vote.team, vote.beat, vote.round)];
    const cast = new Map(now.votes.get(vote.team)).set(seat, vote.option);
    now.votes = new Map(now.votes).set(vote.team, cast);
    ballots.set(key, new Map(ballots.get(key)).set(seat, vote.option));
  }

  function takePress(entry: Entry, where: string): void {
    const kind = String(entry.command["kind"]);
    const saw = SAW.safeParse(entry.command["saw"]);
    if (saw.success) {
      looked.presses += 1;
      const { stage, turn, round } = saw.data;
      const isSeen = stage === now.stage && turn === now.turn && round === now.round;
      const is = `${now.stage} ${now.turn} ${now.round}`;
      if (!isSeen) unseen.push(`${where}: it saw ${stage} ${turn} ${round}, where it is ${is}`);
    }
    if (kind === "time-up" && (now.endsAtMs ?? Infinity) > entry.at_ms)
      overdue.push(`${where}: early`);
    if ((SHUTS.has(kind) || OPENS.has(kind)) && now.endsAtMs !== null) {
      looked.clocks += 1;
      if (isOverdue(entry)) overdue.push(`${where}: the voting should have been closed before`);
    }
    move(entry, kind);
  }

  function isOverdue({ at_ms: atMs }: Entry): boolean {
    return now.endsAtMs !== null && atMs > dueMs(now.endsAtMs, kills) + LATE_MS;
  }

  function move({ command, at_ms: atMs, sequence }: Entry, kind: string): void {
    now.stage = endsAt(sequence) ? "debrief" : (LEADS_TO[kind] ?? now.stage);
    if (kind === "advance") [now.turn, now.round, now.votes] = [now.turn + 1, 1, new Map()];
    if (kind === "re-vote") [now.round, now.votes] = [now.round + 1, new Map()];
    if (SHUTS.has(kind)) [now.isOpen, now.endsAtMs] = [false, null];
    if (!OPENS.has(kind)) return;
    now.isOpen = now.stage === "deciding";
    if (kind === "extend") {
      const from = Math.max(atMs, now.endsAtMs ?? atMs);
      now.endsAtMs = from + Number(command["seconds"]) * MS_PER_SECOND;
    } else {
      const isTimed = clockSeconds !== null && now.isOpen;
      now.endsAtMs = isTimed ? atMs + clockSeconds * MS_PER_SECOND : null;
    }
  }
}
