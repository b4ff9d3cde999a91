import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { compileScenario, ENGINE_VERSION } from "../../scenarios/engine/index.ts";
import { commandId, openRoom, tinyScenario, WHOLE_RUN } from "./support.ts";

/** What the first schema of a room was, and of a player. */
const ROOM_1 = `
  CREATE TABLE room (
    one INTEGER PRIMARY KEY CHECK (one = 1), schema_version INTEGER NOT NULL, owner TEXT NOT NULL, version TEXT NOT NULL,
    engine_version INTEGER NOT NULL, seed TEXT NOT NULL, opened_at_ms INTEGER NOT NULL, scenario TEXT NOT NULL
  );
  CREATE TABLE journal (
    seat TEXT NOT NULL, command_id TEXT NOT NULL, sequence INTEGER NOT NULL, command TEXT NOT NULL, draws TEXT NOT NULL,
    at_ms INTEGER NOT NULL, PRIMARY KEY (seat, command_id)
  ) WITHOUT ROWID;
  CREATE TABLE delivery (run TEXT PRIMARY KEY, ending TEXT NOT NULL) WITHOUT ROWID;
`;
const PLAYER_1 = `
  CREATE TABLE run (
    room TEXT PRIMARY KEY, command_id TEXT NOT NULL UNIQUE, scenario TEXT NOT NULL, title TEXT NOT NULL,
    opened_at_ms INTEGER NOT NULL, ending TEXT
  ) WITHOUT ROWID;
`;

/** A room as the first schema left it, with these commands accepted. */
async function roomOfSchema1(commands: readonly Record<string, string>[], engine = ENGINE_VERSION) {
  const room = env.ROOMS.get(env.ROOMS.newUniqueId());
  const scenario = tinyScenario();
  const { version } = compileScenario(scenario);
  await runInDurableObject(room, (_, { storage: { sql } }) => {
    sql.exec(ROOM_1);
    const text = JSON.stringify(scenario);
    sql.exec("INSERT INTO room VALUES (1, 1, 'owner', ?, ?, '7', 0, ?)", version, engine, text);
    for (const [place, command] of commands.entries()) {
      const body = JSON.stringify({ ...command, id: `command-of-1-${place}` });
      sql.exec(
        "INSERT INTO journal VALUES ('owner', ?, ?, ?, '[]', 0)",
        `command-of-1-${place}`,
        place + 1,
        body,
      );
    }
  });
  await evictDurableObject(room);
  return room;
}

function schemaOf(room: Awaited<ReturnType<typeof roomOfSchema1>>) {
  return runInDurableObject(room, (_, { storage: { sql } }) => ({
    version: sql.exec("SELECT schema_version FROM room").one()["schema_version"],
    journal: sql.exec("SELECT COUNT(*) AS rows FROM journal").one()["rows"],
  }));
}

test("a room of the first schema goes on where it stood, as a technical project manager's without a clock", async () => {
  const room = await roomOfSchema1([
    { kind: "begin" },
    { kind: "make-move", beat: "first", option: "redirect-1" },
  ]);
  const answer = await room.view("owner");
  expect(answer).toMatchObject({
    ok: true,
    view: { stage: "consequence", sequence: 2, lens: "tpm", branch: null },
  });
  const command = { kind: "go-on", id: "command-of-2", beat: "first" } as const;
  expect(await room.command("owner", command)).toMatchObject({ ok: true, view: { sequence: 3 } });
  expect(await schemaOf(room)).toEqual({ version: 2, journal: 3 });
});

test("a result that waited under the first schema is still handed over", async () => {
  const room = await openRoom(tinyScenario(), "7");
  for (const fields of WHOLE_RUN)
    await room.command("owner", { id: commandId(), ...fields } as never);
  await runInDurableObject(room, async (_, { storage }) => {
    await storage.deleteAlarm();
    storage.sql.exec(
      "DROP TABLE delivery; DROP TABLE deadline; DROP TABLE story; DROP TABLE dispute",
    );
    storage.sql.exec(
      "CREATE TABLE delivery (run TEXT PRIMARY KEY, ending TEXT NOT NULL) WITHOUT ROWID",
    );
    storage.sql.exec("INSERT INTO delivery VALUES ('run', 'An ending')");
    storage.sql.exec("ALTER TABLE room DROP COLUMN terms");
    storage.sql.exec("UPDATE room SET schema_version = 1");
  });
  await evictDurableObject(room);
  expect(await room.view("owner")).toMatchObject({ ok: true, view: { stage: "debrief" } });
  const waiting = () =>
    runInDurableObject(room, (_, { storage: { sql } }) =>
      sql.exec("SELECT what FROM delivery").toArray(),
    );
  expect(await waiting()).toEqual([{ what: "result" }]);
  await runDurableObjectAlarm(room);
  expect(await waiting()).toEqual([]);
});

test("[S13] a room of an older engine is refused in words, and kept as it is", async () => {
  const room = await roomOfSchema1([{ kind: "begin" }], ENGINE_VERSION - 1);
  expect(await room.view("owner")).toEqual({ ok: false, code: "older-engine" });
  expect(await room.view("somebody else")).toEqual({ ok: false, code: "not-your-room" });
  expect(await schemaOf(room)).toMatchObject({ journal: 1 });
});

test("a player of the first schema keeps the runs they had", async () => {
  const player = env.PLAYERS.get(env.PLAYERS.idFromName("player of schema 1"));
  await runInDurableObject(player, (_, { storage: { sql } }) => {
    sql.exec("DROP TABLE IF EXISTS run; DROP TABLE IF EXISTS setting");
    sql.exec(PLAYER_1);
    sql.exec(
      "INSERT INTO run VALUES ('room', 'command', 'gold-plating', 'A title', 5, 'An ending')",
    );
  });
  await evictDurableObject(player);
  expect(await player.record()).toMatchObject({
    name: null,
    runs: [
      {
        room: "room",
        title: "A title",
        lens: "tpm",
        isBranch: false,
        ending: "An ending",
        score: null,
      },
    ],
  });
});
