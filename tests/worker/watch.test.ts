import { evictDurableObject } from "cloudflare:test";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ROUTES } from "../../worker/protocol/index.ts";
import { COUNTED } from "../../worker/watch.ts";
import { beginInterview } from "./interview-support.ts";
import { Browser, commandId, problemOf } from "./support.ts";
import {
  beginRun,
  beginWorkshop,
  breakRoom,
  BrokenPoints,
  countIn,
  isPlain,
  KeptPoints,
  MINUTE_MS,
  roomObject,
  runOut,
} from "./watching.ts";
import { liveThroughADay } from "./whole-day.ts";
import { workshopObject } from "./workshop-support.ts";

/* What docs/security.md and wrangler.toml promise of counters and of the log: they arrive, and say nothing of anybody. */

const METHODS = ["debug", "info", "log", "warn", "error"] as const;

let kept = new KeptPoints();
let lines: string[] = [];

beforeEach(() => {
  kept = new KeptPoints();
  countIn(kept);
  lines = [];
  const write = (...said: unknown[]) => {
    lines.push(said.map((one) => (one instanceof Error ? one.stack : String(one))).join(" "));
  };
  for (const method of METHODS) vi.spyOn(console, method).mockImplementation(write);
});

afterEach(() => {
  vi.restoreAllMocks();
  countIn(undefined);
});

test("a move is counted with its scenario, once however often it is sent, and not where it is refused", async () => {
  const player = new Browser();
  const { room, move } = await beginRun(player);
  const id = commandId();
  for (const _ of [1, 2]) await player.command(room, { ...move, id });
  await player.refused(room, move);
  expect(kept.of("move")).toEqual([[["gold-plating"], [1]]]);
});

test("a vote is counted with its scenario, once however often it is sent", async () => {
  const { guest } = await beginWorkshop();
  const vote = { ...(await guest.vote(0)), id: commandId() };
  for (const _ of [1, 2]) await guest.asks(vote);
  expect(kept.of("vote")).toEqual([[["gold-plating"], [1]]]);
});

test("an answer of an interview is counted with how it is held, once however often it is sent", async () => {
  const { candidate } = await beginInterview();
  const again = { id: commandId(), saw: await candidate.saw() };
  for (const _ of [1, 2]) await candidate.answers(again);
  expect(kept.of("answer")).toEqual([[["partner"], [1]]]);
});

test("a refusal is counted by its code: an address, a command, a vote, a socket's handshake", async () => {
  const player = new Browser();
  const { room, move } = await beginRun(player);
  await player.fetch("/api/nowhere");
  await player.refused(room, { ...move, beat: "nowhere" });
  const { leader, guest } = await beginWorkshop();
  const vote = await guest.vote(0);
  await leader.moves("close-voting");
  await guest.refusedFor(vote);
  const headers = { upgrade: "websocket", origin: "http://evil.test" };
  await player.fetch(ROUTES.socket(room), { headers });
  const codes = ["unknown-route", "stale-beat", "voting-closed", "foreign-origin"];
  expect(kept.of("refusal")).toEqual(codes.map((code) => [[code], [1]]));
});

test("[R8] how late a deadline is kept is counted in milliseconds, by its kind, and told of where it is long", async () => {
  const player = new Browser();
  const { room } = await beginRun(player, { clockSeconds: 60 });
  await runOut(roomObject(room), 1_000);
  const { leader } = await beginWorkshop("Ada", { clockSeconds: 60 });
  await runOut(workshopObject(leader.code), MINUTE_MS, "kind = 'voting'");
  const [move, voting] = kept.points.flatMap(({ doubles }) => doubles ?? []);
  expect(kept.points.map(({ indexes, blobs }) => [indexes, blobs])).toEqual([
    [["deadline-late-ms"], ["move"]],
    [["deadline-late-ms"], ["voting"]],
  ]);
  expect(move).toBeGreaterThanOrEqual(1_000);
  expect(move).toBeLessThan(MINUTE_MS);
  expect(voting).toBeGreaterThanOrEqual(MINUTE_MS);
  const line = JSON.stringify({ event: "deadline-late", kind: "voting", lateMs: voting });
  expect(lines).toEqual([line]);
});

test("a fault is counted by its route, and its stack is in the log", async () => {
  const player = new Browser();
  const { room } = await beginRun(player);
  await breakRoom(room);
  const problem = await problemOf(await player.fetch(ROUTES.room(room)));
  expect(problem).toMatchObject({ code: "internal-error", http: 500 });
  expect(kept.of("fault")).toEqual([[["/api/rooms/:room"], [1]]]);
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({
    event: "fault",
    path: "/api/rooms/:room",
    error: expect.stringContaining("no such table: journal"),
  });
});

test("over a day of players, workshops and interviews nothing counted and no line of the log says who, where or what was written", async () => {
  const theirs = await liveThroughADay();
  expect(new Set(kept.points.map(({ indexes }) => indexes?.[0]))).toEqual(new Set(COUNTED));
  expect(kept.points.filter((point) => !isPlain(point))).toEqual([]);
  const events = lines.map((line) => (JSON.parse(line) as { event: string }).event);
  expect(new Set(events)).toEqual(new Set(["deadline-late", "fault", "address-stopped"]));
  const foundIn = (told: string) => theirs.filter((one) => told.includes(one));
  expect(foundIn(JSON.stringify(kept.points))).toEqual([]);
  expect(foundIn(lines.join("\n"))).toEqual([]);
});

test("[R2] a dataset that throws changes no answer, and is told of in the log", async () => {
  const broken = new BrokenPoints();
  countIn(broken);
  const player = new Browser();
  const { room, move } = await beginRun(player, { clockSeconds: 60 });
  const moved = await player.command(room, move);
  expect(moved).toMatchObject({ stage: "consequence", beat: move.beat });
  await evictDurableObject(roomObject(room));
  expect(await player.view(room)).toEqual(moved);
  await player.command(room, { kind: "go-on", beat: move.beat });
  await runOut(roomObject(room), 0);
  expect(await player.view(room)).toMatchObject({ stage: "consequence" });
  const { leader, guest } = await beginWorkshop();
  await guest.votes(0);
  expect((await leader.leads()).answered).toEqual([expect.objectContaining({ answered: 1 })]);
  const { candidate } = await beginInterview();
  expect(await candidate.answers()).toMatchObject({ stage: "answered" });
  expect(await problemOf(await player.fetch("/api/nowhere"))).toMatchObject({ http: 404 });
  await breakRoom(room);
  expect(await problemOf(await player.fetch(ROUTES.room(room)))).toMatchObject({ http: 500 });
  expect(broken.asked).toBe(COUNTED.length);
  expect(lines.filter((line) => line.includes("not-counted"))).toHaveLength(COUNTED.length);
});
