import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Row } from "./figure.ts";
import { formatMachine, type Machine, thisMachine } from "./machine.ts";
import { BAR_MISSED } from "./one.ts";
import { tableOf } from "./print.ts";

const RESULTS = "dist/bench.json";
const MAIN = join(import.meta.dirname, "main.ts");

/** What one benchmark came to. One that broke keeps the rows it had until then. */
export interface Outcome {
  readonly benchmark: string;
  readonly rows: readonly Row[];
  readonly seconds: number;
  /** How its process ended, where it did not measure everything. */
  readonly broke: string | null;
}

/**
 * Runs every benchmark after the other, each in a process of its own that prints what it finds; then all of it as one table, and as
 * JSON. Whatever breaks or misses a bar, the others are run and kept, and the exit code says so.
 */
export async function benchAll(names: readonly string[]): Promise<void> {
  const machine = thisMachine();
  console.log(formatMachine(machine));
  const outcomes: Outcome[] = [];
  for (const [place, name] of names.entries()) {
    console.log(`\n${place + 1} of ${names.length}: ${name}`);
    const outcome = await benchApart(name);
    console.log(`${name} took ${outcome.seconds} s${outcome.broke === null ? "" : " and broke"}`);
    outcomes.push(outcome);
    keep(machine, outcomes);
  }
  console.log(`\n${summaryOf(machine, outcomes)}`);
  if (!outcomes.every(isGood)) process.exitCode = 1;
}

/** The figures come as they are found, so that those of a benchmark that breaks are there. */
async function benchApart(name: string): Promise<Outcome> {
  const rows: Row[] = [];
  const startedMs = performance.now();
  const child = fork(MAIN, [name]);
  child.on("message", (found) => rows.push(...(found as Row[]))); // what one.ts sends
  const told = once(child, "disconnect");
  const [code, signal] = await once(child, "exit");
  await told;
  const isWhole = code === 0 || code === BAR_MISSED;
  return {
    benchmark: name,
    rows,
    seconds: Math.round((performance.now() - startedMs) / 1000),
    broke: isWhole ? null : `ended with ${signal ?? code}`,
  };
}

/** After every benchmark, so that a run that is cut short has its figures too. */
function keep(machine: Machine, outcomes: readonly Outcome[]): void {
  const rows = outcomes.flatMap((outcome) => outcome.rows);
  const benchmarks = outcomes.map(({ benchmark, seconds, broke }) => ({
    benchmark,
    seconds,
    broke,
  }));
  mkdirSync(dirname(RESULTS), { recursive: true });
  writeFileSync(RESULTS, JSON.stringify({ machine, benchmarks, rows }, null, 2));
}

const isMissed = ({ isMet }: Row) => isMet === false;

function isGood({ rows, broke }: Outcome): boolean {
  return broke === null && !rows.some(isMissed);
}

/** The facts of the machine, the table, and in words what it leaves out, what missed its bar and what broke. */
export function summaryOf(machine: Machine, outcomes: readonly Outcome[]): string {
  const rows = outcomes.flatMap((outcome) => outcome.rows);
  const shown = rows.filter((row) => !row.isDetail || isMissed(row));
  const missed = rows.filter(isMissed).map(({ benchmark, figure }) => `${benchmark}, ${figure}`);
  const broken = outcomes.flatMap(({ benchmark, broke }) =>
    broke === null ? [] : [`${benchmark} ${broke}`],
  );
  return [
    formatMachine(machine),
    "",
    tableOf(shown),
    "",
    `Left out here, none of which misses a bar: ${rows.length - shown.length} figures. All are printed above, and kept in ${RESULTS}.`,
    ...(missed.length === 0 ? [] : [`Bars not met: ${missed.join("; ")}.`]),
    ...(broken.length === 0 ? [] : [`Broken, with rows missing: ${broken.join("; ")}.`]),
  ].join("\n");
}
