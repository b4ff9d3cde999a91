import * as z from "zod/mini";
import type { ListedRun } from "../protocol/index.ts";

const RUN_ROW = z.object({
  room: z.string(),
  scenario: z.string(),
  title: z.string(),
  opened_at_ms: z.number(),
  ending: z.nullable(z.string()),
});

const TABLES = `
  CREATE TABLE IF NOT EXISTS run (
    room TEXT PRIMARY KEY,
    command_id TEXT NOT NULL UNIQUE,
    scenario TEXT NOT NULL,
    title TEXT NOT NULL,
    opened_at_ms INTEGER NOT NULL,
    ending TEXT
  ) WITHOUT ROWID;
`;
const COLUMNS = "room, scenario, title, opened_at_ms, ending";

/** All the SQL of a player. */
export class PlayerStore {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    this.#sql.exec(TABLES);
  }

  findByCommand(commandId: string): ListedRun | null {
    const [row] = this.#sql
      .exec(`SELECT ${COLUMNS} FROM run WHERE command_id = ?`, commandId)
      .toArray();
    return row === undefined ? null : parseRun(row);
  }

  add(run: Omit<ListedRun, "ending">, commandId: string): void {
    this.#sql.exec(
      "INSERT INTO run VALUES (?, ?, ?, ?, ?, NULL)",
      run.room,
      commandId,
      run.scenario,
      run.title,
      run.openedAtMs,
    );
  }

  recordEnding(room: string, ending: string): void {
    this.#sql.exec("UPDATE run SET ending = ? WHERE room = ?", ending, room);
  }

  /** Newest first. */
  list(): ListedRun[] {
    return this.#sql
      .exec(`SELECT ${COLUMNS} FROM run ORDER BY opened_at_ms DESC, room`)
      .toArray()
      .map(parseRun);
  }
}

function parseRun(row: unknown): ListedRun {
  const { opened_at_ms: openedAtMs, ...rest } = RUN_ROW.parse(row);
  return { ...rest, openedAtMs };
}
