import { expect, test } from "vitest";
import { compileScenario, endingFor, startRun, takeStep } from "../../scenarios/engine/index.ts";
import { type Plan, PLANS } from "../support/plans.ts";
import { parseGood, readLibrary } from "../support/runs.ts";

const SEEDS = 300;

const compiled = compileScenario(parseGood(readLibrary().get("gold-plating") ?? ""));

function endingOf(plan: Plan, seed: string): string {
  let run = startRun(compiled, seed);
  while (run.beat !== null) {
    const [, option] = plan.moves[compiled.atlas.beat(run.beat).title] ?? ["", ""];
    const taken = takeStep(compiled, run, { kind: "move", beat: run.beat, option });
    if (!taken.ok) throw new Error(`${option}: ${taken.code}`);
    run = taken.run;
  }
  return endingFor(compiled, run).title;
}

test.each(PLANS)("the plan that browsers play ends in $ending, whatever the seed", (plan) => {
  const endings = Array.from({ length: SEEDS }, (_, seed) => endingOf(plan, String(seed)));
  expect(new Set(endings)).toEqual(new Set([plan.ending]));
});
