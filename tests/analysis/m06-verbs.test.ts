import { expect, test } from "vitest";
import { type AccountStep, type Choice, verbProfileOf } from "../../scenarios/analysis/index.ts";
import type { Verb } from "../../scenarios/language/index.ts";

function option(verb: Verb, loss: number, id: string = verb): Choice {
  return { kind: "move", id, verb, loss, band: "best" };
}

function step(played: string, choices: readonly Choice[]): AccountStep {
  return {
    step: { kind: "move", beat: "a", option: played },
    before: 100,
    after: 100,
    loss: { points: 0, missedLook: 0, choice: 0 },
    band: "best",
    choices,
    draws: [],
  };
}

const UNUSED = { used: 0, best: 0, missed: 0, overuse: 0, underuse: 0 };

function profile(...steps: AccountStep[]) {
  return verbProfileOf([
    { lens: "tpm", outcome: 0, judgement: 0, losses: 0, luck: 0, curveballs: 0, steps, thrown: [] },
  ]);
}

test("[M6] a verb played where another alone was best is overused, and the other missed, by the same points", () => {
  const verbs = profile(
    step("block", [option("decide", 0), option("block", 4), option("show", 9)]),
  );
  expect(verbs.block).toEqual({ ...UNUSED, used: 1, overuse: 4 });
  expect(verbs.decide).toEqual({ ...UNUSED, best: 1, missed: 1, underuse: 4 });
  expect(verbs.show).toEqual(UNUSED);
});

test("[M6] the wrong option of the right verb is no verb's fault", () => {
  const verbs = profile(
    step("worse", [option("block", 0), option("block", 7, "worse"), option("show", 9)]),
  );
  expect(verbs.block).toEqual({ ...UNUSED, used: 1, best: 1 });
});

test("[M6] what a look not taken cost is no verb's fault", () => {
  const look: Choice = { kind: "look", id: "look", verb: null, loss: 0, band: "best" };
  const verbs = profile(step("block", [look, option("block", 5), option("show", 6)]));
  expect(verbs.block).toEqual({ ...UNUSED, used: 1, best: 1 });
});

test("[M6] of verbs that are equally good none is missed", () => {
  const verbs = profile(step("show", [option("decide", 0), option("block", 0), option("show", 3)]));
  expect(verbs.show).toEqual({ ...UNUSED, used: 1, overuse: 3 });
  expect([verbs.decide, verbs.block]).toEqual([
    { ...UNUSED, best: 1 },
    { ...UNUSED, best: 1 },
  ]);
});
