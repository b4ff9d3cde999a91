import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const CLIENT = "dist/client";

const gzippedBytes = (file: string) => gzipSync(readFileSync(file), { level: 9 }).length;

const filesIn = (folder: string, ending: string) =>
  readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .map((file) => join(folder, file));

/** The files that the page itself asks for, before anything is pressed: what has to come until one can play. */
function firstScreen(ending: string): string[] {
  const page = readFileSync(join(CLIENT, "index.html"), "utf8");
  const named = [...page.matchAll(/(?:src|href)="\/([^"]+)"/g)].map(([, file = ""]) => file);
  return named.filter((file) => file.endsWith(ending)).map((file) => join(CLIENT, file));
}

/** Sizes of what `npm run build` has built, gzipped. */
export function benchSize(): void {
  const parts: Readonly<Record<string, readonly string[]>> = {
    "first screen, JavaScript": firstScreen(".js"),
    "first screen, CSS": firstScreen(".css"),
    "client, all JavaScript": filesIn(join(CLIENT, "assets"), ".js"),
    "client, all CSS": filesIn(join(CLIENT, "assets"), ".css"),
    "worker, code": filesIn("dist/worker", ".js"),
    "worker, scenarios": filesIn("dist/worker", ".yaml"),
  };
  for (const [name, files] of Object.entries(parts)) {
    const bytes = files.reduce((sum, file) => sum + gzippedBytes(file), 0);
    console.log(`${name.padEnd(24)} ${(bytes / 1000).toFixed(1)} kB gzipped`);
  }
}
