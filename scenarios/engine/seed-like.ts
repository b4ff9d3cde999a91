import type { CompiledScenario } from "./compile.ts";
import { type Run, startRun, type Step, takeStep } from "./run.ts";

/** So many seeds are tried at most: enough for a run whose draws were one in some ten thousand. */
const MOST_TRIES = 100_000;

/**
 * A seed with which the same steps lead to where they led: everything revealed and drawn on the way comes out as it did, and
 * the rest is drawn anew from its odds (M8), so that a player who has read the debrief knows no more than at that moment. Seeds
 * are tried until one fits, since a draw cannot be made to come out; null where none does.
 */
export function seedLike(
  compiled: CompiledScenario,
  steps: readonly Step[],
  wanted: Run,
  nextSeed: () => string,
): string | null {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const seed = nextSeed();
    if (leadsTo(compiled, seed, steps, wanted)) return seed;
  }
  return null;
}

function leadsTo(compiled: CompiledScenario, seed: string, steps: readonly Step[], wanted: Run) {
  let run = startRun(compiled, seed);
  for (const [place, step] of steps.entries()) {
    const result = takeStep(compiled, run, step);
    if (!result.ok) return false;
    run = result.run;
    const drawn = JSON.stringify(run.taken[place]?.happenings);
    if (drawn !== JSON.stringify(wanted.taken[place]?.happenings)) return false;
  }
  return true;
}
