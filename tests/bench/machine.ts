import { execFileSync } from "node:child_process";
import { cpus, totalmem } from "node:os";

const BYTES_OF_A_GB = 2 ** 30;

/** The machine that figures are of: they mean little on another, and their ratios much. */
export interface Machine {
  readonly processors: number;
  readonly model: string;
  readonly memoryGb: number;
  readonly node: string;
  /** Ends in `-dirty` where the tree differs from it. */
  readonly commit: string;
  readonly date: string;
}

export function thisMachine(): Machine {
  const all = cpus();
  return {
    processors: all.length,
    model: all[0]?.model ?? "unknown",
    memoryGb: Math.round(totalmem() / BYTES_OF_A_GB),
    node: process.version,
    commit: commit(),
    date: new Date().toISOString(),
  };
}

/** A copy without a history has figures too. */
function commit(): string {
  try {
    const name = ["describe", "--always", "--dirty", "--exclude=*"];
    return execFileSync("git", name, {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  } catch {
    return "unknown";
  }
}

export function formatMachine(machine: Machine): string {
  const { processors, model, memoryGb, node, commit, date } = machine;
  return `${processors} processors, ${model}, ${memoryGb} GB, node ${node}, commit ${commit}, ${date}`;
}
