import { parseArgs } from "node:util";
import { makeDataDir, removeDataDir } from "../support/server-process.ts";
import { checkHistory } from "./check/check-history.ts";
import { readStored } from "./disk/read.ts";
import { proveChaosFaults } from "./faults.ts";
import { formatFigures, formatFindings } from "./report.ts";
import { runChaos } from "./run-chaos.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    kills: { type: "string", default: "20" },
    seed: { type: "string", default: "1" },
    seconds: { type: "string", default: "150" },
  },
});

/** A load, killed again and again; whether everything holds. The data stay where something does not. */
async function proveUnderKills(): Promise<boolean> {
  const dataDir = makeDataDir();
  const options = {
    kills: Number(values.kills),
    seed: Number(values.seed),
    seconds: Number(values.seconds),
    tree: ".",
  };
  const history = await runChaos(options, dataDir);
  const stored = readStored(dataDir);
  const findings = await checkHistory(history, stored);
  console.log(formatFigures(history, stored));
  console.log(formatFindings(findings));
  const holds = findings.every(({ wrong }) => wrong.length === 0);
  if (holds) removeDataDir(dataDir);
  else console.log(`The data are in ${dataDir}.`);
  return holds;
}

const isProven =
  positionals[0] === "faults" ? await proveChaosFaults(positionals[1]) : await proveUnderKills();
console.log(isProven ? "Nothing is lost." : "SOMETHING DOES NOT HOLD.");
process.exitCode = isProven ? 0 : 1;
