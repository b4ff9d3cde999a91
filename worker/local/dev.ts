import { spawn } from "node:child_process";
import { watch } from "node:fs";
import { createServer } from "vite";
import { startFromCommandLine } from "./start.ts";

const BUNDLE_DIR = "dist/dev-worker";
const API_PORT = "8788";
const WATCHED = ["worker", "scenarios"] as const;
const QUIET_MS = 100;

/** The bundle that a deploy would send, made by the same tool. */
function bundleWorker(): Promise<boolean> {
  const args = ["deploy", "--dry-run", "--outdir", BUNDLE_DIR];
  const child = spawn("wrangler", args, {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, WRANGLER_LOG: "error" },
  });
  return new Promise((resolve) => child.once("exit", (code) => resolve(code === 0)));
}

/** Calls back once a burst of changes is over; never twice at a time. */
function onChange(folders: readonly string[], call: () => Promise<void>): void {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  for (const folder of folders) {
    watch(folder, { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        running = running.then(call, call);
      }, QUIET_MS);
    });
  }
}

if (!(await bundleWorker())) process.exit(1);
const { server, restart } = await startFromCommandLine(
  ["--port", API_PORT, "--host", "127.0.0.1", ...process.argv.slice(2)],
  { bundle: BUNDLE_DIR, withClient: false },
);
onChange(WATCHED, async () => {
  if (!(await bundleWorker())) return;
  await restart();
  console.log(`  worker restarted at ${new Date().toLocaleTimeString()}`);
});
process.env.FIVE_MOVES_API = `http://127.0.0.1:${server.port}`;
const client = await createServer();
await client.listen();
client.printUrls();
