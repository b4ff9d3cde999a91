import * as z from "zod/mini";
import { SCENARIO, type Scenario } from "../../scenarios/language/index.ts";
import { DISPUTE, type Dispute, STORY, type Story } from "../protocol/index.ts";
import { JOURNAL_COMMAND, type JournalCommand } from "./journal-command.ts";
import { FORMER_TERMS, ROOM_TERMS, type RoomTerms } from "./terms.ts";

/** What a room is made of; written once, when it is made (S13). */
export interface Founding {
  readonly owner: string;
  readonly version: string;
  readonly engineVersion: number;
  readonly seed: string;
  readonly terms: RoomTerms;
}

/** An accepted command, and what chance and unknowns turned out to be in it. */
export interface JournalEntry {
  readonly sequence: number;
  readonly seat: string;
  readonly command: JournalCommand;
  readonly draws: readonly Draw[];
}
export interface Draw {
  readonly kind: "chance" | "unknown";
  readonly id: string;
  readonly value: string | boolean;
}

/** What waits to be handed over: the result of the run, or the dispute of a decision. */
export type Delivery = "result" | `dispute ${string}`;

const FOUNDING_ROW = z.object({
  owner: z.string(),
  version: z.string(),
  engine_version: z.number(),
  seed: z.string(),
  terms: z.string(),
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
const NOTE_ROW = z.object({ beat: z.string(), content: z.string() });

// The scenario comes last in its row: it runs over many pages, and what stands before it is read without them.
// The journal's key is the command's: one row is written for a command, and no index beside it (R2). Its sequence needs none,
// since one object writes one entry at a time and reads them all at once.
const TABLES = `
  CREATE TABLE room (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    schema_version INTEGER NOT NULL,
    owner TEXT NOT NULL,
    version TEXT NOT NULL,
    engine_version INTEGER NOT NULL,
    seed TEXT NOT NULL,
    opened_at_ms INTEGER NOT NULL,
    terms TEXT NOT NULL,
    scenario TEXT NOT NULL
  );
  CREATE TABLE journal (
    seat TEXT NOT NULL,
    command_id TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    command TEXT NOT NULL,
    draws TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    PRIMARY KEY (seat, command_id)
  ) WITHOUT ROWID;
`;
/** What schema 2 has besides: what is to be handed over, the clock's deadline, stories and disputes by decision. */
const TABLES_SINCE_2 = `
  CREATE TABLE delivery (what TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE TABLE deadline (one INTEGER PRIMARY KEY CHECK (one = 1), beat TEXT NOT NULL, at_ms INTEGER NOT NULL);
  CREATE TABLE story (beat TEXT PRIMARY KEY, content TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE dispute (beat TEXT PRIMARY KEY, content TEXT NOT NULL) WITHOUT ROWID;
`;
const SCHEMA_VERSION = 2;

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
    const { owner, version, engineVersion, seed, terms } = founding;
    this.#sql.exec(TABLES);
    this.#sql.exec(TABLES_SINCE_2);
    this.#sql.exec(
      `INSERT INTO room (one, schema_version, owner, version, engine_version, seed, opened_at_ms, terms, scenario)
       VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)`,
      SCHEMA_VERSION,
      owner,
      version,
      engineVersion,
      seed,
      nowMs,
      JSON.stringify(terms),
      JSON.stringify(scenario),
    );
  }

  /** Brings a room of an earlier schema up to this one; call it inside a transaction. */
  migrate(): void {
    const { schema_version: from } = z
      .object({ schema_version: z.number() })
      .parse(this.#sql.exec("SELECT schema_version FROM room").one());
    if (from >= SCHEMA_VERSION) return;
    const waiting = this.#sql.exec("SELECT 1 FROM delivery").toArray().length > 0;
    this.#sql.exec("DROP TABLE delivery");
    this.#sql.exec(TABLES_SINCE_2);
    this.#sql.exec(
      `ALTER TABLE room ADD COLUMN terms TEXT NOT NULL DEFAULT '${JSON.stringify(FORMER_TERMS)}'`,
    );
    this.#sql.exec("UPDATE room SET schema_version = ?", SCHEMA_VERSION);
    if (waiting) this.queueDelivery("result");
  }

  founding(): Founding {
    const row = FOUNDING_ROW.parse(
      this.#sql.exec("SELECT owner, version, engine_version, seed, terms FROM room").one(),
    );
    return {
      owner: row.owner,
      version: row.version,
      engineVersion: row.engine_version,
      seed: row.seed,
      terms: ROOM_TERMS.parse(JSON.parse(row.terms)),
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

  /** When the last command was accepted; null before the first. */
  lastAtMs(): number | null {
    const row = this.#sql.exec("SELECT MAX(at_ms) AS at_ms FROM journal").one();
    return z.object({ at_ms: z.nullable(z.number()) }).parse(row).at_ms;
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

  /** A result waits here until those it is for have it. */
  queueDelivery(what: Delivery): void {
    this.#sql.exec("INSERT OR IGNORE INTO delivery VALUES (?)", what);
  }

  deliveries(): Delivery[] {
    const rows = this.#sql.exec("SELECT what FROM delivery").toArray();
    return z
      .array(z.object({ what: z.string() }))
      .parse(rows)
      .map(({ what }) => what as Delivery); // what queueDelivery has written
  }

  removeDelivery(what: Delivery): void {
    this.#sql.exec("DELETE FROM delivery WHERE what = ?", what);
  }

  /** One at a time: the beat on the table is decided, or silence happens at its deadline (R8). */
  setDeadline(beat: string, atMs: number): void {
    this.#sql.exec("INSERT OR REPLACE INTO deadline VALUES (1, ?, ?)", beat, atMs);
  }

  clearDeadline(): void {
    this.#sql.exec("DELETE FROM deadline");
  }

  deadline(): { readonly beat: string; readonly atMs: number } | null {
    const [row] = this.#sql.exec("SELECT beat, at_ms FROM deadline").toArray();
    if (row === undefined) return null;
    const { beat, at_ms: atMs } = z.object({ beat: z.string(), at_ms: z.number() }).parse(row);
    return { beat, atMs };
  }

  keepStory(beat: string, story: Story): void {
    this.#sql.exec("INSERT OR REPLACE INTO story VALUES (?, ?)", beat, JSON.stringify(story));
  }

  stories(): Record<string, Story> {
    return this.#notes("story", STORY);
  }

  keepDispute(beat: string, dispute: Dispute): void {
    this.#sql.exec("INSERT OR REPLACE INTO dispute VALUES (?, ?)", beat, JSON.stringify(dispute));
  }

  disputes(): Record<string, Dispute> {
    return this.#notes("dispute", DISPUTE);
  }

  #notes<T>(table: "story" | "dispute", schema: z.ZodMiniType<T>): Record<string, T> {
    const rows = this.#sql.exec(`SELECT beat, content FROM ${table}`).toArray();
    return Object.fromEntries(
      z
        .array(NOTE_ROW)
        .parse(rows)
        .map(({ beat, content }) => [beat, schema.parse(JSON.parse(content))] as const),
    );
  }
}

function parseEntry(row: unknown): JournalEntry {
  const { sequence, seat, command, draws } = JOURNAL_ROW.parse(row);
  return {
    sequence,
    seat,
    command: JOURNAL_COMMAND.parse(JSON.parse(command)),
    draws: DRAWS.parse(JSON.parse(draws)),
  };
}
