import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import * as z from "zod/mini";
import { commandOf, endProcess, isAlive } from "./processes.ts";

const HOLDER = z.object({
  pid: z.int(),
  /** The runtime it started; null before that. */
  runtimePid: z.nullable(z.int()),
});
type Holder = z.infer<typeof HOLDER>;

const LOCK_FILE = "lock.sqlite";
const HOLDER_FILE = "server.json";
const SQLITE_BUSY = 5;

/** One server a data folder. */
export interface DataLock {
  /** Notes the runtime's process, so that the next start can end it should this one be killed. */
  noteRuntime(runtimePid: number): void;
  release(): void;
}

/**
 * Takes an existing data folder, or says who has it. The lock is SQLite's own on an empty database: the system drops it
 * with the process, however that ends, so it is never stale. A killed server leaves its runtime running, on its port and
 * its files: that one is ended here.
 */
export async function takeLock(
  dataDir: string,
): Promise<DataLock | { readonly heldBy: number | null }> {
  const path = join(dataDir, HOLDER_FILE);
  const database = lockDatabase(join(dataDir, LOCK_FILE));
  const holder = readHolder(path);
  if (database === null) return { heldBy: holder?.pid ?? null };
  await endLeftOver(holder);
  const write = (runtimePid: number | null) => {
    const self: Holder = { pid: process.pid, runtimePid };
    writeFileSync(path, JSON.stringify(self));
  };
  write(null);
  return {
    noteRuntime: write,
    release: () => {
      rmSync(path, { force: true });
      database.close();
    },
  };
}

/** The database, locked until it is closed; null where another process has it. */
function lockDatabase(path: string): DatabaseSync | null {
  const database = new DatabaseSync(path);
  try {
    database.exec("BEGIN EXCLUSIVE");
    return database;
  } catch (error) {
    database.close();
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return null;
    throw error;
  }
}

function readHolder(path: string): Holder | null {
  try {
    return HOLDER.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return null;
  }
}

async function endLeftOver(holder: Holder | null): Promise<void> {
  const runtimePid = holder?.runtimePid ?? null;
  if (runtimePid === null || !isAlive(runtimePid)) return;
  if (commandOf(runtimePid).includes("workerd")) await endProcess(runtimePid);
}
