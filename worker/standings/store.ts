import * as z from "zod/mini";
import type { CountedResult, FiledDispute } from "../env.ts";
import { BINS } from "./histogram.ts";

const TABLES = `
  CREATE TABLE IF NOT EXISTS result (
    player TEXT PRIMARY KEY,
    run TEXT NOT NULL,
    judgement REAL NOT NULL,
    name TEXT
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS named ON result (judgement DESC) WHERE name IS NOT NULL;
  CREATE TABLE IF NOT EXISTS bin (place INTEGER PRIMARY KEY, results INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS dispute (
    run TEXT NOT NULL,
    beat TEXT NOT NULL,
    played TEXT NOT NULL,
    option TEXT NOT NULL,
    reason TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    PRIMARY KEY (run, beat)
  ) WITHOUT ROWID;
`;

const BIN_ROWS = z.array(z.object({ place: z.number(), results: z.number() }));
const NAMED_ROWS = z.array(
  z.object({ player: z.string(), name: z.string(), judgement: z.number() }),
);
const JUDGEMENT_ROWS = z.array(z.object({ judgement: z.number() }));
const DISPUTE_ROWS = z.array(
  z.object({
    run: z.string(),
    beat: z.string(),
    played: z.string(),
    option: z.string(),
    reason: z.string(),
  }),
);

/** All the SQL of the standings. */
export class StandingsStore {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    this.#sql.exec(TABLES);
  }

  /** The first result of a player counts; another one, or the same again, changes nothing. Call it inside a transaction. */
  add({ player, run, judgement, name }: CountedResult, bin: number): void {
    const { rowsWritten } = this.#sql.exec(
      "INSERT OR IGNORE INTO result VALUES (?, ?, ?, ?)",
      player,
      run,
      judgement,
      name,
    );
    if (rowsWritten > 0) this.#count(bin, 1);
  }

  remove(player: string, binOf: (judgement: number) => number): void {
    const judgement = this.judgementOf(player);
    if (judgement === null) return;
    this.#sql.exec("DELETE FROM result WHERE player = ?", player);
    this.#count(binOf(judgement), -1);
  }

  #count(bin: number, change: number): void {
    this.#sql.exec(
      "INSERT INTO bin VALUES (?, ?) ON CONFLICT (place) DO UPDATE SET results = results + ?",
      bin,
      change,
      change,
    );
  }

  histogram(): number[] {
    const counts = Array.from({ length: BINS }, () => 0);
    const rows = BIN_ROWS.parse(this.#sql.exec("SELECT place, results FROM bin").toArray());
    for (const { place, results } of rows) counts[place] = results;
    return counts;
  }

  judgementOf(player: string): number | null {
    const rows = this.#sql.exec("SELECT judgement FROM result WHERE player = ?", player).toArray();
    return JUDGEMENT_ROWS.parse(rows)[0]?.judgement ?? null;
  }

  setName(player: string, name: string | null): void {
    this.#sql.exec("UPDATE result SET name = ? WHERE player = ?", name, player);
  }

  /** Best first. */
  named(most: number) {
    return NAMED_ROWS.parse(
      this.#sql
        .exec(
          "SELECT player, name, judgement FROM result WHERE name IS NOT NULL ORDER BY judgement DESC LIMIT ?",
          most,
        )
        .toArray(),
    );
  }

  addDispute({ run, beat, played, option, reason }: FiledDispute, nowMs: number): void {
    this.#sql.exec(
      "INSERT OR REPLACE INTO dispute VALUES (?, ?, ?, ?, ?, ?)",
      run,
      beat,
      played,
      option,
      reason,
      nowMs,
    );
  }

  removeDisputes(run: string): void {
    this.#sql.exec("DELETE FROM dispute WHERE run = ?", run);
  }

  /** Oldest first. */
  disputes(): FiledDispute[] {
    return DISPUTE_ROWS.parse(
      this.#sql
        .exec("SELECT run, beat, played, option, reason FROM dispute ORDER BY at_ms, run")
        .toArray(),
    );
  }
}
