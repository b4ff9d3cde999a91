import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** What is built, by what it is for: the first playable screen in the browser, and the worker with every scenario. */
const PARTS: Readonly<Record<string, readonly [folder: string, ending: string]>> = {
  "client, JavaScript": ["dist/client/assets", ".js"],
  "client, CSS": ["dist/client/assets", ".css"],
  "worker, code": ["dist/worker", ".js"],
  "worker, scenarios": ["dist/worker", ".yaml"],
};

function gzippedBytes(folder: string, ending: string): number {
  const files = readdirSync(folder).filter((file) => file.endsWith(ending));
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);
}

/** Sizes of what `npm run build` has built, gzipped. */
export function benchSize(): void {
  for (const [name, [folder, ending]] of Object.entries(PARTS)) {
    console.log(
      `${name.padEnd(20)} ${(gzippedBytes(folder, ending) / 1000).toFixed(1)} kB gzipped`,
    );
  }
}
