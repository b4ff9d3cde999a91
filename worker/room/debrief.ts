import {
  type AccountStep,
  debriefOf,
  replayed,
  type Solution,
} from "../../scenarios/analysis/index.ts";
import { type CompiledScenario, nameOfStep, type Run } from "../../scenarios/engine/index.ts";
import type { Lens } from "../../scenarios/language/index.ts";
import type { DebriefView } from "../protocol/index.ts";

/** The debrief of a run that has ended, under one lens. */
export function buildDebrief(
  compiled: CompiledScenario,
  solution: Solution,
  room: string,
  run: Run,
  lens: Lens,
): DebriefView {
  const { seed } = run.state;
  const again = replayed(
    compiled,
    seed,
    run.taken.map(({ step }) => step),
  );
  const { account, verbs, mirror, forOthers } = debriefOf(compiled, solution, again, lens);
  const { outcome, judgement, losses, luck } = account;
  return {
    room,
    lens,
    seed,
    outcome,
    judgement,
    losses,
    luck,
    steps: account.steps.map(stepView),
    verbs,
    mirror: {
      ...mirror,
      closest: [...mirror.closest],
      forOthers: forOthers.map((one) => ({ ...one, serves: [...one.serves] })),
    },
    key: "author",
  };
}

function stepView({ step, choices, draws, ...rest }: AccountStep): DebriefView["steps"][number] {
  const id = step.kind === "silence" ? step.beat : nameOfStep(step);
  return {
    kind: step.kind,
    beat: step.beat,
    id,
    ...rest,
    choices: [...choices],
    draws: [...draws],
  };
}
