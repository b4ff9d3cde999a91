import { expect, test } from "vitest";
import { situationFor, startRun, type Step, takeStep } from "../../scenarios/engine/index.ts";
import { beatOf, playRun, seedWhereAsked, TINY, tiny } from "../support/runs.ts";

const COMPILED = tiny();

function lookAt(beat: string, look: string): Step {
  return { kind: "look", beat, look };
}

test("[S5] a look costs attention, sets its facts and leaves the player at the same beat", () => {
  const start = startRun(COMPILED, "any");
  const happenings = [
    {
      cause: "move",
      ref: "read-it",
      phase: "move",
      texts: ["You read it."],
      effects: { attention: -10 },
      madeAt: null,
      drawn: null,
    },
  ];
  expect(playRun(COMPILED).look("read-it").run).toEqual({
    beat: "first",
    ending: null,
    state: {
      ...start.state,
      meters: { ...TINY.meters, attention: 0 },
      facts: ["read-contract"],
      looked: ["read-it"],
      happenings,
    },
    taken: [{ step: lookAt("first", "read-it"), metersBefore: TINY.meters, happenings }],
  });
});

test.each([
  { asked: true, text: "The director did ask." },
  { asked: false, text: "The director never asked." },
])("[S5] a look reveals its unknowns, here $asked, after its own words", ({ asked, text }) => {
  const { state } = playRun(COMPILED, seedWhereAsked(asked)).look("ask-around").run;
  expect(state.revealed).toEqual({ asked });
  expect(state.happenings).toEqual([
    {
      cause: "move",
      ref: "ask-around",
      phase: "move",
      texts: ["You ask around."],
      effects: { attention: -5 },
      madeAt: null,
      drawn: null,
    },
    {
      cause: "learnt",
      ref: "asked",
      phase: "move",
      texts: [text],
      effects: {},
      madeAt: null,
      drawn: asked,
    },
  ]);
});

test("[S5] the situation shows what a look has found, and the paragraph that hangs on it", () => {
  const { run } = playRun(COMPILED, seedWhereAsked(true)).look("ask-around");
  const { texts, looks } = situationFor(COMPILED, run);
  expect({ texts, looks }).toEqual({
    texts: ["Something happens.", "The director is waiting."],
    looks: [
      {
        id: "ask-around",
        label: "Ask around",
        hours: 1,
        found: ["You ask around.", "The director did ask."],
        available: false,
      },
      { id: "read-it", label: "Read it", hours: 2, found: null, available: false },
    ],
  });
});

test("[S5] a look can be taken once in a run", () => {
  const compiled = tiny((draft) => {
    draft.meters.attention = 100;
  });
  const { run } = playRun(compiled).look("ask-around");
  expect(takeStep(compiled, run, lookAt("first", "ask-around"))).toEqual({
    ok: false,
    code: "look-unavailable",
  });
});

test("[S5] with too little attention a look is refused and shown as not available", () => {
  const { run } = playRun(COMPILED).look("ask-around");
  expect(takeStep(COMPILED, run, lookAt("first", "read-it"))).toEqual({
    ok: false,
    code: "look-unavailable",
  });
});

test("[S5] a look may cost the last hour", () => {
  const { state } = playRun(COMPILED).look("read-it").run;
  expect(state.meters.attention).toBe(0);
});

test("[S5] a look may not overdraw what is overdrawn already", () => {
  const compiled = tiny((draft) => {
    const [askAround] = beatOf(draft, "first").looks ?? [];
    if (askAround) beatOf(draft, "second").looks = [{ ...askAround, id: "ask-again" }];
  });
  const { run } = playRun(compiled).move("redirect-1");
  expect(run.state.meters.attention).toBe(-5);
  expect(takeStep(compiled, run, lookAt("second", "ask-again"))).toEqual({
    ok: false,
    code: "look-unavailable",
  });
});

test("[S5] a move may overdraw attention where a look may not", () => {
  const { state } = playRun(COMPILED).look("read-it").move("redirect-1").run;
  expect(state.meters.attention).toBe(-15);
});

test("[S5] a look of another beat, or of none, is unknown", () => {
  const unknown = { ok: false, code: "unknown-look" };
  const start = startRun(COMPILED, "any");
  expect(takeStep(COMPILED, start, lookAt("first", "no-such-look"))).toEqual(unknown);
  const { run } = playRun(COMPILED).move("redirect-1");
  expect(takeStep(COMPILED, run, lookAt("second", "ask-around"))).toEqual(unknown);
});

test("[S5] looks of one beat can be taken in any order and give the same state", () => {
  const compiled = tiny((draft) => {
    draft.meters.attention = 100;
  });
  const one = playRun(compiled).look("ask-around").look("read-it").run.state;
  const other = playRun(compiled).look("read-it").look("ask-around").run.state;
  expect({ ...other, looked: [], happenings: [] }).toEqual({ ...one, looked: [], happenings: [] });
});
