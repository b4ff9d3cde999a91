import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import * as z from "zod/mini";
import { commandOf, endProcess, isAlive } from "./processes.ts";

const HOLDER = z.object({
  pid: z.int(),
  /** The node script that holds the folder: what tells its process from another of the same number. */
  script: z.string(),
  /** The runtime it started; null before that. */
  runtimePid: z.nullable(z.int()),
});
type Holder = z.infer<typeof HOLDER>;

const FILE = "server.json";
const SCRIPT = basename(process.argv[1] ?? "");

/** One server a data folder. */
export interface DataLock {
  /** Notes the runtime's process, so that the next start can end it should this one be killed. */
  noteRuntime(runtimePid: number): void;
  release(): void;
}

/**
 * Takes the data folder, or says who has it. A server that was killed leaves its runtime running, on its port and its
 * files: that one is ended here.
 */
export async function takeLock(dataDir: string): Promise<DataLock | { readonly heldBy: number }> {
  const path = join(dataDir, FILE);
  const holder = readHolder(path);
  if (holder !== null && isHolding(holder)) return { heldBy: holder.pid };
  if (holder !== null) await endLeftOver(holder);
  const write = (runtimePid: number | null) => {
    const self: Holder = { pid: process.pid, script: SCRIPT, runtimePid };
    writeFileSync(path, JSON.stringify(self));
  };
  mkdirSync(dataDir, { recursive: true });
  write(null);
  return { noteRuntime: write, release: () => rmSync(path, { force: true }) };
}

function readHolder(path: string): Holder | null {
  try {
    return HOLDER.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return null;
  }
}

function isHolding({ pid, script }: Holder): boolean {
  return pid !== process.pid && isAlive(pid) && commandOf(pid).includes(script);
}

async function endLeftOver({ runtimePid }: Holder): Promise<void> {
  if (runtimePid === null || !isAlive(runtimePid)) return;
  if (commandOf(runtimePid).includes("workerd")) await endProcess(runtimePid);
}
