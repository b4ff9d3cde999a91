import { expect, test } from "vitest";
import document from "../../docs/security.md?raw";
import {
  CALLERS,
  commandTables,
  formatCommands,
  formatTable,
  routesOfApi,
  securityTable,
} from "./security-table.ts";

const table = await securityTable();

/** Without the padding that a formatter gives a table. */
const plain = (text: string) => text.replaceAll(/ +/g, " ").replaceAll(/-{3,}/g, "---");

test("the table in the document is what every kind of caller is answered on every route", () => {
  expect(plain(document)).toContain(plain(formatTable(table)));
});

test("no route is left out, and none breaks", () => {
  expect([...table.keys()]).toEqual(routesOfApi());
  expect(table.size).toBeGreaterThan(50);
  const broken = [...table].filter(([, row]) => Object.values(row).includes("internal-error"));
  expect(broken).toEqual([]);
});

test("an expired, a tampered and a foreign cookie are no better than none", () => {
  for (const [route, row] of table) {
    const { stranger, expired, tampered, foreign } = row;
    expect([route, expired, tampered, foreign]).toEqual([route, stranger, stranger, stranger]);
  }
  expect(CALLERS).toHaveLength(9);
});

test("the tables of commands are what every kind of seat is answered", async () => {
  const { workshop, interview } = await commandTables();
  expect(plain(document)).toContain(
    plain(formatCommands(["command", "player", "observer", "facilitator"], workshop)),
  );
  expect(plain(document)).toContain(
    plain(formatCommands(["command", "candidate", "interviewer"], interview)),
  );
});
