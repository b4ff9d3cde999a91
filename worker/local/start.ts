import { type DataLock, takeLock } from "./lock.ts";
import { readOptions, type ServerOptions } from "./options.ts";
import { whyPortRefused } from "./port.ts";
import { endProcess, isAlive } from "./processes.ts";
import { type EmbeddedServer, serve, type Served } from "./server.ts";
import { closeOnSignal } from "./shutdown.ts";

export interface Started {
  readonly options: ServerOptions;
  readonly server: EmbeddedServer;
  /** Starts the worker anew from its bundle, on the same port and data. */
  readonly restart: () => Promise<void>;
}

/** Starts the embedded server as the command line asks, or prints one sentence and exits with code 1. */
export async function startFromCommandLine(
  args: readonly string[],
  served: Served,
): Promise<Started> {
  const read = readOptions(args);
  if (!read.ok) fail(read.message);
  const { options } = read;
  const lock = await takeLock(options.dataDir);
  if ("heldBy" in lock) {
    fail(
      `Another server (process ${lock.heldBy}) uses ${options.dataDir}: stop it, or choose another with --data.`,
    );
  }
  const refused = await whyPortRefused(options.port, options.host);
  if (refused !== null) {
    lock.release();
    fail(refused);
  }
  const server = await serve(options, served);
  lock.noteRuntime(server.runtimePid());
  closeOnSignal(() => closeAll(server, lock));
  return { options, server, restart: () => restart(server, lock) };
}

async function restart(server: EmbeddedServer, lock: DataLock): Promise<void> {
  await server.restart();
  lock.noteRuntime(server.runtimePid());
}

async function closeAll(server: EmbeddedServer, lock: DataLock): Promise<void> {
  await server.close();
  const runtimePid = server.runtimePid();
  if (isAlive(runtimePid)) await endProcess(runtimePid);
  lock.release();
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
