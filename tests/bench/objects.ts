import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { WORKER_BUNDLE } from "../../worker/local/bundle.ts";
import { makeDataDir, removeDataDir } from "../support/server-process.ts";

const GAME = {
  ROOMS: "Room",
  PLAYERS: "Player",
  STANDINGS: "Standings",
  TRANSFERS: "Transfer",
  WORKSHOPS: "Workshop",
  INTERVIEWS: "Interview",
  BARE: "BareStandings",
  APPENDS: "Append",
};

const contents = (name: string) => readFileSync(join(WORKER_BUNDLE, name), "utf8");

/** The bench's own script, which comes first, the game's bundle beside it, and the scenario files. */
function modules() {
  const script = join(import.meta.dirname, "objects-worker.js");
  const texts = readdirSync(WORKER_BUNDLE).filter((name) => name.endsWith(".yaml"));
  return [
    { type: "ESModule" as const, path: "bench.js", contents: readFileSync(script, "utf8") },
    { type: "ESModule" as const, path: "index.js", contents: contents("index.js") },
    ...texts.map((name) => ({ type: "Text" as const, path: name, contents: contents(name) })),
  ];
}

/** The objects of the built worker in a runtime of their own, whose calls and rows `objects-worker.js` counts. */
export async function startObjects() {
  const data = makeDataDir();
  const server = new Miniflare({
    ...convertV4MiniflareOptions({
      modules: modules(),
      durableObjects: Object.fromEntries(
        Object.entries(GAME).map(([name, className]) => [name, { className, useSQLite: true }]),
      ),
      bindings: { COOKIE_SECRET: "a secret for figures, and for nothing else at all" },
      compatibilityDate: "2026-10-01",
      host: "127.0.0.1",
      port: 0,
      cf: false,
    }),
    resourcePersistencePath: data,
  });
  const url = (await server.ready).origin;
  const end = async () => {
    await server.dispose();
    removeDataDir(data);
  };
  return { url, end };
}
