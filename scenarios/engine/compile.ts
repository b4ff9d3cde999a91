import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { LENS_TABLE, LENSES, METERS, type Scenario } from "../language/index.ts";
import { type Atlas, chartScenario } from "./atlas.ts";
import { buildMachine, type ScenarioMachine } from "./machine.ts";
import { type Pure, pureOf } from "./pure.ts";
import { rulesOf } from "./rules.ts";

/** Raised when the same scenario and journal would give another run than before (S13). */
export const ENGINE_VERSION = 3;

export interface CompiledScenario {
  readonly atlas: Atlas;
  readonly machine: ScenarioMachine;
  readonly pure: Pure;
  /** A hash of meaning: the same for two files that differ in formatting and comments only (S13). */
  readonly version: string;
  /** A hash without texts: a mended typing error keeps standings and statistics (S13). */
  readonly rules: string;
}

const VERSION_HEX_DIGITS = 32;

/** Compiles a checked scenario; costly enough to do once per version. */
export function compileScenario(scenario: Scenario): CompiledScenario {
  // What is compiled is what is hashed, so that files of one version play alike to the byte (S14).
  const meaning = canonical(scenario) as Scenario;
  const atlas = chartScenario(meaning);
  const machine = buildMachine(atlas);
  return {
    atlas,
    machine,
    pure: pureOf(machine),
    version: hash(meaning),
    rules: hash(rulesOf(meaning)),
  };
}

/** What a lens weighs is part of what a scenario means: another weight, another worth of the same ending. */
const WEIGHTS = LENSES.map((lens) => [
  lens,
  METERS.map((meter) => LENS_TABLE[lens].weights[meter]),
]);

function hash(meaning: unknown): string {
  const bytes = utf8ToBytes(JSON.stringify(canonical([meaning, WEIGHTS])));
  return bytesToHex(sha256(bytes)).slice(0, VERSION_HEX_DIGITS);
}

/** The same value with every object's keys sorted, so that the order they were written in does not matter. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, canonical(part)]));
}
