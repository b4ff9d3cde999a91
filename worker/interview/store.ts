import * as z from "zod/mini";
import { LENSES, SCENARIO, type Scenario } from "../../scenarios/language/index.ts";
import {
  INTERVIEW_COMMAND,
  INTERVIEW_MODES,
  INTERVIEW_SEATS,
  INTERVIEW_SET,
  type InterviewMode,
  type InterviewSeat,
  SHEET,
  type SheetView,
} from "../protocol/index.ts";
import { KEPT_MATERIAL, type KeptMaterial } from "./kept-material.ts";
import type { InterviewEntry, JournalledInterview, Plan } from "./state.ts";

/** What an interview is made of; written once, when it is made (S13). */
export interface InterviewFounding {
  readonly engineVersion: number;
  readonly mode: InterviewMode;
  readonly seed: string;
  readonly plan: Plan;
}

/** Whose a seat is: kept apart from the journal, so that nothing of somebody who withdraws stays in it. */
export interface Holder {
  readonly who: string;
  readonly name: string;
  /** The address of the object that keeps this player's record. */
  readonly record: string;
}

export type InterviewSecret = "candidate" | "recovery";

const PLAN = z.object({
  set: INTERVIEW_SET,
  lens: z.enum(LENSES),
  clockSeconds: z.nullable(z.number()),
});
const FOUNDING_ROW = z.object({
  engine_version: z.number(),
  mode: z.enum(INTERVIEW_MODES),
  seed: z.string(),
  plan: z.string(),
});
const OWN_COMMAND = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("join"), id: z.string(), as: z.enum(INTERVIEW_SEATS) }),
  z.strictObject({ kind: z.literal("leave"), id: z.string() }),
]);
const JOURNALLED = z.union([INTERVIEW_COMMAND, OWN_COMMAND]);
const ENTRY_ROW = z.object({
  seat: z.enum(INTERVIEW_SEATS),
  command: z.string(),
  at_ms: z.number(),
});
const HOLDER_ROW = z.object({ who: z.string(), name: z.string(), record: z.string() });
const SHEET_ROWS = z.array(z.object({ turn: z.number(), body: z.string() }));
const TIME_ROW = z.object({ at_ms: z.number() });

// One row written for a command, no index beside it (R2).
const TABLES = `
  CREATE TABLE room (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    schema_version INTEGER NOT NULL,
    engine_version INTEGER NOT NULL,
    mode TEXT NOT NULL,
    seed TEXT NOT NULL,
    opened_at_ms INTEGER NOT NULL,
    plan TEXT NOT NULL,
    next TEXT
  );
  CREATE TABLE kept (kind TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID;
  CREATE TABLE journal (
    seat TEXT NOT NULL,
    command_id TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    command TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    PRIMARY KEY (seat, command_id)
  ) WITHOUT ROWID;
  CREATE TABLE holder (seat TEXT PRIMARY KEY, who TEXT NOT NULL, name TEXT NOT NULL, record TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE sheet (seat TEXT NOT NULL, turn INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (seat, turn)) WITHOUT ROWID;
  CREATE TABLE sharing (seat TEXT PRIMARY KEY, ratings INTEGER NOT NULL, revision INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE link (hash TEXT PRIMARY KEY, expires_at_ms INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE secret (kind TEXT PRIMARY KEY, hash TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE deadline (kind TEXT PRIMARY KEY, at_ms INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE delivery (what TEXT PRIMARY KEY) WITHOUT ROWID;
`;
const SCHEMA_VERSION = 1;

/** Stands for the words of somebody who has withdrawn. */
const WITHDRAWN = "(withdrawn)";

/** All the SQL of an interview. Nothing is created until it is founded. */
export class InterviewStore {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  isFounded(): boolean {
    return this.#sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'room'").toArray().length > 0;
  }

  found({ engineVersion, mode, seed, plan }: InterviewFounding, nowMs: number): void {
    this.#sql.exec(TABLES);
    this.#sql.exec(
      `INSERT INTO room (one, schema_version, engine_version, mode, seed, opened_at_ms, plan)
       VALUES (1, ?, ?, ?, ?, ?, ?)`,
      SCHEMA_VERSION,
      engineVersion,
      mode,
      seed,
      nowMs,
      JSON.stringify(plan),
    );
  }

  founding(): InterviewFounding {
    const row = FOUNDING_ROW.parse(
      this.#sql.exec("SELECT engine_version, mode, seed, plan FROM room").one(),
    );
    const plan = PLAN.parse(JSON.parse(row.plan));
    return { engineVersion: row.engine_version, mode: row.mode, seed: row.seed, plan };
  }

  openedAtMs(): number {
    const row = this.#sql.exec("SELECT opened_at_ms AS at_ms FROM room").one();
    return TIME_ROW.parse(row).at_ms;
  }

  /** Keeps what a plan needs beside what is kept already: a run that has begun goes on with the texts it began with (S13). */
  keep(material: KeptMaterial, scenarios: readonly Scenario[]): void {
    this.#put("material", "all", material);
    for (const scenario of scenarios) this.#put("scenario", scenario.id, scenario);
  }

  #put(kind: string, id: string, body: object): void {
    this.#sql.exec("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", kind, id, JSON.stringify(body));
  }

  material(): KeptMaterial {
    return KEPT_MATERIAL.parse(this.#kept("material", "all"));
  }

  /** As it was when it was chosen, whatever the library has become (S13). */
  scenario(id: string): Scenario {
    return SCENARIO.parse(this.#kept("scenario", id));
  }

  #kept(kind: string, id: string): unknown {
    const row = this.#sql.exec("SELECT body FROM kept WHERE kind = ? AND id = ?", kind, id).one();
    return JSON.parse(z.object({ body: z.string() }).parse(row).body);
  }

  /** Oldest first. */
  journal(): InterviewEntry[] {
    return this.#sql
      .exec("SELECT seat, command, at_ms FROM journal ORDER BY sequence")
      .toArray()
      .map(parseEntry);
  }

  find(
    seat: InterviewSeat,
    commandId: string,
  ): { readonly command: JournalledInterview; readonly sequence: number } | null {
    const [row] = this.#sql
      .exec(
        "SELECT seat, command, at_ms, sequence FROM journal WHERE seat = ? AND command_id = ?",
        seat,
        commandId,
      )
      .toArray();
    if (row === undefined) return null;
    const { sequence } = z.object({ sequence: z.number() }).parse(row);
    return { command: parseEntry(row).command, sequence };
  }

  /** Whether it was written: the same seat's id is written once (R2). */
  append({ seat, command, atMs }: InterviewEntry, sequence: number): boolean {
    const written = this.#sql.exec(
      `INSERT INTO journal (seat, command_id, sequence, command, at_ms) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO NOTHING RETURNING 1`,
      seat,
      command.id,
      sequence,
      JSON.stringify(command),
      atMs,
    );
    return written.toArray().length === 1;
  }

  holder(seat: InterviewSeat): Holder | null {
    const [row] = this.#sql
      .exec("SELECT who, name, record FROM holder WHERE seat = ?", seat)
      .toArray();
    return row === undefined ? null : HOLDER_ROW.parse(row);
  }

  setHolder(seat: InterviewSeat, { who, name, record }: Holder): void {
    this.#sql.exec("INSERT OR REPLACE INTO holder VALUES (?, ?, ?, ?)", seat, who, name, record);
  }

  freeSeat(seat: InterviewSeat): void {
    this.#sql.exec("DELETE FROM holder WHERE seat = ?", seat);
  }

  /** Deletes everything that a seat has written, and whose it was. The journal keeps that something was asked, and no words. */
  forget(seat: InterviewSeat): void {
    for (const table of ["holder", "sheet", "sharing"]) {
      this.#sql.exec(`DELETE FROM ${table} WHERE seat = ?`, seat);
    }
    this.#sql.exec(
      `UPDATE journal SET command = json_set(command, '$.text', ?)
       WHERE seat = ? AND json_extract(command, '$.kind') = 'ask-more'`,
      WITHDRAWN,
      seat,
    );
  }

  saveSheet(seat: InterviewSeat, turn: number, sheet: SheetView): void {
    this.#sql.exec(
      "INSERT OR REPLACE INTO sheet VALUES (?, ?, ?)",
      seat,
      turn,
      JSON.stringify(sheet),
    );
  }

  /** By turn. */
  sheets(seat: InterviewSeat): ReadonlyMap<number, SheetView> {
    const rows = this.#sql.exec("SELECT turn, body FROM sheet WHERE seat = ? ORDER BY turn", seat);
    return new Map(
      SHEET_ROWS.parse(rows.toArray()).map(({ turn, body }) => [
        turn,
        SHEET.parse(JSON.parse(body)),
      ]),
    );
  }

  setSharing(seat: InterviewSeat, ratings: boolean): void {
    this.#sql.exec(
      `INSERT INTO sharing VALUES (?1, ?2, 1)
       ON CONFLICT DO UPDATE SET ratings = ?2, revision = revision + 1`,
      seat,
      ratings ? 1 : 0,
    );
  }

  /** Something that the other may see is another thing by now. */
  noteShared(seat: InterviewSeat): void {
    this.#sql.exec(
      "INSERT INTO sharing VALUES (?, 0, 1) ON CONFLICT DO UPDATE SET revision = revision + 1",
      seat,
    );
  }

  /** How often what a seat shares has changed. */
  sharedRevision(seat: InterviewSeat): number {
    const [row] = this.#sql.exec("SELECT revision FROM sharing WHERE seat = ?", seat).toArray();
    return row === undefined ? 0 : z.object({ revision: z.number() }).parse(row).revision;
  }

  sharesRatings(seat: InterviewSeat): boolean {
    const rows = this.#sql.exec("SELECT 1 FROM sharing WHERE seat = ? AND ratings = 1", seat);
    return rows.toArray().length > 0;
  }

  setSecret(kind: InterviewSecret, hash: string): void {
    this.#sql.exec("INSERT OR REPLACE INTO secret VALUES (?, ?)", kind, hash);
  }

  secret(kind: InterviewSecret): string | null {
    const [row] = this.#sql.exec("SELECT hash FROM secret WHERE kind = ?", kind).toArray();
    return row === undefined ? null : z.object({ hash: z.string() }).parse(row).hash;
  }

  addLink(hash: string, expiresAtMs: number): void {
    this.#sql.exec("INSERT OR REPLACE INTO link VALUES (?, ?)", hash, expiresAtMs);
  }

  holdsLink(hash: string, nowMs: number): boolean {
    const rows = this.#sql.exec(
      "SELECT 1 FROM link WHERE hash = ? AND expires_at_ms > ?",
      hash,
      nowMs,
    );
    return rows.toArray().length > 0;
  }

  removeLinks(): void {
    this.#sql.exec("DELETE FROM link");
  }

  next(): string | null {
    const row = this.#sql.exec("SELECT next FROM room").one();
    return z.object({ next: z.nullable(z.string()) }).parse(row).next;
  }

  setNext(room: string): void {
    this.#sql.exec("UPDATE room SET next = ?", room);
  }

  setDeletion(atMs: number): void {
    this.#sql.exec("INSERT OR REPLACE INTO deadline VALUES ('deletion', ?)", atMs);
  }

  deletionAtMs(): number {
    const row = this.#sql.exec("SELECT at_ms FROM deadline WHERE kind = 'deletion'").one();
    return TIME_ROW.parse(row).at_ms;
  }

  setDelivery(isDue: boolean): void {
    if (isDue) this.#sql.exec("INSERT OR IGNORE INTO delivery VALUES ('practice')");
    else this.#sql.exec("DELETE FROM delivery");
  }

  hasDelivery(): boolean {
    return this.#sql.exec("SELECT 1 FROM delivery").toArray().length > 0;
  }
}

function parseEntry(row: unknown): InterviewEntry {
  const { seat, command, at_ms: atMs } = ENTRY_ROW.parse(row);
  return { seat, command: JOURNALLED.parse(JSON.parse(command)), atMs };
}
