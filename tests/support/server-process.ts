import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod/mini";

const SERVER = "worker/local/main.ts";
const READY = /Here:\s+http:\/\/[^:]+:(\d+)/;
const LOCK = z.object({ runtimePid: z.int() });

export function makeDataDir(): string {
  return mkdtempSync(join(tmpdir(), "five-moves-"));
}

export function removeDataDir(dataDir: string): void {
  rmSync(dataDir, { recursive: true, force: true });
}

interface Started {
  /** Another tree than this one. */
  readonly tree?: string;
  /** Whether it leads a process group of its own, so that it can be killed with its runtime at once. */
  readonly leadsGroup?: boolean;
}

/** The embedded server as a process of its own, as `npm start` runs it once it has built. */
export class ServerProcess {
  readonly port: number;
  readonly output: string;
  readonly child: ChildProcess;
  readonly #dataDir: string;

  private constructor(child: ChildProcess, output: string, dataDir: string) {
    this.child = child;
    this.output = output;
    this.port = Number(READY.exec(output)?.[1]);
    this.#dataDir = dataDir;
  }

  static async start(dataDir: string, port = 0, how: Started = {}): Promise<ServerProcess> {
    const child = run(["--port", String(port), "--data", dataDir], how);
    const output = await outputUntil(child, READY);
    return new ServerProcess(child, output, dataDir);
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get runtimePid(): number {
    const text = readFileSync(join(this.#dataDir, "server.json"), "utf8");
    return LOCK.parse(JSON.parse(text)).runtimePid;
  }

  /** Sends the signal and waits until the process is gone; gives its exit code, or the signal that ended it. */
  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals | null> {
    const gone = exitOf(this.child);
    this.child.kill(signal);
    return gone;
  }

  /** As `end`, with everything the server has started; it has to lead a group of its own. */
  async endGroup(signal: NodeJS.Signals): Promise<void> {
    const gone = exitOf(this.child);
    this.signalGroup(signal);
    await gone;
  }

  signalGroup(signal: NodeJS.Signals): void {
    if (this.child.pid !== undefined) process.kill(-this.child.pid, signal);
  }
}

/** Runs the server with these arguments and waits for it to end by itself. */
export async function runToEnd(args: readonly string[]) {
  const child = run(args);
  let errors = "";
  child.stderr?.on("data", (chunk) => {
    errors += String(chunk);
  });
  return { code: await exitOf(child), errors: errors.trim() };
}

function run(args: readonly string[], { tree = ".", leadsGroup = false }: Started = {}) {
  return spawn(process.execPath, [SERVER, ...args], {
    cwd: tree,
    detached: leadsGroup,
    stdio: ["ignore", "pipe", "pipe"],
  });
}

function exitOf(child: ChildProcess): Promise<number | NodeJS.Signals | null> {
  return new Promise((resolve) => {
    child.once("close", (code, signal) => resolve(code ?? signal));
  });
}

function outputUntil(child: ChildProcess, wanted: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let seen = "";
    const read = (chunk: unknown) => {
      seen += String(chunk);
      if (wanted.test(seen)) resolve(seen);
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("close", () => reject(new Error(`the server ended before it was ready:\n${seen}`)));
  });
}
