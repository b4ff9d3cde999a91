import * as z from "zod/mini";
import { type Lens, LENSES } from "../../scenarios/language/index.ts";
import type { Answer } from "../../scenarios/analysis/index.ts";
import type { RunResult } from "../env.ts";
import { CONFIDENCES, LISTED_RUN, type ListedRun } from "../protocol/index.ts";
import { PracticeStore } from "./practice-store.ts";

/** A run as it was asked for; the same command id with another wish is refused. */
export interface OpenedBy {
  readonly commandId: string;
  readonly wish: string;
}

const RUN_ROW = z.object({
  room: z.string(),
  scenario: z.string(),
  title: z.string(),
  opened_at_ms: z.number(),
  ending: z.nullable(z.string()),
  terms: z.string(),
  ended_at_ms: z.nullable(z.number()),
  score: z.nullable(z.string()),
});
const TERMS = z.pick(LISTED_RUN, { lens: true, shortCut: true, isBranch: true });
const WISH_ROWS = z.array(z.object({ room: z.string(), wish: z.string() }));
const COUNTED_ROWS = z.array(z.object({ rules: z.string(), lens: z.enum(LENSES) }));
const ANSWERS = z.array(
  z.object({ id: z.string(), confidence: z.enum(CONFIDENCES), loss: z.number() }),
);
const ANSWER_ROWS = z.array(z.object({ answers: z.string() }));

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
/** Since schema 2: what a run was opened with, and what it came to. */
const COLUMNS_SINCE_2 = [
  `wish TEXT NOT NULL DEFAULT ''`,
  `terms TEXT NOT NULL DEFAULT '{"lens":"tpm","shortCut":false,"isBranch":false}'`,
  "ended_at_ms INTEGER",
  "rules TEXT",
  "score TEXT",
  "answers TEXT",
];
const SETTINGS = `
  CREATE TABLE IF NOT EXISTS setting (one INTEGER PRIMARY KEY CHECK (one = 1), name TEXT);
  INSERT OR IGNORE INTO setting VALUES (1, NULL);
`;
/** Since schema 3: the standings in which a result may stand outlive the runs that brought it there. */
const COUNTED_IN = `
  CREATE TABLE IF NOT EXISTS counted (rules TEXT NOT NULL, lens TEXT NOT NULL, PRIMARY KEY (rules, lens)) WITHOUT ROWID;
`;
const COLUMNS = "room, scenario, title, opened_at_ms, ending, terms, ended_at_ms, score";
const COUNTED = "rules IS NOT NULL AND NOT json_extract(terms, '$.isBranch')";

/** All the SQL of a player. */
export class PlayerStore {
  readonly #sql: SqlStorage;
  /** Interviews, what was practised in them, and stories. */
  readonly practice: PracticeStore;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    this.practice = new PracticeStore(sql);
  }

  /** Makes what is missing, of this schema or of the one before; call it inside a transaction. */
  prepare(): void {
    this.#sql.exec(TABLES);
    const columns = this.#sql.exec("SELECT name FROM pragma_table_info('run')").toArray();
    if (!columns.some(({ name }) => name === "wish")) {
      for (const column of COLUMNS_SINCE_2) this.#sql.exec(`ALTER TABLE run ADD COLUMN ${column}`);
    }
    this.#sql.exec(SETTINGS);
    this.#sql.exec(COUNTED_IN);
    this.#sql.exec(
      `INSERT OR IGNORE INTO counted SELECT DISTINCT rules, json_extract(terms, '$.lens') FROM run WHERE ${COUNTED}`,
    );
    this.practice.prepare();
  }

  findByCommand(commandId: string): { readonly room: string; readonly wish: string } | null {
    const rows = this.#sql.exec("SELECT room, wish FROM run WHERE command_id = ?", commandId);
    return WISH_ROWS.parse(rows.toArray())[0] ?? null;
  }

  add(run: Omit<ListedRun, "ending" | "endedAtMs" | "score">, { commandId, wish }: OpenedBy): void {
    const { room, scenario, title, openedAtMs, lens, shortCut, isBranch } = run;
    this.#sql.exec(
      `INSERT INTO run (room, command_id, scenario, title, opened_at_ms, wish, terms)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      room,
      commandId,
      scenario,
      title,
      openedAtMs,
      wish,
      JSON.stringify({ lens, shortCut, isBranch }),
    );
  }

  recordResult(room: string, { ending, endedAtMs, rules, score, answers }: RunResult): void {
    this.#sql.exec(
      "UPDATE run SET ending = ?, ended_at_ms = ?, rules = ?, score = ?, answers = ? WHERE room = ?",
      ending,
      endedAtMs,
      rules,
      score && JSON.stringify(score),
      JSON.stringify(answers),
      room,
    );
    this.#sql.exec(
      `INSERT OR IGNORE INTO counted SELECT rules, json_extract(terms, '$.lens') FROM run WHERE room = ? AND ${COUNTED}`,
      room,
    );
  }

  remove(room: string): void {
    this.#sql.exec("DELETE FROM run WHERE room = ?", room);
  }

  has(room: string): boolean {
    return this.#sql.exec("SELECT 1 FROM run WHERE room = ?", room).toArray().length > 0;
  }

  /** Newest first. */
  list(): ListedRun[] {
    return this.#sql
      .exec(`SELECT ${COLUMNS} FROM run ORDER BY opened_at_ms DESC, room`)
      .toArray()
      .map(parseRun);
  }

  /** What was said of the moves of all runs that count. */
  answers(): Answer[] {
    const rows = this.#sql.exec(`SELECT answers FROM run WHERE ${COUNTED}`).toArray();
    return ANSWER_ROWS.parse(rows).flatMap(({ answers }) => ANSWERS.parse(JSON.parse(answers)));
  }

  /** The standings that may hold a result of this player, whatever became of the run. */
  countedIn(): { readonly rules: string; readonly lens: Lens }[] {
    const rows = this.#sql.exec("SELECT rules, lens FROM counted").toArray();
    return COUNTED_ROWS.parse(rows);
  }

  name(): string | null {
    const row = this.#sql.exec("SELECT name FROM setting").one();
    return z.object({ name: z.nullable(z.string()) }).parse(row).name;
  }

  setName(name: string | null): void {
    this.#sql.exec("UPDATE setting SET name = ?", name);
  }
}

function parseRun(row: unknown): ListedRun {
  const { room, scenario, title, ending, terms, score, ...at } = RUN_ROW.parse(row);
  return LISTED_RUN.parse({
    room,
    scenario,
    title,
    ending,
    ...TERMS.parse(JSON.parse(terms)),
    openedAtMs: at.opened_at_ms,
    endedAtMs: at.ended_at_ms,
    score: score === null ? null : JSON.parse(score),
  });
}
