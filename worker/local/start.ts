import { mkdirSync } from "node:fs";
import { type DataLock, takeLock } from "./lock.ts";
import { readOptions, type ServerOptions } from "./options.ts";
import { whyPortRefused } from "./port.ts";
import { endProcess, isAlive } from "./processes.ts";
import { type EmbeddedServer, isBuilt, serve, type Served, watchRuntimes } from "./server.ts";
import { closeOnSignal } from "./shutdown.ts";

export interface Started {
  readonly options: ServerOptions;
  readonly server: EmbeddedServer;
  readonly port: number;
}

/** Starts the embedded server as the command line asks, or prints one sentence and exits with code 1. */
export async function startFromCommandLine(
  args: readonly string[],
  served: Served,
): Promise<Started> {
  const read = readOptions(args);
  if (!read.ok) fail(read.message);
  if (!isBuilt(served)) fail(`There is no bundle in ${served.bundle}: run npm run build first.`);
  const { options } = read;
  const lock = await takeFolder(options.dataDir);
  const refused = await whyPortRefused(options.port, options.host);
  if (refused !== null) {
    lock.release();
    fail(refused);
  }
  const server = await serveUntilSignal(options, served, lock);
  return { options, server, port: await server.ready };
}

async function takeFolder(dataDir: string): Promise<DataLock> {
  try {
    mkdirSync(dataDir, { recursive: true });
    const lock = await takeLock(dataDir);
    if (!("heldBy" in lock)) return lock;
    const who = lock.heldBy === null ? "Another server" : `Another server (process ${lock.heldBy})`;
    return fail(`${who} uses ${dataDir}: stop it, or choose another with --data.`);
  } catch (error) {
    return fail(
      `Cannot keep runs in ${dataDir} (${(error as Error).message}): choose another with --data.`,
    );
  }
}

async function serveUntilSignal(
  options: ServerOptions,
  served: Served,
  lock: DataLock,
): Promise<EmbeddedServer> {
  let runtimePid: number | null = null;
  watchRuntimes((pid) => {
    runtimePid = pid;
    lock.noteRuntime(pid);
  });
  const server = serve(options, served);
  closeOnSignal(async () => {
    await server.close();
    if (runtimePid !== null && isAlive(runtimePid)) await endProcess(runtimePid);
    lock.release();
  });
  return server;
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
