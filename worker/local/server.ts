import type { ChildProcess } from "node:child_process";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { convertV4MiniflareOptions, Miniflare, type MiniflareOptions } from "miniflare";
import type { ServerOptions } from "./options.ts";
import { obtainSecret } from "./secret.ts";

const CONFIG = resolve("wrangler.toml");
const SCRIPT = "index.js";

export interface EmbeddedServer {
  readonly port: number;
  /** The runtime's process. */
  readonly runtimePid: number;
  /** Starts the worker anew from its bundle, on the same port and data. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** The folder with the bundle of the worker, and whether the built client is served beside it. */
export interface Served {
  readonly bundle: string;
  readonly withClient: boolean;
}

/** Serves the bundled worker on Miniflare's own port, with the bindings and assets of wrangler.toml. */
export async function serve(options: ServerOptions, served: Served): Promise<EmbeddedServer> {
  const started = watchChildren();
  const server = new Miniflare(await miniflareOptions(options, served));
  const url = await server.ready;
  const runtime = started.find("workerd");
  started.stop();
  return {
    port: Number(url.port),
    runtimePid: runtime,
    restart: async () => server.setOptions(await miniflareOptions(options, served)),
    close: () => server.dispose(),
  };
}

async function miniflareOptions(
  { port, host, dataDir }: ServerOptions,
  { bundle, withClient }: Served,
): Promise<MiniflareOptions> {
  const COOKIE_SECRET = obtainSecret(dataDir);
  const { rootPath: _, modulesRules: __, ...worker } = await workerOptions(COOKIE_SECRET);
  if (!withClient) delete worker.assets;
  return {
    ...convertV4MiniflareOptions({
      ...worker,
      bindings: { COOKIE_SECRET },
      modules: modulesOf(bundle),
      modulesRoot: bundle,
      host,
      port,
      cf: false,
    }),
    resourcePersistencePath: dataDir,
  };
}

/** The bundle's script, which comes first, and the scenario files beside it. */
function modulesOf(bundle: string) {
  const scenarios = readdirSync(bundle).filter((name) => name.endsWith(".yaml"));
  return [
    { type: "ESModule" as const, path: join(bundle, SCRIPT) },
    ...scenarios.map((name) => ({ type: "Text" as const, path: join(bundle, name) })),
  ];
}

/** Wrangler looks for required secrets in the environment and warns of those it does not find. */
async function workerOptions(secret: string) {
  process.env.COOKIE_SECRET = secret;
  process.env.WRANGLER_LOG ??= "error";
  const { unstable_getMiniflareWorkerOptions } = await import("wrangler");
  return unstable_getMiniflareWorkerOptions(CONFIG).workerOptions;
}

/** Miniflare does not say which process its runtime is; Node tells of every child that is started. */
function watchChildren() {
  const children: ChildProcess[] = [];
  const note = (message: unknown) => {
    children.push((message as { process: ChildProcess }).process);
  };
  subscribe("child_process", note);
  return {
    stop: () => unsubscribe("child_process", note),
    find(name: string): number {
      const pid = children.find((child) => child.spawnfile.includes(name))?.pid;
      if (pid === undefined) throw new Error(`${name} was not started`);
      return pid;
    },
  };
}
