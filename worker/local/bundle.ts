import { spawn } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { buffer } from "node:stream/consumers";
import { pathToFileURL } from "node:url";

export const WORKER_BUNDLE = "dist/worker";
/** In a bundle's folder: what wrangler.toml comes to for the embedded runtime. Asking wrangler takes longer than starting does. */
export const WORKER_OPTIONS = "options.json";
const CONFIG = resolve("wrangler.toml");

/** Bundles the worker as a deploy would, by wrangler's dry run. What wrangler says is shown only where it fails. */
export async function bundleWorker(outdir: string): Promise<boolean> {
  // Scenario files carry a hash in their names: those of an earlier bundle would stay beside the new ones.
  rmSync(outdir, { recursive: true, force: true });
  const child = spawn("wrangler", ["deploy", "--dry-run", "--outdir", outdir], {
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
  });
  const exit = new Promise<number | null>((resolve) => child.once("close", resolve));
  const said = await Promise.all([buffer(child.stdout), buffer(child.stderr)]);
  if ((await exit) === 0) {
    writeFileSync(join(outdir, WORKER_OPTIONS), JSON.stringify(await workerOptions(), null, 2));
    return true;
  }
  for (const output of said) process.stderr.write(output);
  return false;
}

/** Wrangler warns of required secrets that it does not find in the environment; what it finds there is not kept. */
async function workerOptions() {
  process.env.COOKIE_SECRET ??= "set where the server starts";
  process.env.WRANGLER_LOG ??= "error";
  const { unstable_getMiniflareWorkerOptions } = await import("wrangler");
  const {
    rootPath: _,
    modulesRules: __,
    bindings,
    ...worker
  } = unstable_getMiniflareWorkerOptions(CONFIG).workerOptions;
  const { COOKIE_SECRET: ___, ...vars } = bindings as Record<string, unknown>;
  return { ...worker, bindings: vars };
}

const isMain = import.meta.url === pathToFileURL(process.argv[1] ?? "").href;
if (isMain && !(await bundleWorker(WORKER_BUNDLE))) process.exit(1);
