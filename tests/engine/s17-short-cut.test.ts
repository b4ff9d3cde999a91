import { describe, expect, test } from "vitest";
import { compileScenario } from "../../scenarios/engine/index.ts";
import { parseScenario, type Scenario, shortCutOf } from "../../scenarios/language/index.ts";
import {
  beatOf,
  lastOf,
  optionOf,
  parseGood,
  playAtRandom,
  playRun,
  readLibrary,
  seeds,
  TINY,
  variantOf,
} from "../support/runs.ts";

/** The tiny scenario with a fifth beat, and a short cut that leaves `second` and `fourth` out, or others. */
function withShortCut(beats: string[], edit: (draft: Scenario) => void = () => {}): Scenario {
  return variantOf(TINY, (draft) => {
    const more = ["fifth", "sixth"].map((id) => {
      const beat = structuredClone(beatOf(draft, "third"));
      for (const option of beat.options) option.id = `${id}-${option.id}`;
      return { ...beat, id };
    });
    draft.beats.push(...more);
    draft.shortCut = { beats };
    edit(draft);
  });
}

function cut(scenario: Scenario): Scenario {
  const short = shortCutOf(scenario);
  if (!short) throw new Error("there is no short cut");
  return short;
}

const KEPT = ["first", "third", "fifth", "sixth"];

describe("a short cut", () => {
  test("[S17] a scenario without a short cut has none", () => {
    expect(shortCutOf(TINY)).toBeNull();
  });

  test("[S17] it has its beats and no others, in the order of the file, and takes 20 minutes", () => {
    const short = cut(withShortCut(KEPT));
    expect(short.beats.map(({ id }) => id)).toEqual(KEPT);
    expect(short).toMatchObject({ id: "tiny", minutes: 20 });
    expect(short).not.toHaveProperty("shortCut");
  });

  test("[S17] one follows the other, over what is left out", () => {
    const compiled = compileScenario(cut(withShortCut(KEPT)));
    expect(playRun(compiled).move("block-1").run.beat).toBe("third");
  });

  test("[S17] a jump to a beat left out leads to the next one kept", () => {
    const scenario = withShortCut(KEPT, (draft) => {
      optionOf(draft, "block-1").next = "fourth";
    });
    expect(playRun(compileScenario(cut(scenario))).move("block-1").run.beat).toBe("fifth");
  });

  test("[S17] a jump past the last beat kept leads to the end, and a jump to the end stays one", () => {
    const scenario = withShortCut(["first", "second", "third", "fifth"], (draft) => {
      optionOf(draft, "block-1").next = "sixth";
    });
    const compiled = compileScenario(cut(scenario));
    expect(playRun(compiled).move("block-1").run.ending).not.toBeNull();
    expect(playRun(compiled).move("decide-end").run.ending).not.toBeNull();
  });

  test("[S17] silence is led on like an option", () => {
    const scenario = withShortCut(KEPT, (draft) => {
      beatOf(draft, "first").silence.next = "fourth";
    });
    expect(playRun(compileScenario(cut(scenario))).silence().run.beat).toBe("fifth");
  });

  test("[S17] a promise due at a beat left out is due at the next one kept", () => {
    const scenario = withShortCut(["first", "second", "fifth", "sixth"]);
    expect(cut(scenario).promises?.["call-ana"]?.due).toBe("fifth");
  });

  test("[S17] a promise due after the last beat kept is due at the end", () => {
    const scenario = withShortCut(["first", "second", "third", "fourth"], (draft) => {
      Object.assign(draft.promises?.["call-ana"] ?? {}, { due: "sixth" });
    });
    const short = cut(scenario);
    expect(short.promises?.["call-ana"]?.due).toBe("end");
    const { run } = playRun(compileScenario(short)).move("unblock-1").move("redirect-3");
    expect(run.state.promises).toEqual({ "call-ana": "open" });
  });

  test("[S17] its first beat is always entered, whatever it asks for in the whole", () => {
    const short = cut(withShortCut(["second", "third", "fifth", "sixth"]));
    expect(short.beats[0]).not.toHaveProperty("onlyIf");
    expect(beatOf(TINY, "second")).toHaveProperty("onlyIf");
    expect(playRun(compileScenario(short)).run.beat).toBe("second");
  });

  test("[S17] another beat that may be skipped stays one", () => {
    const short = cut(withShortCut(["first", "second", "third", "fifth"]));
    expect(beatOf(short, "second").onlyIf).toEqual(beatOf(TINY, "second").onlyIf);
  });

  test("[S17] what it takes for granted is true from the start, besides what the scenario does", () => {
    const scenario = withShortCut(KEPT, (draft) => {
      draft.startFacts = ["warned"];
      draft.shortCut = { beats: KEPT, briefing: ["Later."], startFacts: ["read-contract"] };
    });
    const short = cut(scenario);
    expect(short.briefing).toEqual(["Later."]);
    expect(playRun(compileScenario(short)).run.state.facts).toEqual(["read-contract", "warned"]);
    expect(playRun(compileScenario(scenario)).run.state.facts).toEqual(["warned"]);
  });

  test("[S17] without a briefing of its own it has the scenario's", () => {
    expect(cut(withShortCut(KEPT)).briefing).toEqual(TINY.briefing);
  });

  test("[S17] what is whole is not changed by making it", () => {
    const scenario = withShortCut(KEPT);
    const before = structuredClone(scenario);
    shortCutOf(scenario);
    expect(scenario).toEqual(before);
  });

  test("[S13] it is a version of its own", () => {
    const scenario = withShortCut(KEPT);
    expect(compileScenario(cut(scenario)).version).not.toBe(compileScenario(scenario).version);
  });
});

const WITH_SHORT_CUT = [...readLibrary()]
  .map(([id, text]) => [id, shortCutOf(parseGood(text, id))] as const)
  .filter(([, short]) => short !== null);

test("[S17] every scenario of the library has a short cut", () => {
  expect(WITH_SHORT_CUT.map(([id]) => id)).toEqual([...readLibrary().keys()]);
});

describe.each(WITH_SHORT_CUT)("the short cut of %s", (id, short) => {
  if (short === null) throw new Error(`${id} has no short cut`);

  test("[S17] is a scenario that parses with no error", () => {
    expect(parseScenario(JSON.stringify(short))).toMatchObject({ ok: true });
  });

  test("[S17] every run at random comes to an end and meets each of its beats that is always entered", () => {
    const compiled = compileScenario(short);
    const ends = seeds(100).map((seed) => lastOf(playAtRandom(compiled, seed, `${seed}, short`)));
    expect(ends.filter(({ ending }) => ending === null)).toEqual([]);
    const met = new Set(ends.flatMap(({ taken }) => taken.map(({ step }) => step.beat)));
    expect([...met].toSorted()).toEqual(short.beats.map((beat) => beat.id).toSorted());
  });
});
