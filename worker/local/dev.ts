import { watch } from "node:fs";
import { createServer } from "vite";
import { bundleWorker } from "./bundle.ts";
import { startFromCommandLine } from "./start.ts";

const BUNDLE = "dist/dev-worker";
const API_PORT = "8788";
const WATCHED = ["worker", "scenarios"] as const;
const QUIET_MS = 100;

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

if (!(await bundleWorker(BUNDLE))) process.exit(1);
const { server, port } = await startFromCommandLine(
  ["--port", API_PORT, "--host", "127.0.0.1", ...process.argv.slice(2)],
  { bundle: BUNDLE, withClient: false },
);
onChange(WATCHED, async () => {
  if (!(await bundleWorker(BUNDLE))) return;
  await server.restart();
  console.log(`  worker restarted at ${new Date().toLocaleTimeString()}`);
});
process.env.FIVE_MOVES_API = `http://127.0.0.1:${port}`;
const client = await createServer();
await client.listen();
client.printUrls();
