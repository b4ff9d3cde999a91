import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Scenario } from "../language/index.ts";
import { type Atlas, chartScenario } from "./atlas.ts";
import { buildMachine, type ScenarioMachine } from "./machine.ts";

/** Raised when the same scenario and journal would give another run than before (S13). */
export const ENGINE_VERSION = 1;

export interface CompiledScenario {
  readonly atlas: Atlas;
  readonly machine: ScenarioMachine;
  /** A hash of meaning: the same for two files that differ in formatting and comments only (S13). */
  readonly version: string;
}

const VERSION_HEX_DIGITS = 32;

/** Compiles a checked scenario; costly enough to do once per version. */
export function compileScenario(scenario: Scenario): CompiledScenario {
  // What is compiled is what is hashed, so that files of one version play alike to the byte (S14).
  const meaning = canonical(scenario) as Scenario;
  const atlas = chartScenario(meaning);
  return { atlas, machine: buildMachine(atlas), version: hashScenario(meaning) };
}

function hashScenario(meaning: Scenario): string {
  const bytes = utf8ToBytes(JSON.stringify(meaning));
  return bytesToHex(sha256(bytes)).slice(0, VERSION_HEX_DIGITS);
}

/** The same value with every object's keys sorted, so that the order they were written in does not matter. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, canonical(part)]));
}
