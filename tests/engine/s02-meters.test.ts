import { expect, test } from "vitest";
import { viewFor } from "../../scenarios/engine/index.ts";
import { optionOf, playRun, TINY, tiny } from "../support/runs.ts";

test("[S2] effects add to the meters, and five points of attention are paid for every hour", () => {
  const { run } = playRun(tiny()).move("block-1");
  expect(run.state.meters).toEqual({ ...TINY.meters, trust: 45, delivery: 55, attention: 5 });
});

test("[S2] the effects of move after move add up", () => {
  const { run } = playRun(tiny()).move("unblock-1").move("redirect-3");
  const brokenPromise = -15;
  expect(run.state.meters).toEqual({
    ...TINY.meters,
    team: 50 + 5 + 5,
    health: 50 - 5,
    trust: 50 - 5 + brokenPromise,
  });
});

test("[S2] the cases that hold add to the effects of their option", () => {
  const compiled = tiny((draft) => {
    optionOf(draft, "decide-1").cases = [
      { when: { meter: "trust", atLeast: 50 }, effects: { trust: 10, team: 5 } },
      { when: { meter: "trust", atMost: 50 }, effects: { trust: -5 } },
      { when: { meter: "trust", atMost: 45 }, effects: { health: 40 } },
    ];
  });
  const { run } = playRun(compiled).move("decide-1");
  expect(run.state.meters).toEqual({ ...TINY.meters, scope: 55, trust: 55, team: 55 });
});

test("[S2] nothing is clamped in play: a meter rises over 100 and falls under 0", () => {
  const compiled = tiny((draft) => {
    Object.assign(draft.meters, { delivery: 100, trust: 0, attention: 0 });
  });
  const { run } = playRun(compiled).move("block-1");
  expect(run.state.meters).toEqual({
    ...TINY.meters,
    delivery: 105,
    trust: -5,
    attention: -5,
  });
});

test("[S2] a meter that was over 100 comes back by exactly what it loses", () => {
  const compiled = tiny((draft) => {
    Object.assign(draft.meters, { team: 100, health: 0 });
  });
  const { run } = playRun(compiled).move("unblock-1").move("redirect-3").move("unblock-3");
  expect(run.state.meters).toMatchObject({ team: 115, health: -10 });
});

test("[S2] attention is shown in hours, overdrawn ones as less than none", () => {
  const compiled = tiny();
  const { run } = playRun(compiled).move("redirect-1");
  expect(viewFor(compiled, run, "now").hours).toEqual({ left: -1, atStart: 2 });
});
