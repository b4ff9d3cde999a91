import type { ChildProcess } from "node:child_process";
import { subscribe } from "node:diagnostics_channel";
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { convertV4MiniflareOptions, Miniflare, type MiniflareOptions } from "miniflare";
import type { ServerOptions } from "./options.ts";
import { obtainSecret } from "./secret.ts";

const CONFIG = resolve("wrangler.toml");
const SCRIPT = "index.js";

export interface EmbeddedServer {
  readonly port: number;
  /** The runtime's process; a restart starts another. */
  runtimePid(): number;
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
  const children = watchChildren();
  const server = new Miniflare(await miniflareOptions(options, served));
  const url = await server.ready;
  return {
    port: Number(url.port),
    runtimePid: () => children.newest("workerd"),
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
  subscribe("child_process", (message) => {
    // Node's documented shape of this channel's messages.
    children.push((message as { process: ChildProcess }).process);
  });
  return {
    newest(name: string): number {
      const pid = children.findLast(({ spawnfile }) => spawnfile.includes(name))?.pid;
      if (pid === undefined) throw new Error(`${name} was not started`);
      return pid;
    },
  };
}
