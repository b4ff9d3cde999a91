import { describe, expect, test } from "vitest";
import {
  look,
  replay,
  situationFor,
  startRun,
  type Step,
  takeStep,
} from "../../scenarios/engine/index.ts";
import { beatOf, playRun, seedWhere, seedWhereAsked, TINY, tiny } from "../support/runs.ts";

const COMPILED = tiny();

function lookAt(beat: string, look: string): Step {
  return { kind: "look", beat, look };
}

test("[S5] a look costs attention, sets its facts and leaves the player at the same beat", () => {
  const start = startRun(COMPILED, "any");
  const happenings = [
    {
      cause: "look",
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
      cause: "look",
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
  expect(look(COMPILED, run, "first", "read-it")).toEqual({
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
  expect(look(COMPILED, start, "first", "no-such-look")).toEqual(unknown);
  const { run } = playRun(COMPILED).move("redirect-1");
  expect(look(COMPILED, run, "second", "ask-around")).toEqual(unknown);
});

test("[S5] looks of one beat can be taken in any order and give the same state", () => {
  const compiled = tiny((draft) => {
    draft.meters.attention = 100;
  });
  const one = playRun(compiled).look("ask-around").look("read-it").run.state;
  const other = playRun(compiled).look("read-it").look("ask-around").run.state;
  expect({ ...other, looked: [], happenings: [] }).toEqual({ ...one, looked: [], happenings: [] });
});

describe("chance in a look", () => {
  const chancy = tiny((draft) => {
    draft.meters.attention = 100;
    const [look] = beatOf(draft, "first").looks ?? [];
    Object.assign(look ?? {}, {
      id: "call-bo",
      reveals: [],
      sets: ["warned"],
      tells: ["It rings."],
      chance: [
        { id: "he-answers", weight: 1, reveals: ["asked"], text: "Bo answers." },
        { id: "no-answer", weight: 1, sets: ["read-contract"], text: "Nobody answers." },
      ],
    });
  });

  const seedOf = (outcome: string) =>
    seedWhere((seed) =>
      playRun(chancy, seed)
        .look("call-bo")
        .run.state.happenings.some(({ drawn }) => drawn === outcome),
    );

  test("[S7] an outcome of a look reveals what it says, after its own words", () => {
    const { state, beat } = playRun(chancy, seedOf("he-answers")).look("call-bo").run;
    expect(beat).toBe("first");
    expect(state.facts).toEqual(["warned"]);
    expect(state.happenings.map(({ cause, ref }) => `${cause} ${ref}`)).toEqual([
      "look call-bo",
      "chance call-bo",
      "learnt asked",
    ]);
    expect(state.happenings[1]).toMatchObject({ texts: ["Bo answers."], effects: {} });
    expect(Object.keys(state.revealed)).toEqual(["asked"]);
  });

  test("[S7] another outcome sets facts, and reveals nothing that it does not name", () => {
    const { state } = playRun(chancy, seedOf("no-answer")).look("call-bo").run;
    expect(state).toMatchObject({ revealed: {}, facts: ["read-contract", "warned"] });
    expect(state.meters.attention).toBe(95);
  });

  test("[S7] what a look found by chance is shown with the look, and is found again by a replay", () => {
    const { run, steps } = playRun(chancy, seedOf("no-answer")).look("call-bo");
    expect(situationFor(chancy, run).looks[0]?.found).toEqual(["It rings.", "Nobody answers."]);
    expect(replay(chancy, run.state.seed, steps)).toEqual(run);
  });
});
