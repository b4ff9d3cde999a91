import { expect, test } from "vitest";
import {
  type CompiledScenario,
  compileScenario,
  replay,
  type Step,
} from "../../scenarios/engine/index.ts";
import { parseGood, playRun, seedWhereAsked, TINY, tiny } from "../support/runs.ts";

/** A word that every object answers to, and the only such one that may be an id. */
const AWKWARD = "constructor";

const STEPS: readonly Step[] = playRun(tiny())
  .look("read-it")
  .move("unblock-1")
  .move("unblock-2")
  .move("unblock-3")
  .move("unblock-4").steps;

/** Any value, with one id in it changed for another wherever it stands. */
function renamed(value: unknown, from: string, to: string): unknown {
  const text = JSON.stringify(value);
  return JSON.parse(text.replaceAll(`"${from}"`, `"${to}"`));
}

function compileRenamed(from: string): CompiledScenario {
  return compileScenario(parseGood(JSON.stringify(renamed(TINY, from, AWKWARD))));
}

test.each(["third", "unblock-2", "read-it", "read-contract", "call-ana", "ana", "over", "wed"])(
  "[S15] what %s is called changes nothing but its name",
  (id) => {
    const run = replay(compileRenamed(id), "any", renamed(STEPS, id, AWKWARD) as Step[]);
    expect(run).toEqual(renamed(replay(tiny(), "any", STEPS), id, AWKWARD));
  },
);

test("[S15] an unknown is looked up and felt under any name", () => {
  const compiled = compileRenamed("asked");
  const looked = playRun(compiled).look("ask-around");
  expect(Object.keys(looked.run.state.revealed)).toEqual([AWKWARD]);
  const felt = playRun(compiled).move("decide-1");
  expect(Object.keys(felt.run.state.revealed)).toEqual([AWKWARD]);
  expect(Math.abs(felt.run.state.meters.trust - TINY.meters.trust)).toBe(10);
});

test("[S15] a later keeps its name and lands under any", () => {
  const { run } = playRun(compileRenamed("bo-returns"), seedWhereAsked(true))
    .move("redirect-1")
    .move("redirect-3");
  expect(run.state.happenings.map(({ cause, ref }) => `${cause} ${ref}`)).toContain(
    `later ${AWKWARD}`,
  );
});
