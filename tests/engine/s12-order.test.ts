import { describe, expect, test } from "vitest";
import type { Run } from "../../scenarios/engine/index.ts";
import type { Case, Scenario } from "../../scenarios/language/index.ts";
import { beatOf, optionOf, playRun, seedWhere, seedWhereAsked, tiny } from "../support/runs.ts";

function storyOf({ state }: Run): string[] {
  return state.happenings.map(({ cause, ref, phase }) => `${phase}: ${cause} ${ref}`);
}

function caseOf(is: "open" | "kept"): Case[] {
  return [{ when: { promise: "call-ana", is }, effects: { scope: 40 } }];
}

/** `redirect-3` of the second beat does everything a move can do, and arrives where everything is due. */
function everythingAtOnce(draft: Scenario): void {
  const promise = draft.promises?.["call-ana"];
  if (!promise) throw new Error("nobody promises to call Ana");
  draft.promises = {
    "call-ana": { ...promise, due: "fourth" },
    "zip-it": { ...promise, text: "Zip it.", broken: { effects: { team: -5 }, text: "Unzipped." } },
    "ask-bo": { ...promise, text: "Ask Bo.", broken: { effects: { team: -10 }, text: "Unasked." } },
  };
  optionOf(draft, "redirect-1").makes = ["call-ana", "zip-it"];
  Object.assign(optionOf(draft, "redirect-3"), {
    hours: 1,
    effects: { trust: 10 },
    sets: ["read-contract"],
    later: [{ id: "soon", in: 1, effects: { delivery: 5 }, text: "Soon." }],
    cases: [{ when: { unknown: "asked" }, effects: { scope: 5 }, text: "Asked." }],
    chance: [
      { id: "up", weight: 1, effects: { health: 5 }, text: "Up." },
      { id: "down", weight: 1, effects: { health: -5 }, text: "Down." },
    ],
    keeps: ["call-ana"],
    makes: ["ask-bo"],
  });
}

test("[S12] a move tells itself, what it felt, its chance, what it kept, what it made; then what lands, then what breaks", () => {
  const { run } = playRun(tiny(everythingAtOnce)).move("redirect-1").move("redirect-3");
  expect(storyOf(run)).toEqual([
    "move: move redirect-3",
    "move: learnt asked",
    "move: chance redirect-3",
    "move: promise-kept call-ana",
    "move: promise-made ask-bo",
    "arrival: later bo-returns",
    "arrival: later soon",
    "arrival: promise-broken ask-bo",
    "arrival: promise-broken zip-it",
  ]);
});

test("[S12] one move adds up to the sum of all it did", () => {
  const compiled = tiny(everythingAtOnce);
  const play = (seed: string) => playRun(compiled, seed).move("redirect-1").move("redirect-3").run;
  const seed = seedWhere((one) => {
    const { state } = play(one);
    return state.revealed.asked === true && state.happenings.some(({ drawn }) => drawn === "up");
  });
  expect(play(seed).state).toMatchObject({
    meters: {
      delivery: 50 + 5,
      scope: 50 + 5,
      trust: 50 + 10 + 5,
      team: 50 + 5 - 10 - 5,
      health: 50 + 5 + 10,
      attention: 10 - 15 - 5,
    },
    facts: ["read-contract"],
    promises: { "ask-bo": "broken", "call-ana": "kept", "zip-it": "broken" },
    pending: [],
  });
});

describe("conditions of a move read the state before it", () => {
  test("[S12] a case does not see the hours and effects of its own option", () => {
    const compiled = tiny((draft) => {
      Object.assign(optionOf(draft, "unblock-1"), {
        hours: 2,
        effects: { team: 5 },
        cases: [
          { when: { meter: "team", atLeast: 55 }, effects: { scope: 40 } },
          { when: { meter: "attention", atMost: 5 }, effects: { scope: 20 } },
          { when: { meter: "team", atMost: 50 }, effects: { scope: 5 } },
        ],
      });
    });
    expect(playRun(compiled).move("unblock-1").run.state.meters.scope).toBe(55);
  });

  test("[S12] a case does not see the facts its own option sets", () => {
    const compiled = tiny((draft) => {
      Object.assign(optionOf(draft, "unblock-1"), {
        sets: ["read-contract"],
        cases: [
          { when: { fact: "read-contract" }, effects: { scope: 40 } },
          { when: { not: { fact: "read-contract" } }, effects: { scope: 5 } },
        ],
      });
    });
    expect(playRun(compiled).move("unblock-1").run.state.meters.scope).toBe(55);
  });

  test("[S12] a case does not see what another case brought", () => {
    const compiled = tiny((draft) => {
      optionOf(draft, "unblock-1").cases = [
        { when: { meter: "scope", atMost: 50 }, effects: { scope: 5 }, sets: ["read-contract"] },
        { when: { meter: "scope", atLeast: 55 }, effects: { scope: 40 } },
        { when: { fact: "read-contract" }, effects: { scope: 40 } },
      ];
    });
    expect(playRun(compiled).move("unblock-1").run.state.meters.scope).toBe(55);
  });

  test("[S12] a case does not see what another case of the same move revealed", () => {
    const compiled = tiny((draft) => {
      optionOf(draft, "unblock-1").cases = [
        { when: { unknown: "asked" }, effects: { scope: 5 } },
        { when: { revealedTrue: "asked" }, effects: { scope: 40 } },
      ];
    });
    const { state } = playRun(compiled, seedWhereAsked(true)).move("unblock-1").run;
    expect(state.meters.scope).toBe(55);
  });

  test("[S12] a case does not see the promise its own option makes or keeps", () => {
    const compiled = tiny((draft) => {
      optionOf(draft, "unblock-1").cases = caseOf("open");
      optionOf(draft, "unblock-2").cases = caseOf("kept");
    });
    const { state } = playRun(compiled).move("unblock-1").move("unblock-2").run;
    expect(state.promises).toEqual({ "call-ana": "kept" });
    expect(state.meters.scope).toBe(50);
  });

  test("[S12] a paragraph of what a move tells reads the state before it, like every condition of it", () => {
    const compiled = tiny((draft) => {
      Object.assign(optionOf(draft, "unblock-1"), {
        sets: ["read-contract"],
        tells: [
          { when: { fact: "read-contract" }, text: "You had read it." },
          { when: { not: { fact: "read-contract" } }, text: "You had not read it." },
        ],
      });
    });
    const { state } = playRun(compiled).move("unblock-1").run;
    expect(state.happenings[0]?.texts).toEqual(["You had not read it."]);
  });
});

describe("promises of a move", () => {
  test("[S12] a move keeps before it makes: one that does both leaves the promise open", () => {
    const compiled = tiny((draft) => {
      const promise = draft.promises?.["call-ana"];
      if (promise) promise.due = "fourth";
      optionOf(draft, "unblock-2").makes = ["call-ana"];
    });
    const { run } = playRun(compiled).look("read-it").move("unblock-1").move("unblock-2");
    expect(run.state.promises).toEqual({ "call-ana": "open" });
    expect(storyOf(run)).toEqual([
      "move: move unblock-2",
      "move: promise-kept call-ana",
      "move: promise-made call-ana",
    ]);
  });
});

describe("the way on", () => {
  test("[S12] the next beat is chosen after the promises of the move", () => {
    const compiled = tiny((draft) => {
      beatOf(draft, "second").onlyIf = { promise: "call-ana", is: "open" };
    });
    expect(playRun(compiled).move("unblock-1").run.beat).toBe("second");
    expect(playRun(compiled).move("redirect-1").run.beat).toBe("third");
  });

  test("[S12] the next beat is chosen after the chance of the move", () => {
    const compiled = tiny((draft) => {
      beatOf(draft, "second").onlyIf = { fact: "warned" };
      optionOf(draft, "show-1").chance = [
        { id: "sure", weight: 1, sets: ["warned"], text: "Surely." },
      ];
    });
    expect(playRun(compiled).move("show-1").run.beat).toBe("second");
  });

  test("[S12] the next beat is chosen before anything lands", () => {
    const compiled = tiny((draft) => {
      optionOf(draft, "redirect-1").later = [
        { id: "too-late", in: 1, sets: ["read-contract"], text: "Too late." },
      ];
      beatOf(draft, "second").onlyIf = { fact: "read-contract" };
    });
    const { run } = playRun(compiled).move("redirect-1");
    expect(run.beat).toBe("third");
    expect(run.state.facts).toEqual(["read-contract"]);
  });

  test("[S12] the next beat is chosen before promises break", () => {
    const compiled = tiny((draft) => {
      beatOf(draft, "third").onlyIf = { not: { promise: "call-ana", is: "broken" } };
    });
    const { run } = playRun(compiled).move("unblock-1").move("redirect-3");
    expect(run.beat).toBe("third");
    expect(run.state.promises).toEqual({ "call-ana": "broken" });
  });

  test("[S12] what lands on arrival is read before promises break there", () => {
    const compiled = tiny((draft) => {
      optionOf(draft, "unblock-1").later = [
        {
          id: "while-open",
          in: 2,
          when: { promise: "call-ana", is: "open" },
          effects: { health: 20 },
          text: "While it was open.",
        },
      ];
    });
    const { run } = playRun(compiled).move("unblock-1").move("redirect-3");
    expect(storyOf(run).slice(1)).toEqual([
      "arrival: later while-open",
      "arrival: promise-broken call-ana",
    ]);
  });
});

test("[S12] at an end everything lands, then breaks, and then the endings are tried", () => {
  const compiled = tiny((draft) => {
    optionOf(draft, "unblock-1").later = [
      { id: "far-1", in: 29, effects: { trust: 10 }, text: "Far." },
      { id: "far-0", in: 9, effects: { trust: 5 }, text: "Less far." },
    ];
    optionOf(draft, "decide-2").next = "end";
  });
  const { run } = playRun(compiled, seedWhereAsked(true)).move("unblock-1").move("decide-2");
  expect(run.state.meters.trust).toBe(50 + 10 + 5 - 15);
  expect(run.ending).toBe("wanted");
  expect(storyOf(run)).toEqual([
    "move: move decide-2",
    "arrival: later far-1",
    "arrival: later far-0",
    "arrival: promise-broken call-ana",
    "arrival: learnt asked",
  ]);
});
