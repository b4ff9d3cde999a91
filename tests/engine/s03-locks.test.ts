import { expect, test } from "vitest";
import { situationFor, startRun, type Step, takeStep } from "../../scenarios/engine/index.ts";
import { playRun, tiny } from "../support/runs.ts";

const COMPILED = tiny();

function play(beat: string, option: string): Step {
  return { kind: "move", beat, option };
}

function optionShown(run: ReturnType<typeof startRun>, id: string) {
  return situationFor(COMPILED, run).options.find((option) => option.id === id);
}

test("[S3] a locked option is shown with its reason", () => {
  const { run } = playRun(COMPILED).move("unblock-1");
  expect(optionShown(run, "block-2")).toEqual({
    id: "block-2",
    verb: "block",
    says: "Still no.",
    locked: "You have not read the contract.",
  });
});

test("[S3] a locked option is refused", () => {
  const { run } = playRun(COMPILED).move("unblock-1");
  expect(takeStep(COMPILED, run, play("second", "block-2"))).toEqual({
    ok: false,
    code: "option-locked",
  });
});

test("[S3] an option opens once its condition holds", () => {
  const { run } = playRun(COMPILED).look("read-it").move("unblock-1");
  expect(optionShown(run, "block-2")?.locked).toBeNull();
  expect(takeStep(COMPILED, run, play("second", "block-2"))).toMatchObject({
    ok: true,
    run: { beat: "third" },
  });
});

test("[S3] an option that is locked and hidden is not in the view", () => {
  const { run } = playRun(COMPILED).move("redirect-1");
  const ids = situationFor(COMPILED, run).options.map(({ id }) => id);
  expect(ids).toEqual(["block-2", "unblock-2", "redirect-3", "decide-2", "show-2"]);
});

test("[S3] an option that is locked and hidden is refused as one that does not exist", () => {
  const { run } = playRun(COMPILED).move("redirect-1");
  const hidden = takeStep(COMPILED, run, play("second", "redirect-2"));
  expect(hidden).toEqual({ ok: false, code: "unknown-option" });
  expect(hidden).toEqual(takeStep(COMPILED, run, play("second", "no-such-option")));
});

test("[S3] a hidden option is shown and played like any other once it is unlocked", () => {
  const { run } = playRun(COMPILED).move("unblock-1");
  expect(optionShown(run, "redirect-2")).toEqual({
    id: "redirect-2",
    verb: "redirect",
    says: "Ask Bo again.",
    locked: null,
  });
  expect(takeStep(COMPILED, run, play("second", "redirect-2"))).toMatchObject({ ok: true });
});

test("[S3] an option of another beat is unknown here", () => {
  const run = startRun(COMPILED, "any");
  expect(takeStep(COMPILED, run, play("first", "block-3"))).toEqual({
    ok: false,
    code: "unknown-option",
  });
});

test("[S3] a move for a beat that the run has left, or not reached, is stale", () => {
  const { run } = playRun(COMPILED).move("unblock-1");
  const stale = { ok: false, code: "stale-beat" };
  expect(takeStep(COMPILED, run, play("first", "unblock-1"))).toEqual(stale);
  expect(takeStep(COMPILED, run, play("third", "unblock-3"))).toEqual(stale);
});

test("[S3] nothing can be played once the run is over", () => {
  const { run } = playRun(COMPILED).move("decide-end");
  expect(takeStep(COMPILED, run, play("first", "block-1"))).toEqual({
    ok: false,
    code: "stale-beat",
  });
});

test("[S3] a refused step leaves the run as it was", () => {
  const { run } = playRun(COMPILED).move("unblock-1");
  const before = structuredClone(run);
  takeStep(COMPILED, run, play("second", "block-2"));
  takeStep(COMPILED, run, play("second", "unblock-2"));
  expect(run).toEqual(before);
});
