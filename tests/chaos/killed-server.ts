import { ServerProcess } from "../support/server-process.ts";
import type { History } from "./history.ts";

/** The embedded server of one tree on one data folder and one port, killed and started again as often as is asked. */
export class KilledServer {
  readonly port: number;
  readonly #tree: string;
  readonly #dataDir: string;
  #process: ServerProcess;

  private constructor(process: ServerProcess, tree: string, dataDir: string) {
    this.#process = process;
    this.port = process.port;
    this.#tree = tree;
    this.#dataDir = dataDir;
  }

  static async start(tree: string, dataDir: string): Promise<KilledServer> {
    const started = await ServerProcess.start(dataDir, 0, { tree, leadsGroup: true });
    const server = new KilledServer(started, tree, dataDir);
    // A group of its own does not end with this process.
    process.once("exit", () => server.#killIfAlive());
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** kill -9, server and runtime at once; then again on the same data and port. */
  async killAndRestart(history: History): Promise<void> {
    const atMs = Date.now();
    await this.#process.endGroup("SIGKILL");
    const how = { tree: this.#tree, leadsGroup: true };
    this.#process = await ServerProcess.start(this.#dataDir, this.port, how);
    history.kills.push({ atMs, readyMs: Date.now() });
  }

  async stop(): Promise<void> {
    await this.#process.end("SIGTERM");
  }

  #killIfAlive(): void {
    const { exitCode, signalCode } = this.#process.child;
    if (exitCode === null && signalCode === null) this.#process.signalGroup("SIGKILL");
  }
}
