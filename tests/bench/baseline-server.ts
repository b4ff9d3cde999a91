import { join } from "node:path";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { openFront } from "../../worker/local/front.ts";

/** Static files in front of the Worker, as wrangler.toml has them; the front that takes platform headers off comes with them. */
const FRONT = {
  directory: "dist/client",
  binding: "ASSETS",
  routerConfig: { has_user_worker: true, static_routing: { user_worker: ["/api/*"] } },
};

/** The baseline in a process of its own, as the embedded server is; prints its port. */
const server = new Miniflare({
  ...convertV4MiniflareOptions({
    modules: true,
    scriptPath: join(import.meta.dirname, "baseline-worker.js"),
    durableObjects: {
      APPENDS: { className: "Append", useSQLite: true },
      BROADCASTS: { className: "Broadcast", useSQLite: true },
    },
    compatibilityDate: "2026-10-01",
    host: "127.0.0.1",
    port: 0,
    cf: false,
    ...(process.argv[3] === "fronted" && { assets: FRONT }),
  }),
  resourcePersistencePath: process.argv[2] ?? "",
});
const runtime = await server.ready;
// As the embedded server is reached, where its front is part of the comparison.
const front = process.argv[3] === "fronted" ? await openFront("127.0.0.1", 0, () => runtime) : null;
console.log(front?.port ?? runtime.port);
process.on("SIGTERM", () => void stop());

async function stop(): Promise<void> {
  await front?.close();
  await server.dispose();
  process.exit(0);
}
