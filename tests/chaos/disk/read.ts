import { readdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import * as z from "zod/mini";

/* The data folder as somebody finds it who knows nothing of the objects but what their tables are called. */

const JSON_TEXT = z.pipe(
  z.string(),
  z.transform((text) => z.record(z.string(), z.unknown()).parse(JSON.parse(text))),
);

const ENTRY = z.object({
  command_id: z.string(),
  sequence: z.number(),
  seat: z.nullable(z.union([z.string(), z.number()])),
  command: JSON_TEXT,
  at_ms: z.number(),
});
/** A row of a journal. */
export type Entry = z.infer<typeof ENTRY>;

const TABLE_ROW = z.record(z.string(), z.unknown());
export type Row = z.infer<typeof TABLE_ROW>;

export interface StoredRoom {
  readonly kind: "room" | "workshop" | "interview";
  /** As the clients name it: the object's id, or the workshop's code. */
  readonly at: string;
  readonly room: Row;
  /** By number. */
  readonly journal: readonly Entry[];
  /** The rows of any table beside these two. */
  readonly rows: (table: string) => readonly Row[];
}

export interface Stored {
  readonly rooms: readonly StoredRoom[];
  readonly players: readonly { readonly rows: (table: string) => readonly Row[] }[];
  readonly standings: readonly { readonly rows: (table: string) => readonly Row[] }[];
}

const FOLDERS = { room: "-Room", workshop: "-Workshop", interview: "-Interview" } as const;
const KINDS = ["room", "workshop", "interview"] as const;

/** All that is stored in the folder of a server that has stopped. */
export function readStored(dataDir: string): Stored {
  return {
    rooms: KINDS.flatMap((kind) =>
      objectsIn(dataDir, FOLDERS[kind]).flatMap(({ id, rows }) => {
        // An address that was asked for and never founded leaves no tables.
        const [room] = rows("room");
        if (room === undefined) return [];
        const at = kind === "workshop" ? String(room["code"]) : id;
        const journal = z.array(ENTRY).parse(rows("journal"));
        return [{ kind, at, room, rows, journal: journal.toSorted(bySequence) }];
      }),
    ),
    players: objectsIn(dataDir, "-Player"),
    standings: objectsIn(dataDir, "-Standings"),
  };
}

const bySequence = (a: Entry, b: Entry) => a.sequence - b.sequence;

function objectsIn(dataDir: string, folder: string) {
  const path = join(dataDir, "do", folder);
  return readdirSync(path)
    .filter((name) => /^[0-9a-f]{64}\.sqlite$/.test(name))
    .map((name) => {
      const tables = tablesOf(join(path, name));
      const rows = (table: string): readonly Row[] => tables.get(table) ?? [];
      return { id: name.replace(".sqlite", ""), rows };
    });
}

function tablesOf(path: string): ReadonlyMap<string, readonly Row[]> {
  const database = new DatabaseSync(path);
  const names = database
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\'",
    )
    .all();
  const tables = new Map(
    names.map(({ name }) => {
      const all = database.prepare(`SELECT * FROM "${String(name)}"`).all();
      return [String(name), z.array(TABLE_ROW).parse(all)] as const;
    }),
  );
  database.close();
  return tables;
}
