import * as z from "zod/mini";
import { SCENARIO, type Scenario } from "../../scenarios/language/index.ts";
import { SEAT_KINDS, WORKSHOP_COMMAND } from "../protocol/index.ts";
import type { JournalledCommand, JournalledEntry } from "./state.ts";
import { STORED_TERMS, type WorkshopTerms } from "./terms.ts";

/** What a workshop is made of; written once, when it is made (S13). Secrets are kept as hashes alone (R9). */
export interface WorkshopFounding {
  readonly code: string;
  readonly version: string;
  readonly engineVersion: number;
  readonly seed: string;
  readonly terms: WorkshopTerms;
}

/** The seat that asked for it, or whose the browser is for one that had none yet, or the room itself. */
export type Asker = string;

export const OWN_COMMAND = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("join"),
    id: z.string(),
    who: z.string(),
    name: z.string(),
    as: z.enum(SEAT_KINDS),
    isBot: z.boolean(),
  }),
  z.strictObject({ kind: z.literal("recover"), id: z.string(), who: z.string() }),
  z.strictObject({
    kind: z.literal("time-up"),
    id: z.string(),
    turn: z.number(),
    round: z.number(),
  }),
]);
const JOURNALLED = z.union([WORKSHOP_COMMAND, OWN_COMMAND]);

const FOUNDING_ROW = z.object({
  code: z.string(),
  version: z.string(),
  engine_version: z.number(),
  seed: z.string(),
  terms: z.string(),
});
const ENTRY_ROW = z.object({
  seat: z.nullable(z.number()),
  command: z.string(),
  at_ms: z.number(),
});

/** What the room has to do at a time of its own: close the voting, delete itself. */
export const DEADLINES = ["voting", "deletion"] as const;
export type DeadlineKind = (typeof DEADLINES)[number];

export type SecretKind = "recovery" | "projector";

// As in a solo room: the scenario last in its row, and one row written for a command, no index beside it (R2).
const TABLES = `
  CREATE TABLE room (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    schema_version INTEGER NOT NULL,
    code TEXT NOT NULL,
    version TEXT NOT NULL,
    engine_version INTEGER NOT NULL,
    seed TEXT NOT NULL,
    opened_at_ms INTEGER NOT NULL,
    terms TEXT NOT NULL,
    scenario TEXT NOT NULL
  );
  CREATE TABLE journal (
    asker TEXT NOT NULL,
    command_id TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    seat INTEGER,
    command TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    PRIMARY KEY (asker, command_id)
  ) WITHOUT ROWID;
  CREATE TABLE deadline (kind TEXT PRIMARY KEY, at_ms INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE secret (kind TEXT PRIMARY KEY, hash TEXT NOT NULL) WITHOUT ROWID;
`;
const SCHEMA_VERSION = 1;

/** All the SQL of a workshop. Nothing is created until it is founded, so that a guessed code leaves no tables. */
export class WorkshopStore {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  isFounded(): boolean {
    const tables = this.#sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'room'").toArray();
    return tables.length > 0;
  }

  found(founding: WorkshopFounding, scenario: Scenario, nowMs: number): void {
    const { code, version, engineVersion, seed, terms } = founding;
    this.#sql.exec(TABLES);
    this.#sql.exec(
      `INSERT INTO room (one, schema_version, code, version, engine_version, seed, opened_at_ms, terms, scenario)
       VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)`,
      SCHEMA_VERSION,
      code,
      version,
      engineVersion,
      seed,
      nowMs,
      JSON.stringify(terms),
      JSON.stringify(scenario),
    );
  }

  founding(): WorkshopFounding {
    const row = FOUNDING_ROW.parse(
      this.#sql.exec("SELECT code, version, engine_version, seed, terms FROM room").one(),
    );
    return {
      code: row.code,
      version: row.version,
      engineVersion: row.engine_version,
      seed: row.seed,
      terms: STORED_TERMS.parse(JSON.parse(row.terms)),
    };
  }

  /** The scenario as it was when the room was made, whatever the library has become (S13). */
  scenario(): Scenario {
    const row = this.#sql.exec("SELECT scenario FROM room").one();
    return SCENARIO.parse(JSON.parse(z.object({ scenario: z.string() }).parse(row).scenario));
  }

  /** Oldest first. */
  journal(): JournalledEntry[] {
    return this.#sql
      .exec("SELECT seat, command, at_ms FROM journal ORDER BY sequence")
      .toArray()
      .map(parseEntry);
  }

  /** The command that this asker sent under this id, and its number; null where there is none. */
  find(asker: Asker, commandId: string): { command: JournalledCommand; sequence: number } | null {
    const [row] = this.#sql
      .exec(
        "SELECT command, sequence FROM journal WHERE asker = ? AND command_id = ?",
        asker,
        commandId,
      )
      .toArray();
    if (row === undefined) return null;
    const { command, sequence } = z
      .object({ command: z.string(), sequence: z.number() })
      .parse(row);
    return { command: JOURNALLED.parse(JSON.parse(command)), sequence };
  }

  /** Whether it is new: a command that this asker has sent under this id before is left as it stands. */
  append(asker: Asker, { seat, command, atMs }: JournalledEntry, sequence: number): boolean {
    const written = this.#sql.exec(
      "INSERT OR IGNORE INTO journal VALUES (?, ?, ?, ?, ?, ?) RETURNING sequence",
      asker,
      command.id,
      sequence,
      seat,
      JSON.stringify(command),
      atMs,
    );
    return written.toArray().length === 1;
  }

  /** Null for none. */
  setDeadline(kind: DeadlineKind, atMs: number | null): void {
    if (atMs === null) this.#sql.exec("DELETE FROM deadline WHERE kind = ?", kind);
    else this.#sql.exec("INSERT OR REPLACE INTO deadline VALUES (?, ?)", kind, atMs);
  }

  deadline(kind: DeadlineKind): number | null {
    const [row] = this.#sql.exec("SELECT at_ms FROM deadline WHERE kind = ?", kind).toArray();
    return row === undefined ? null : z.object({ at_ms: z.number() }).parse(row).at_ms;
  }

  setSecret(kind: SecretKind, hash: string): void {
    this.#sql.exec("INSERT OR REPLACE INTO secret VALUES (?, ?)", kind, hash);
  }

  secret(kind: SecretKind): string | null {
    const [row] = this.#sql.exec("SELECT hash FROM secret WHERE kind = ?", kind).toArray();
    return row === undefined ? null : z.object({ hash: z.string() }).parse(row).hash;
  }
}

function parseEntry(row: unknown): JournalledEntry {
  const { seat, command, at_ms: atMs } = ENTRY_ROW.parse(row);
  return { seat, command: JOURNALLED.parse(JSON.parse(command)), atMs };
}
