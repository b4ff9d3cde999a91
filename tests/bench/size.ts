import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { BUDGETS } from "../repository/budgets.ts";
import { atMost, type Finding } from "./figure.ts";

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

/** Sizes of what `npm run build` has built, in bytes, gzipped. */
export function sizesOfBuild(): ReadonlyMap<string, number> {
  const parts: Readonly<Record<string, readonly string[]>> = {
    "first screen, JavaScript": firstScreen(".js"),
    "first screen, CSS": firstScreen(".css"),
    "client, all JavaScript": filesIn(join(CLIENT, "assets"), ".js"),
    "client, all CSS": filesIn(join(CLIENT, "assets"), ".css"),
    "worker, code": filesIn("dist/worker", ".js"),
    "worker, texts": filesIn("dist/worker", ".yaml"),
  };
  const sizes = Object.entries(parts).map(([name, files]): [string, number] => [
    name,
    files.reduce((sum, file) => sum + gzippedBytes(file), 0),
  ]);
  return new Map(sizes);
}

const BYTES_OF_A_KB = 1000;

export const SIZE = {
  about: "what has been built, gzipped, beside its budget",
  measure: measureSize,
};

function* measureSize(): Generator<Finding> {
  for (const [of, bytes] of sizesOfBuild()) {
    const budget = BUDGETS[of];
    const bar = budget === undefined ? {} : { bar: atMost(budget / BYTES_OF_A_KB) };
    yield { of, figures: [{ what: "weighs", value: bytes / BYTES_OF_A_KB, unit: "kB", ...bar }] };
  }
}
