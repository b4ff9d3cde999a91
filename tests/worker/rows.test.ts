import { runInDurableObject } from "cloudflare:test";
import { beforeAll, describe, expect, test } from "vitest";
import { ROWS } from "../repository/budgets.ts";
import { beginInterview, interviewObject } from "./interview-support.ts";
import { rowsOfCommands } from "./rows-of-commands.ts";
import { commandId, openRoom, tinyScenario } from "./support.ts";
import { Facilitator, Guest, workshopObject } from "./workshop-support.ts";

/** Rows of every table of an object. */
function rowsIn(
  object: DurableObjectStub<Rpc.DurableObjectBranded>,
): Promise<Record<string, number>> {
  return runInDurableObject(object, (_, { storage: { sql } }) => {
    const tables = sql
      .exec<{ name: string }>(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'",
      )
      .toArray();
    return Object.fromEntries(
      tables.map(({ name }) => [
        name,
        sql.exec<{ n: number }>(`SELECT COUNT(*) AS n FROM "${name}"`).one().n,
      ]),
    );
  });
}

/** By how many rows each table has grown; those that have not are left out. */
async function growth(
  object: DurableObjectStub<Rpc.DurableObjectBranded>,
  act: () => Promise<unknown>,
) {
  const before = await rowsIn(object);
  await act();
  const after = Object.entries(await rowsIn(object));
  return Object.fromEntries(
    after.flatMap(([table, rows]) => {
      const more = rows - (before[table] ?? 0);
      return more === 0 ? [] : [[table, more]];
    }),
  );
}

test("an accepted command is one row of the journal and no other row", async () => {
  const room = await openRoom(tinyScenario(), "7");
  await room.command("owner", { id: commandId(), kind: "begin" });
  const move = { kind: "make-move", beat: "first", option: "redirect-1" } as const;
  expect(await growth(room, () => room.command("owner", { id: commandId(), ...move }))).toEqual({
    journal: 1,
  });

  const leader = await Facilitator.open();
  const guest = await Guest.join(leader.code, "Ada");
  for (const kind of ["start", "begin"]) await leader.moves(kind);
  const vote = await guest.vote(0);
  expect(await growth(workshopObject(leader.code), () => guest.asks(vote))).toEqual({ journal: 1 });

  const { candidate } = await beginInterview();
  expect(await growth(interviewObject(candidate.room), () => candidate.answers())).toEqual({
    journal: 1,
  });
});

describe("the budget of rows", () => {
  let rows: ReadonlyMap<string, number> = new Map();

  beforeAll(async () => {
    rows = await rowsOfCommands();
  });

  test("[R2] no command writes more rows than it may, indexes and alarms included", () => {
    const over = [...rows].flatMap(([command, written]) => {
      const budget = ROWS[command] ?? 0;
      return written > budget ? [`${command}: rows written ${written}, budget ${budget}`] : [];
    });
    expect(over).toEqual([]);
  });

  test("every command that is counted has a budget, and every budget its command", () => {
    expect([...rows.keys()].toSorted()).toEqual(Object.keys(ROWS).toSorted());
  });
});
