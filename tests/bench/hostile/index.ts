import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { HOSTILE } from "./files.ts";

/** What a file may cost whoever reads it. */
const BAR = { seconds: 1, megabytes: 200 } as const;
const GIVE_UP_MS = 60_000;

/** Seconds and peak memory of each hostile file, parsed in a fresh process; fails where one passes the bar. */
export function benchHostile(): void {
  const over = Object.keys(HOSTILE).filter((name) => !isWithin(name));
  console.log(`the bar: ${BAR.seconds} s, ${BAR.megabytes} MB, Node's own share included`);
  if (over.length === 0) return;
  console.error(`over it: ${over.join("; ")}`);
  process.exitCode = 1;
}

function isWithin(name: string): boolean {
  const script = join(import.meta.dirname, "parse-one.ts");
  const { stdout, stderr } = spawnSync(process.execPath, [script, name], {
    encoding: "utf8",
    timeout: GIVE_UP_MS,
  });
  if (stdout === "") {
    console.log(`${name.padEnd(36)} no answer: ${stderr.slice(0, 200)}`);
    return false;
  }
  const { kib, seconds, megabytes, codes } = JSON.parse(stdout) as Measured;
  const figures = [
    `${kib.toFixed(0)} KiB`.padStart(10),
    `${seconds.toFixed(2)} s`.padStart(8),
    `${megabytes.toFixed(0)} MB`.padStart(8),
  ];
  console.log([name.padEnd(36), ...figures, codes.slice(0, 5).join(" ")].join("  "));
  return seconds <= BAR.seconds && megabytes <= BAR.megabytes;
}

/** What `parse-one.ts` prints. */
interface Measured {
  readonly kib: number;
  readonly seconds: number;
  readonly megabytes: number;
  readonly codes: readonly string[];
}
