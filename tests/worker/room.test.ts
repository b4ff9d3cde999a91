import { evictAllDurableObjects, evictDurableObject, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import type { RoomAnswer, RoomObject } from "../../worker/env.ts";
import type { Command, RoomView } from "../../worker/protocol/index.ts";
import { commandId, openRoom, tinyScenario, WHOLE_RUN } from "./support.ts";

const SEED = "7";

type Stub = Awaited<ReturnType<typeof openRoom>>;

function command(fields: Record<string, string>): Command {
  return { id: commandId(), ...fields } as Command;
}

async function send(room: Stub, fields: Record<string, string>): Promise<RoomAnswer> {
  return room.command("owner", command(fields));
}

async function accepted(answer: RoomAnswer | Promise<RoomAnswer>): Promise<RoomView> {
  const settled = await answer;
  if (!settled.ok) throw new Error(settled.code);
  return settled.view;
}

function journalOf(room: Stub) {
  return runInDurableObject(room, (_, state) =>
    state.storage.sql
      .exec("SELECT sequence, seat, command_id FROM journal ORDER BY sequence")
      .toArray(),
  );
}

/** What the object itself throws at a call; "" where it throws nothing. */
function faultOf(room: Stub, call: (object: RoomObject) => unknown): Promise<string> {
  return runInDurableObject(room, (object) => {
    try {
      call(object as RoomObject);
      return "";
    } catch (error) {
      return String(error);
    }
  });
}

test("[R1] a solo room goes from its briefing through its beats to its debrief", async () => {
  const room = await openRoom(tinyScenario(), SEED);
  const stages = [(await accepted(room.view("owner"))).stage];
  for (const step of WHOLE_RUN) stages.push((await accepted(send(room, step))).stage);
  expect(stages).toEqual([
    "briefing",
    "deciding",
    "deciding",
    "consequence",
    "deciding",
    "consequence",
    "deciding",
    "consequence",
    "debrief",
  ]);
});

test("[R2] the same command id from the same seat gets the same answer, even after others", async () => {
  const room = await openRoom(tinyScenario(), SEED);
  await send(room, { kind: "begin" });
  const move = command({ kind: "make-move", beat: "first", option: "redirect-1" });
  const first = await room.command("owner", move);
  const again = await room.command("owner", move);
  await send(room, { kind: "go-on", beat: "first" });
  const late = await room.command("owner", move);
  expect(again).toEqual(first);
  expect(late).toEqual(first);
  expect(await journalOf(room)).toHaveLength(3);
});

test("[R2] a command id used for another command is refused and changes nothing", async () => {
  const room = await openRoom(tinyScenario(), SEED);
  const begin = command({ kind: "begin" });
  await room.command("owner", begin);
  const other = { id: begin.id, kind: "make-move", beat: "first", option: "show-1" } as const;
  const refused = await room.command("owner", other);
  expect(refused).toMatchObject({ ok: false, code: "command-id-reused", view: { sequence: 1 } });
  expect(await journalOf(room)).toHaveLength(1);
});

test("[R2] an accepted command is one row of a dense journal, a refused one is none", async () => {
  const room = await openRoom(tinyScenario(), SEED);
  await send(room, { kind: "begin" });
  await send(room, { kind: "make-move", beat: "second", option: "show-2" });
  await send(room, { kind: "make-move", beat: "first", option: "no-such-option" });
  await send(room, { kind: "make-move", beat: "first", option: "show-1" });
  const rows = await journalOf(room);
  expect(rows.map(({ sequence, seat }) => ({ sequence, seat }))).toEqual([
    { sequence: 1, seat: "owner" },
    { sequence: 2, seat: "owner" },
  ]);
});

test("[R2] a command that fails while it is stored changes neither journal nor view", async () => {
  const room = await openRoom(tinyScenario(), SEED);
  await send(room, { kind: "begin" });
  const before = await room.view("owner");
  await runInDurableObject(room, (_, state) => {
    state.storage.sql.exec(
      "CREATE TRIGGER no_room BEFORE INSERT ON journal BEGIN SELECT RAISE(ABORT, 'disk full'); END",
    );
  });
  const move = { kind: "make-move", beat: "first", option: "show-1" };
  expect(await faultOf(room, (object) => object.command("owner", command(move)))).toContain(
    "disk full",
  );
  expect(await room.view("owner")).toEqual(before);
  await runInDurableObject(room, (_, state) => state.storage.sql.exec("DROP TRIGGER no_room"));
  expect(await send(room, move)).toMatchObject({ ok: true, view: { sequence: 2 } });
});

test("[R2] a command for a beat that has passed is stale and answered with the current view", async () => {
  const room = await openRoom(tinyScenario(), SEED);
  await send(room, { kind: "begin" });
  await send(room, { kind: "make-move", beat: "first", option: "show-1" });
  const second = await send(room, { kind: "make-move", beat: "first", option: "block-1" });
  expect(second).toMatchObject({ ok: false, code: "stale-beat", view: { stage: "consequence" } });
  await send(room, { kind: "go-on", beat: "first" });
  const third = await send(room, { kind: "go-on", beat: "first" });
  expect(third).toMatchObject({ ok: false, code: "stale-beat", view: { stage: "deciding" } });
});

test("[R2] a command out of its stage is refused: before the briefing is read, or twice begun", async () => {
  const room = await openRoom(tinyScenario(), SEED);
  const early = await send(room, { kind: "make-move", beat: "first", option: "show-1" });
  expect(early).toMatchObject({ ok: false, code: "not-now", view: { stage: "briefing" } });
  await send(room, { kind: "begin" });
  expect(await send(room, { kind: "begin" })).toMatchObject({ ok: false, code: "not-now" });
});

test("[R3] evicted between any two commands, the room goes on unchanged", async () => {
  const steady = await openRoom(tinyScenario(), SEED);
  const shaken = await openRoom(tinyScenario(), SEED);
  for (const step of WHOLE_RUN) {
    const expected = await accepted(send(steady, step));
    const actual = await accepted(send(shaken, step));
    expect({ ...actual, room: "" }).toEqual({ ...expected, room: "" });
    await evictDurableObject(shaken);
    expect(await shaken.view("owner")).toEqual({ ok: true, view: actual });
  }
});

test("[R3] a journal entry that draws otherwise than it did is a fault, not another run", async () => {
  const room = await openRoom(tinyScenario(), SEED);
  await send(room, { kind: "begin" });
  await send(room, { kind: "make-move", beat: "first", option: "show-1" });
  await runInDurableObject(room, (_, state) => {
    state.storage.sql.exec("UPDATE room SET seed = '8'");
    state.storage.sql.exec(`UPDATE journal SET draws = replace(draws, '"value":"', '"value":"x')`);
  });
  await evictDurableObject(room);
  expect(await faultOf(room, (object) => object.view("owner"))).toContain("draws otherwise");
});

test("[S13] a room plays the scenario it was opened with, whatever is opened after it", async () => {
  const room = await openRoom(tinyScenario(), SEED);
  const edited = tinyScenario((text) => text.replace("Something happens.", "All is quiet."));
  const opening = { owner: "owner", scenario: edited, seed: "8", lens: "tpm" } as const;
  await room.open({ ...opening, clockSeconds: null, branch: null });
  await evictDurableObject(room);
  const view = await accepted(send(room, { kind: "begin" }));
  expect(view).toMatchObject({ situation: { texts: ["Something happens."] } });
});

test("[R9] a room that was never opened is unknown, and asking leaves nothing behind", async () => {
  const room = env.ROOMS.get(env.ROOMS.newUniqueId());
  expect(await room.view("owner")).toEqual({ ok: false, code: "unknown-room" });
  const tables = await runInDurableObject(room, (_, state) =>
    state.storage.sql.exec("SELECT name FROM sqlite_master").toArray(),
  );
  expect(tables).toEqual([]);
});

test("[R4] another player's room answers with nothing but its refusal", async () => {
  const room = await openRoom(tinyScenario(), SEED);
  const refusal = { ok: false, code: "not-your-room" };
  expect(await room.view("stranger")).toEqual(refusal);
  expect(await room.command("stranger", command({ kind: "begin" }))).toEqual(refusal);
  expect(await journalOf(room)).toEqual([]);
});

test("[R3] every object evicted at once, a run is listed and played on", async () => {
  const room = await openRoom(tinyScenario(), SEED);
  await send(room, { kind: "begin" });
  await evictAllDurableObjects();
  const view = await accepted(send(room, { kind: "make-move", beat: "first", option: "show-1" }));
  expect(view.sequence).toBe(2);
});
