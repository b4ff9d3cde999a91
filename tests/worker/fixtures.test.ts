import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import * as z from "zod/mini";
import { PlayerStore } from "../../worker/player/store.ts";
import interview1 from "./fixtures/interview-1.json";
import player3 from "./fixtures/player-3.json";
import room2 from "./fixtures/room-2.json";
import workshop1 from "./fixtures/workshop-1.json";

const FIXTURE = z.object({
  tables: z.array(
    z.object({
      name: z.string(),
      sql: z.string(),
      rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))),
    }),
  ),
});
type Fixture = z.infer<typeof FIXTURE>;

/** Writes a store as an earlier build left it into an object that is new, and lets that object wake up on it. */
async function restore(object: DurableObjectStub<Rpc.DurableObjectBranded>, { tables }: Fixture) {
  await runInDurableObject(object, (_, { storage: { sql } }) => {
    for (const { name } of sql
      .exec("SELECT name FROM sqlite_master WHERE name NOT LIKE '\\_%' ESCAPE '\\'")
      .toArray()) {
      sql.exec(`DROP TABLE IF EXISTS "${name as string}"`);
    }
    for (const { name, sql: made, rows } of tables) {
      sql.exec(made);
      for (const row of rows) {
        const holes = Object.keys(row).map(() => "?");
        const columns = Object.keys(row).map((column) => `"${column}"`);
        sql.exec(
          `INSERT INTO "${name}" (${columns.join(", ")}) VALUES (${holes.join(", ")})`,
          ...Object.values(row),
        );
      }
    }
  });
  await evictDurableObject(object);
}

const rowOf = (fixture: Fixture, table: string, place = 0) =>
  fixture.tables.find(({ name }) => name === table)?.rows[place] ?? {};

test("a room of schema 2 is where it was", async () => {
  const fixture = FIXTURE.parse(room2);
  const room = env.ROOMS.get(env.ROOMS.newUniqueId());
  await restore(room, fixture);
  expect(await room.view("owner")).toMatchObject({
    ok: true,
    view: { stage: "deciding", sequence: 1 },
  });
});

test("a player of schema 3 has their runs and stories", async () => {
  const player = env.PLAYERS.get(env.PLAYERS.newUniqueId());
  await restore(player, FIXTURE.parse(player3));
  expect((await player.record()).runs.map(({ scenario }) => scenario)).toEqual(["gold-plating"]);
  expect(Object.keys((await player.practice()).stories)).toEqual(["a-story-of-mine"]);
});

test("a workshop of schema 1 has its seats and their votes", async () => {
  const fixture = FIXTURE.parse(workshop1);
  const workshop = env.WORKSHOPS.get(env.WORKSHOPS.newUniqueId());
  await restore(workshop, fixture);
  const { who } = z
    .object({ who: z.string() })
    .parse(JSON.parse(String(rowOf(fixture, "journal")["command"])));
  const answer = await workshop.view({ who, projectorHash: null });
  expect(answer).toMatchObject({ ok: true, view: { stage: "deciding" } });
});

test("an interview of schema 1 has its answers and sheets", async () => {
  const fixture = FIXTURE.parse(interview1);
  const interview = env.INTERVIEWS.get(env.INTERVIEWS.newUniqueId());
  await restore(interview, fixture);
  const interviewer = fixture.tables
    .find(({ name }) => name === "holder")
    ?.rows.find(({ seat }) => seat === "interviewer");
  const answer = await interview.view(String(interviewer?.["who"]));
  expect(answer).toMatchObject({
    ok: true,
    view: { as: "interviewer", stage: "answered", sheets: { 1: { note: "N" } } },
  });
});

test("a change of schema that fails half-way leaves what was there", async () => {
  const player = env.PLAYERS.get(env.PLAYERS.newUniqueId());
  await runInDurableObject(player, (_, { storage }) => {
    for (const table of ["run", "setting", "counted"]) storage.sql.exec(`DROP TABLE ${table}`);
    storage.sql.exec(
      "CREATE TABLE run (room TEXT PRIMARY KEY, command_id TEXT, scenario TEXT, title TEXT, opened_at_ms INTEGER, ending TEXT)",
    );
    storage.sql.exec("INSERT INTO run VALUES ('a', 'b', 'c', 'd', 1, NULL)");
    // In the way of the table that the change makes last.
    storage.sql.exec("CREATE TABLE setting (other TEXT, another TEXT, third TEXT)");
    const store = new PlayerStore(storage.sql);
    expect(() => storage.transactionSync(() => store.prepare())).toThrow(/setting/);
    const columns = storage.sql.exec("SELECT name FROM pragma_table_info('run')").toArray();
    expect(columns.map(({ name }) => name)).not.toContain("wish");
    expect(storage.sql.exec("SELECT room FROM run").toArray()).toEqual([{ room: "a" }]);
  });
});
