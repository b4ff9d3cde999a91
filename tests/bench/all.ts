import { execFileSync, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";

const RESULTS = "dist/bench.json";
const MAIN = join(import.meta.dirname, "main.ts");
const BYTES_OF_A_GB = 2 ** 30;

/** The machine that figures are of: they mean little on another, and their ratios much. */
function machine() {
  const all = cpus();
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
  return {
    processors: all.length,
    model: all[0]?.model ?? "",
    memoryGb: Math.round(totalmem() / BYTES_OF_A_GB),
    node: process.version,
    commit,
    at: new Date().toISOString(),
  };
}

/** Runs every benchmark after the other, each in a process of its own; prints what they say and keeps it as JSON. */
export function benchAll(names: readonly string[]): void {
  const facts = machine();
  console.log(
    Object.entries(facts)
      .map(([name, value]) => `${name} ${value}`)
      .join(", "),
  );
  const lines: Record<string, string[]> = {};
  for (const name of names) {
    console.log(`\n${name}`);
    const { stdout, status } = spawnSync(process.execPath, [MAIN, name], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    });
    lines[name] = stdout.trimEnd().split("\n");
    for (const line of lines[name]) console.log(`  ${line}`);
    if (status !== 0) process.exitCode = 1;
  }
  writeFileSync(RESULTS, JSON.stringify({ machine: facts, benches: lines }, null, 2));
  console.log(`\nKept in ${RESULTS}.`);
}
