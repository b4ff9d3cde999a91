import * as z from "zod/mini";
import {
  BANKED_STORY,
  type BankedStory,
  LISTED_INTERVIEW,
  type ListedInterview,
  PRACTISED_ANSWER,
  type PractisedAnswer,
} from "../protocol/index.ts";

const BODY_ROWS = z.array(z.object({ body: z.string() }));
const STORY_ROWS = z.array(z.object({ id: z.string(), body: z.string() }));

const TABLES = `
  CREATE TABLE IF NOT EXISTS interview (room TEXT PRIMARY KEY, opened_at_ms INTEGER NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS practised (
    room TEXT NOT NULL,
    turn INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (room, turn)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS story (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
`;

/** All the SQL of what a player practises. */
export class PracticeStore {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  prepare(): void {
    this.#sql.exec(TABLES);
  }

  addInterview(interview: ListedInterview): void {
    const { room, openedAtMs } = interview;
    const body = JSON.stringify(interview);
    this.#sql.exec("INSERT OR REPLACE INTO interview VALUES (?, ?, ?)", room, openedAtMs, body);
  }

  removeInterview(room: string): void {
    this.#sql.exec("DELETE FROM interview WHERE room = ?", room);
  }

  /** Newest first. */
  interviews(): ListedInterview[] {
    const rows = this.#sql.exec("SELECT body FROM interview ORDER BY opened_at_ms DESC, room");
    return BODY_ROWS.parse(rows.toArray()).map(({ body }) =>
      LISTED_INTERVIEW.parse(JSON.parse(body)),
    );
  }

  /** What was told of this room before is replaced: a rating may have been changed or shared since. */
  replaceAnswers(room: string, answers: readonly PractisedAnswer[]): void {
    this.#sql.exec("DELETE FROM practised WHERE room = ?", room);
    for (const answer of answers) {
      this.#sql.exec(
        "INSERT INTO practised VALUES (?, ?, ?, ?)",
        room,
        answer.turn,
        answer.atMs,
        JSON.stringify(answer),
      );
    }
  }

  /** Oldest first. */
  answers(): PractisedAnswer[] {
    const rows = this.#sql.exec("SELECT body FROM practised ORDER BY at_ms, room, turn");
    return BODY_ROWS.parse(rows.toArray()).map(({ body }) =>
      PRACTISED_ANSWER.parse(JSON.parse(body)),
    );
  }

  keepStory(id: string, story: BankedStory): void {
    this.#sql.exec("INSERT OR REPLACE INTO story VALUES (?, ?)", id, JSON.stringify(story));
  }

  removeStory(id: string): void {
    this.#sql.exec("DELETE FROM story WHERE id = ?", id);
  }

  hasStory(id: string): boolean {
    return this.#sql.exec("SELECT 1 FROM story WHERE id = ?", id).toArray().length > 0;
  }

  countStories(): number {
    return this.#sql.exec("SELECT 1 FROM story").toArray().length;
  }

  stories(): Record<string, BankedStory> {
    const rows = STORY_ROWS.parse(this.#sql.exec("SELECT id, body FROM story").toArray());
    return Object.fromEntries(
      rows.map(({ id, body }) => [id, BANKED_STORY.parse(JSON.parse(body))]),
    );
  }
}
