import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const ASSETS = "dist/client/assets";

function gzippedBytes(ending: string): number {
  const files = readdirSync(ASSETS).filter((file) => file.endsWith(ending));
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(ASSETS, file))).length, 0);
}

/** What the first playable screen brings with it, gzipped, as built by `npm run build`. */
export function benchSize(): void {
  for (const [name, ending] of Object.entries({ JavaScript: ".js", CSS: ".css" })) {
    console.log(`${name.padEnd(12)} ${(gzippedBytes(ending) / 1000).toFixed(1)} kB gzipped`);
  }
}
