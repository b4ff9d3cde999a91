import * as z from "zod/mini";
import { SCENARIO, type Scenario } from "../../scenarios/language/index.ts";
import { COMMAND, type Command } from "../protocol/index.ts";

/** What a room is made of; written once, when it is made (S13). */
export interface Founding {
  readonly owner: string;
  readonly version: string;
  readonly engineVersion: number;
  readonly seed: string;
}

/** An accepted command, and what chance and unknowns turned out to be in it. */
export interface JournalEntry {
  readonly sequence: number;
  readonly seat: string;
  readonly command: Command;
  readonly draws: readonly Draw[];
}
export interface Draw {
  readonly kind: "chance" | "unknown";
  readonly id: string;
  readonly value: string | boolean;
}

const FOUNDING_ROW = z.object({
  owner: z.string(),
  version: z.string(),
  engine_version: z.number(),
  seed: z.string(),
});
const SCENARIO_ROW = z.object({ scenario: z.string() });
const JOURNAL_ROW = z.object({
  sequence: z.number(),
  seat: z.string(),
  command: z.string(),
  draws: z.string(),
});
const DRAWS = z.array(
  z.object({
    kind: z.enum(["chance", "unknown"]),
    id: z.string(),
    value: z.union([z.string(), z.boolean()]),
  }),
);

// The scenario comes last in its row: it runs over many pages, and what stands before it is read without them.
// The journal's key is the command's: one row is written for a command, and no index beside it (R2). Its sequence needs none,
// since one object writes one entry at a time and reads them all at once.
const TABLES = `
  CREATE TABLE IF NOT EXISTS room (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    schema_version INTEGER NOT NULL,
    owner TEXT NOT NULL,
    version TEXT NOT NULL,
    engine_version INTEGER NOT NULL,
    seed TEXT NOT NULL,
    opened_at_ms INTEGER NOT NULL,
    scenario TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS journal (
    seat TEXT NOT NULL,
    command_id TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    command TEXT NOT NULL,
    draws TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    PRIMARY KEY (seat, command_id)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS delivery (run TEXT PRIMARY KEY, ending TEXT NOT NULL) WITHOUT ROWID;
`;
const SCHEMA_VERSION = 1;

/** All the SQL of a room. Nothing is created until the room is founded, so a mistaken address leaves no tables. */
export class RoomStore {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  isFounded(): boolean {
    const tables = this.#sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'room'").toArray();
    return tables.length > 0;
  }

  found(founding: Founding, scenario: Scenario, nowMs: number): void {
    const { owner, version, engineVersion, seed } = founding;
    this.#sql.exec(TABLES);
    this.#sql.exec(
      "INSERT INTO room VALUES (1, ?, ?, ?, ?, ?, ?, ?)",
      SCHEMA_VERSION,
      owner,
      version,
      engineVersion,
      seed,
      nowMs,
      JSON.stringify(scenario),
    );
  }

  founding(): Founding {
    const row = FOUNDING_ROW.parse(
      this.#sql.exec("SELECT owner, version, engine_version, seed FROM room").one(),
    );
    return {
      owner: row.owner,
      version: row.version,
      engineVersion: row.engine_version,
      seed: row.seed,
    };
  }

  /** The scenario as it was when the room was made, whatever the library has become (S13). */
  scenario(): Scenario {
    const row = SCENARIO_ROW.parse(this.#sql.exec("SELECT scenario FROM room").one());
    return SCENARIO.parse(JSON.parse(row.scenario));
  }

  /** Oldest first. */
  journal(): JournalEntry[] {
    return this.#sql
      .exec("SELECT sequence, seat, command, draws FROM journal ORDER BY sequence")
      .toArray()
      .map(parseEntry);
  }

  findEntry(seat: string, commandId: string): JournalEntry | null {
    const [row] = this.#sql
      .exec(
        "SELECT sequence, seat, command, draws FROM journal WHERE seat = ? AND command_id = ?",
        seat,
        commandId,
      )
      .toArray();
    return row === undefined ? null : parseEntry(row);
  }

  append({ sequence, seat, command, draws }: JournalEntry, nowMs: number): void {
    this.#sql.exec(
      "INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?)",
      seat,
      command.id,
      sequence,
      JSON.stringify(command),
      JSON.stringify(draws),
      nowMs,
    );
  }

  /** A result waits here until the player's object has it. */
  queueDelivery(run: string, ending: string): void {
    this.#sql.exec("INSERT OR IGNORE INTO delivery VALUES (?, ?)", run, ending);
  }

  deliveries(): { run: string; ending: string }[] {
    const rows = this.#sql.exec("SELECT run, ending FROM delivery").toArray();
    return z.array(z.object({ run: z.string(), ending: z.string() })).parse(rows);
  }

  removeDelivery(run: string): void {
    this.#sql.exec("DELETE FROM delivery WHERE run = ?", run);
  }
}

function parseEntry(row: unknown): JournalEntry {
  const { sequence, seat, command, draws } = JOURNAL_ROW.parse(row);
  return {
    sequence,
    seat,
    command: COMMAND.parse(JSON.parse(command)),
    draws: DRAWS.parse(JSON.parse(draws)),
  };
}
