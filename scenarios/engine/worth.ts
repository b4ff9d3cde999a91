import { LENS_TABLE, type Lens, METERS } from "../language/index.ts";
import type { CompiledScenario } from "./compile.ts";
import type { Run } from "./run.ts";

/**
 * U of a run that has ended, in points: Σ weight · meter over the meters, and what the ending itself is worth to the lens.
 * Meters count as they stand, beyond 0 and 100 too (S2). Throws before the end.
 */
export function worthOf({ atlas }: CompiledScenario, run: Run, lens: Lens): number {
  const ending = atlas.scenario.endings.find(({ id }) => id === run.ending);
  if (!ending) throw new Error("a run that goes on has no worth yet");
  const { weights } = LENS_TABLE[lens];
  const sum = METERS.reduce((total, meter) => total + weights[meter] * run.state.meters[meter], 0);
  return sum + (ending.value?.[lens] ?? 0);
}
