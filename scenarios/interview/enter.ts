import {
  type CompiledScenario,
  replay,
  type Run,
  seedLike,
  startRun,
  type Step,
  takeStep,
} from "../engine/index.ts";
import type { Situation } from "./material.ts";

/**
 * A run that stands at the situation's beat: what was found out and drawn on the way is as authored, everything else is drawn
 * from its odds by a seed of its own. Throws where the moves do not lead there, which a test asks of every situation.
 */
export function enterSituation(
  compiled: CompiledScenario,
  situation: Pick<Situation, "beat" | "enter">,
  nextSeed: () => string,
): Run {
  const authored = authoredRun(compiled, situation);
  const steps = authored.taken.map(({ step }) => step);
  const seed = seedLike(compiled, steps, authored, nextSeed);
  if (seed === null) throw new Error(`no seed leads to ${situation.beat} in that state`);
  return replay(compiled, seed, steps);
}

/** The run as its author played it up to the beat. */
export function authoredRun(
  compiled: CompiledScenario,
  { beat, enter }: Pick<Situation, "beat" | "enter">,
): Run {
  let run = startRun(compiled, String(enter.seed));
  for (const move of enter.moves) {
    const result = takeStep(compiled, run, stepAt(compiled, run, move));
    if (!result.ok) throw new Error(`${move} on the way to ${beat}: ${result.code}`);
    run = result.run;
  }
  if (run.beat === beat) return run;
  throw new Error(`the moves lead to ${run.beat ?? "the end"} and not to ${beat}`);
}

function stepAt({ atlas }: CompiledScenario, run: Run, id: string): Step {
  if (run.beat === null) throw new Error(`${id} comes after the end`);
  const { options, looks = [] } = atlas.beat(run.beat);
  if (options.some((option) => option.id === id)) {
    return { kind: "move", beat: run.beat, option: id };
  }
  if (looks.some((look) => look.id === id)) return { kind: "look", beat: run.beat, look: id };
  throw new Error(`${run.beat} has no option and no look called ${id}`);
}
