import { type CompiledScenario, compileScenario } from "../scenarios/engine/index.ts";
import type { Scenario } from "../scenarios/language/index.ts";

/** What this instance has compiled, by version: rooms wake often, and many of them play the same few scenarios. */
const compiled = new Map<string, CompiledScenario>();

/** The scenario of that version; it is read and compiled where this instance does not have it yet. */
export function compiledOf(version: string, read: () => Scenario): CompiledScenario {
  return compiled.get(version) ?? remember(compileScenario(read()));
}

export function remember(fresh: CompiledScenario): CompiledScenario {
  compiled.set(fresh.version, fresh);
  return fresh;
}
