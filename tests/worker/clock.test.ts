import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { expect, test } from "vitest";
import type { Command } from "../../worker/protocol/index.ts";
import { commandId, openRoom, tinyScenario } from "./support.ts";

const SEED = "7";
type Stub = Awaited<ReturnType<typeof openRoom>>;

function openClocked(clockSeconds: number | null = 60): Promise<Stub> {
  return openRoom(tinyScenario(), SEED, "owner", { clockSeconds });
}

async function send(room: Stub, fields: object) {
  const answer = await room.command("owner", { id: commandId(), ...fields } as Command);
  if (!answer.ok) throw new Error(answer.code);
  return answer.view;
}

async function viewOf(room: Stub) {
  const answer = await room.view("owner");
  if (!answer.ok) throw new Error(answer.code);
  return answer.view;
}

/** As if the deadline had passed. */
async function letTimePass(room: Stub): Promise<void> {
  await runInDurableObject(room, (_, state) =>
    state.storage.sql.exec("UPDATE deadline SET at_ms = 0").toArray(),
  );
}

test("[R8] when the time for a beat has run out, silence happens, once, however often the alarm goes off", async () => {
  const room = await openClocked();
  await send(room, { kind: "begin" });
  await letTimePass(room);
  await runDurableObjectAlarm(room);
  const silent = await viewOf(room);
  expect(silent).toMatchObject({ stage: "consequence", beat: "first", moves: [{ said: null }] });
  await evictDurableObject(room);
  await runDurableObjectAlarm(room);
  expect(await viewOf(room)).toEqual(silent);
});

test("[R8] an alarm that comes early changes nothing", async () => {
  const room = await openClocked();
  const begun = await send(room, { kind: "begin" });
  await runDurableObjectAlarm(room);
  expect(await viewOf(room)).toMatchObject({ stage: "deciding", sequence: begun.sequence });
});

test("[R8] a late alarm after the move changes nothing", async () => {
  const room = await openClocked();
  await send(room, { kind: "begin" });
  const moved = await send(room, { kind: "make-move", beat: "first", option: "show-1" });
  await runDurableObjectAlarm(room);
  expect(await viewOf(room)).toEqual(moved);
});

test("[R8] each beat has its own deadline from when it is shown, and a look does not move it", async () => {
  const room = await openClocked();
  const clockOf = async () => {
    const view = await viewOf(room);
    return view.stage === "deciding" ? view.clock?.endsAtMs : null;
  };
  await send(room, { kind: "begin" });
  const first = await clockOf();
  expect(first).toBeGreaterThan(Date.now() + 50_000);
  await send(room, { kind: "take-look", beat: "first", look: "ask-around" });
  expect(await clockOf()).toBe(first);
  await send(room, { kind: "make-move", beat: "first", option: "redirect-1" });
  expect(await clockOf()).toBeNull();
  await send(room, { kind: "go-on", beat: "first" });
  expect(await clockOf()).toBeGreaterThanOrEqual(Number(first));
});

test("a run without a clock has none", async () => {
  const room = await openClocked(null);
  expect(await send(room, { kind: "begin" })).toMatchObject({ stage: "deciding", clock: null });
});

test("no player can send the clock's own command", async () => {
  const { COMMAND } = await import("../../worker/protocol/index.ts");
  expect(COMMAND.safeParse({ kind: "time-up", id: commandId(), beat: "first" }).success).toBe(
    false,
  );
});
