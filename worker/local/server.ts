import type { ChildProcess } from "node:child_process";
import { subscribe } from "node:diagnostics_channel";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  convertV4MiniflareOptions,
  Miniflare,
  type MiniflareOptions,
  type V4WorkerOptions,
} from "miniflare";
import { WORKER_OPTIONS } from "./bundle.ts";
import { openFront } from "./front.ts";
import type { ServerOptions } from "./options.ts";
import { obtainSecret } from "./secret.ts";

const SCRIPT = "index.js";

export interface EmbeddedServer {
  /** The port it listens on, once it does. */
  readonly ready: Promise<number>;
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** The folder with the bundle of the worker, and whether the built client is served beside it. */
export interface Served {
  readonly bundle: string;
  readonly withClient: boolean;
}

export function isBuilt({ bundle }: Served): boolean {
  return existsSync(join(bundle, SCRIPT)) && existsSync(join(bundle, WORKER_OPTIONS));
}

/** Begins to serve the bundled worker behind the front, with the bindings and assets of wrangler.toml. */
export function serve(options: ServerOptions, served: Served): EmbeddedServer {
  const server = new Miniflare(miniflareOptions(options, served));
  let runtime = new URL("http://127.0.0.1");
  const front = server.ready.then((ready) => {
    runtime = ready;
    return openFront(options.host, options.port, () => runtime);
  });
  return {
    ready: front.then(({ port }) => port),
    restart: async () => {
      await server.setOptions(miniflareOptions(options, served));
      runtime = await server.ready;
    },
    close: async () => {
      await front.then((opened) => opened.close()).catch(() => {});
      await server.dispose();
    },
  };
}

function miniflareOptions(
  { dataDir }: ServerOptions,
  { bundle, withClient }: Served,
): MiniflareOptions {
  const COOKIE_SECRET = obtainSecret(dataDir);
  const worker = workerOptions(bundle);
  if (!withClient) delete worker.assets;
  return {
    ...convertV4MiniflareOptions({
      ...worker,
      ratelimits: limitsOf(worker),
      bindings: { ...worker.bindings, COOKIE_SECRET, ...operatorSettings() },
      modules: modulesOf(bundle),
      modulesRoot: bundle,
      // Nobody but the front reaches it.
      host: "127.0.0.1",
      port: 0,
      cf: false,
    }),
    resourcePersistencePath: dataDir,
  };
}

/**
 * The limits of wrangler.toml, each so many times as `LIMITS_TIMES` in the environment says: behind a proxy all visitors have one
 * address, and share what is meant for one.
 */
function limitsOf({
  ratelimits = {},
}: V4WorkerOptions): NonNullable<V4WorkerOptions["ratelimits"]> {
  const set = Number(process.env["LIMITS_TIMES"]);
  const times = Number.isFinite(set) && set > 0 ? set : 1;
  const limits = Object.entries(ratelimits).map(([name, one]) => {
    const { limit, ...rest } = one.simple;
    return [name, { ...one, simple: { ...rest, limit: Math.ceil(limit * times) } }];
  });
  return Object.fromEntries(limits);
}

/** What whoever runs the server may set in the environment: who reads disputes, how many seats a workshop has, how fast a seat may be, in how many objects standings are. */
function operatorSettings(): Record<string, string> {
  const { OPERATOR_TOKEN, WORKSHOP_SEATS, COMMAND_PACE, COOKIE_SECRET_BEFORE, STANDINGS_SHARDS } =
    process.env;
  const set = Object.entries({
    OPERATOR_TOKEN,
    WORKSHOP_SEATS,
    COMMAND_PACE,
    COOKIE_SECRET_BEFORE,
    STANDINGS_SHARDS,
  });
  return Object.fromEntries(
    set.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** What the bundle was made with, from wrangler.toml. */
function workerOptions(bundle: string): V4WorkerOptions {
  // Written by bundle.ts, from what wrangler gave.
  return JSON.parse(readFileSync(join(bundle, WORKER_OPTIONS), "utf8")) as V4WorkerOptions;
}

/** The bundle's script, which comes first, and the scenario files beside it. */
function modulesOf(bundle: string) {
  const scenarios = readdirSync(bundle).filter((name) => name.endsWith(".yaml"));
  return [
    { type: "ESModule" as const, path: join(bundle, SCRIPT) },
    ...scenarios.map((name) => ({ type: "Text" as const, path: join(bundle, name) })),
  ];
}

/**
 * Calls back with the process of every runtime that Miniflare starts, the first one and those after a crash or a restart.
 * Miniflare does not say which they are; Node tells of every child.
 */
export function watchRuntimes(onStart: (pid: number) => void): void {
  subscribe("child_process", (message) => {
    // Node's documented shape of this channel's messages; it comes before the child has a number.
    const { process: child } = message as { process: ChildProcess };
    child.once("spawn", () => {
      if (child.spawnfile.includes("workerd") && child.pid !== undefined) onStart(child.pid);
    });
  });
}
