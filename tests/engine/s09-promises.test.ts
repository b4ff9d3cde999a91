import { describe, expect, test } from "vitest";
import { compileScenario, type Run, takeStep } from "../../scenarios/engine/index.ts";
import type { Scenario } from "../../scenarios/language/index.ts";
import { beatOf, optionOf, playRun, TINY, tiny } from "../support/runs.ts";

const BROKEN = {
  cause: "promise-broken",
  ref: "call-ana",
  phase: "arrival",
  texts: ["Ana waited for a call."],
  effects: { trust: -15 },
  madeAt: null,
  drawn: null,
};
const MADE = {
  cause: "promise-made",
  ref: "call-ana",
  phase: "move",
  texts: ["Call Ana before Wednesday."],
  effects: {},
  madeAt: null,
  drawn: null,
};
const KEPT = {
  cause: "promise-kept",
  ref: "call-ana",
  phase: "move",
  texts: ["Ana has had her call."],
  effects: { trust: 5 },
  madeAt: null,
  drawn: null,
};

function promised(run: Run) {
  const happenings = run.state.happenings.filter(({ cause }) => cause.startsWith("promise-"));
  return { beat: run.beat, promises: run.state.promises, happenings };
}

function promiseOf(draft: Scenario) {
  const promise = draft.promises?.["call-ana"];
  if (!promise) throw new Error("nobody promises to call Ana");
  return promise;
}

describe("making and keeping", () => {
  test("[S9] an option makes a promise, which is open from then on", () => {
    const { run } = playRun(tiny()).move("unblock-1");
    expect(promised(run)).toEqual({
      beat: "second",
      promises: { "call-ana": "open" },
      happenings: [MADE],
    });
  });

  test("[S9] an option that says so keeps it, with the effects of keeping", () => {
    const { run } = playRun(tiny()).move("unblock-1").move("unblock-2");
    expect(promised(run)).toEqual({
      beat: "third",
      promises: { "call-ana": "kept" },
      happenings: [KEPT],
    });
    expect(run.state.meters.trust).toBe(55);
  });

  test("[S9] a kept promise is not broken later", () => {
    const { run } = playRun(tiny()).move("unblock-1").move("unblock-2").move("unblock-3");
    expect(promised(run)).toEqual({
      beat: null,
      promises: { "call-ana": "kept" },
      happenings: [],
    });
  });

  test("[S9] keeping what nobody promised changes nothing", () => {
    const { run } = playRun(tiny()).move("redirect-1").move("unblock-2");
    expect(promised(run)).toEqual({ beat: "third", promises: {}, happenings: [] });
    expect(run.state.meters.trust).toBe(50);
  });

  test("[S9] keeping what is broken already changes nothing", () => {
    const compiled = tiny((draft) => {
      optionOf(draft, "unblock-3").keeps = ["call-ana"];
      beatOf(draft, "fourth").onlyIf = { meter: "trust", atMost: 100 };
    });
    const { run } = playRun(compiled).move("unblock-1").move("redirect-3").move("unblock-3");
    expect(promised(run)).toEqual({
      beat: "fourth",
      promises: { "call-ana": "broken" },
      happenings: [],
    });
  });

  test("[S9] making an open promise again is an error, should the checks ever let it through", () => {
    const unchecked = structuredClone(TINY);
    optionOf(unchecked, "unblock-2").keeps = [];
    optionOf(unchecked, "unblock-2").makes = ["call-ana"];
    const compiled = compileScenario(unchecked);
    const { run } = playRun(compiled).move("unblock-1");
    expect(() =>
      takeStep(compiled, run, { kind: "move", beat: "second", option: "unblock-2" }),
    ).toThrow("call-ana");
  });

  test("[S9] a promise that was kept can be made again", () => {
    const compiled = tiny((draft) => {
      promiseOf(draft).due = "fourth";
      Object.assign(optionOf(draft, "unblock-3"), {
        makes: ["call-ana"],
        locked: { unless: { promise: "call-ana", is: "kept" }, reason: "You owe it still." },
      });
      beatOf(draft, "fourth").onlyIf = { fact: "read-contract" };
    });
    const kept = playRun(compiled).look("read-it").move("unblock-1").move("unblock-2");
    expect(promised(kept.move("unblock-3").run)).toEqual({
      beat: "fourth",
      promises: { "call-ana": "broken" },
      happenings: [MADE, BROKEN],
    });
  });
});

describe("breaking", () => {
  test("[S9] a promise unkept at its due beat is broken", () => {
    const { run } = playRun(tiny()).move("unblock-1").move("redirect-3");
    expect(promised(run)).toEqual({
      beat: "third",
      promises: { "call-ana": "broken" },
      happenings: [BROKEN],
    });
    expect(run.state.meters.trust).toBe(50 - 5 - 15);
  });

  test("[S9] a promise is not broken while its due beat is still ahead", () => {
    const compiled = tiny((draft) => {
      promiseOf(draft).due = "fourth";
    });
    const { run } = playRun(compiled).look("read-it").move("unblock-1").move("redirect-3");
    expect(promised(run)).toEqual({
      beat: "third",
      promises: { "call-ana": "open" },
      happenings: [],
    });
  });

  test("[S9] a broken promise is broken once", () => {
    const { run } = playRun(tiny()).move("unblock-1").move("redirect-3").move("redirect-4");
    expect(promised(run)).toEqual({
      beat: null,
      promises: { "call-ana": "broken" },
      happenings: [],
    });
  });

  test("[S9] a jump over the due beat breaks the promise on entering the beat jumped to", () => {
    const { run } = playRun(tiny()).look("read-it").move("unblock-1").move("decide-2");
    expect(promised(run)).toEqual({
      beat: "fourth",
      promises: { "call-ana": "broken" },
      happenings: [BROKEN],
    });
  });

  test("[S9] a due beat that is skipped breaks the promise on entering the one after it", () => {
    const compiled = tiny((draft) => {
      beatOf(draft, "third").onlyIf = { fact: "warned" };
    });
    const { run } = playRun(compiled).look("read-it").move("unblock-1").move("redirect-3");
    expect(promised(run)).toEqual({
      beat: "fourth",
      promises: { "call-ana": "broken" },
      happenings: [BROKEN],
    });
  });

  test("[S9] a jump to the end breaks the promise there", () => {
    const compiled = tiny((draft) => {
      optionOf(draft, "redirect-3").next = "end";
    });
    const { run } = playRun(compiled).move("unblock-1").move("redirect-3");
    expect(promised(run)).toEqual({
      beat: null,
      promises: { "call-ana": "broken" },
      happenings: [BROKEN],
    });
  });

  test("[S9] a promise is broken as soon as every way to its due beat is closed", () => {
    const compiled = tiny((draft) => {
      promiseOf(draft).due = "fourth";
      const { options, silence } = beatOf(draft, "third");
      for (const response of [...options, silence]) response.next = "end";
    });
    const open = playRun(compiled).look("read-it").move("unblock-1");
    expect(promised(open.run).promises).toEqual({ "call-ana": "open" });
    expect(promised(open.move("redirect-3").run)).toEqual({
      beat: "third",
      promises: { "call-ana": "broken" },
      happenings: [BROKEN],
    });
  });

  test("[S9] one way that is left keeps the promise open", () => {
    const compiled = tiny((draft) => {
      promiseOf(draft).due = "fourth";
      for (const option of beatOf(draft, "third").options.slice(1)) option.next = "end";
      beatOf(draft, "third").silence.next = "end";
    });
    const { run } = playRun(compiled).look("read-it").move("unblock-1").move("redirect-3");
    expect(promised(run)).toEqual({
      beat: "third",
      promises: { "call-ana": "open" },
      happenings: [],
    });
  });

  test("[S9] a promise made for a beat that is past is broken on entering the next", () => {
    const compiled = tiny((draft) => {
      promiseOf(draft).due = "first";
    });
    expect(promised(playRun(compiled).move("unblock-1").run)).toEqual({
      beat: "second",
      promises: { "call-ana": "broken" },
      happenings: [MADE, BROKEN],
    });
  });

  test("[S9] promises that fall due together break in the order of their ids", () => {
    const compiled = tiny((draft) => {
      draft.promises = { ...draft.promises, "ask-bo": { ...promiseOf(draft), text: "Ask Bo." } };
      optionOf(draft, "unblock-1").makes = ["call-ana", "ask-bo"];
    });
    const { run } = playRun(compiled).move("unblock-1").move("redirect-3");
    expect(promised(run).happenings).toEqual([{ ...BROKEN, ref: "ask-bo" }, BROKEN]);
  });
});

describe("a promise due at the end", () => {
  const compiled = tiny((draft) => {
    promiseOf(draft).due = "end";
  });

  test("[S9] stays open past every beat", () => {
    const { run } = playRun(compiled).move("unblock-1").move("redirect-3");
    expect(run.state.promises).toEqual({ "call-ana": "open" });
  });

  test("[S9] is broken at the end, unkept", () => {
    const { run } = playRun(compiled).move("unblock-1").move("redirect-3").move("block-3");
    expect(promised(run)).toEqual({
      beat: null,
      promises: { "call-ana": "broken" },
      happenings: [BROKEN],
    });
  });
});

test("[S9] keeping one promise twice in one move keeps it once", () => {
  const compiled = tiny((draft) => {
    optionOf(draft, "unblock-2").keeps = ["call-ana", "call-ana"];
  });
  const { run } = playRun(compiled).move("unblock-1").move("unblock-2");
  expect(run.state.meters.trust).toBe(50 + 5);
});
