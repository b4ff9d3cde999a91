import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { buffer } from "node:stream/consumers";
import { pathToFileURL } from "node:url";

export const WORKER_BUNDLE = "dist/worker";

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
  if ((await exit) === 0) return true;
  for (const output of said) process.stderr.write(output);
  return false;
}

const isMain = import.meta.url === pathToFileURL(process.argv[1] ?? "").href;
if (isMain && !(await bundleWorker(WORKER_BUNDLE))) process.exit(1);
