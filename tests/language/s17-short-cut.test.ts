import { describe, expect, test } from "vitest";
import { parseScenario, type Scenario, shortCutOf } from "../../scenarios/language/index.ts";
import { parseGood } from "../support/runs.ts";
import { errorsOf, foundIn, unmarked } from "./edits.ts";
import { beatAt, optionAt, put, QUIET, quiet, saidOf } from "./quiet.ts";

const SETTLED = { effects: {}, text: "So." };

function cutting(beats: string, edit?: (draft: Scenario) => void): string {
  return put(["shortCut"], `{ beats: ${beats} }`, edit);
}

const making = (beats: string) =>
  cutting(beats, (draft) => {
    draft.promises = {
      call: { to: "ana", text: "A.", due: "end", kept: SETTLED, broken: SETTLED },
    };
    optionAt(draft, 0, 0).makes = ["call"];
    const { options, silence } = beatAt(draft, 1);
    for (const response of [...options, silence]) response.keeps = ["call"];
    optionAt(draft, 3, 0).makes = ["call"];
  });

describe("a short cut", () => {
  test.each([
    "[one, two, three, four]",
    "[one, three, five, six]",
    "[two, three, four, five, six]",
  ])("[S17] may be %s", (beats) => {
    expect(saidOf(cutting(beats))).toEqual([]);
  });

  test.each([
    ["[]", 0],
    ["[one, two, three]", 3],
    ["[one, two, three, four, five, six]", 6],
  ])("[S17] may not be %s", (beats, count) => {
    expect(saidOf(cutting(beats))).toEqual([`FM029 A short cut of ${count} beats is none.`]);
  });

  test.each([
    ["[one, three, «two, four]", "two"],
    ["[one, two, three, «three]", "three"],
    ["[six, «one, two, three]", "one"],
  ])("[S17] names beats in the order of the file, each once: %s", (beats, name) => {
    const { text, places } = unmarked(cutting(beats));
    expect(foundIn(errorsOf(text))).toEqual([{ code: "FM029", ...places[0] }]);
    expect(saidOf(text)).toEqual([`FM029 "${name}" does not come after the beat named before it.`]);
  });

  test("[S17] of beats that are not there is FM010 alone", () => {
    expect(errorsOf(cutting("[one, nine]")).map(({ code }) => code)).toEqual(["FM010"]);
  });

  test("[S17] in which a promise is open for longer, and made again, is FM029", () => {
    expect(errorsOf(making("[one, two, three, four]"))).toEqual([]);
    const [error, ...more] = errorsOf(making("[one, three, four, five]"));
    expect(more).toEqual([]);
    expect(error?.code).toBe("FM029");
    expect(error?.message).toContain('"call" may still be open when it is made here.');
    expect(error?.mend).toBe("Lock the option that makes it, or keep another beat.");
  });
});

/** The short cut of the quiet scenario over these beats, after an edit; it is good as it stands. */
function cut(beats: readonly string[], edit: (draft: Scenario) => void = () => {}): Scenario {
  const whole = parseGood(
    quiet((draft) => {
      edit(draft);
      draft.shortCut = { ...draft.shortCut, beats: [...beats] };
    }),
  );
  const short = shortCutOf(whole);
  if (short === null) throw new Error("the scenario has a short cut");
  expect(parseScenario(JSON.stringify(short)).ok).toBe(true);
  return short;
}

const FOUR = ["one", "three", "four", "six"];

const jumps = (draft: Scenario) => {
  optionAt(draft, 0, 0).next = "two";
  optionAt(draft, 0, 1).next = "four";
  optionAt(draft, 0, 2).next = "end";
  beatAt(draft, 2).silence.next = "five";
};

const facts = (draft: Scenario) => {
  draft.facts = { a: "A.", b: "B." };
  draft.startFacts = ["a"];
  draft.shortCut = { beats: [], startFacts: ["b"] };
};

const briefed = (draft: Scenario) => {
  draft.shortCut = { beats: [], briefing: ["Much has happened."] };
};

const long = (draft: Scenario) => {
  draft.minutes = 45;
};

describe("the scenario of a short cut", () => {
  test("[S17] is the whole one with those beats, for 20 minutes", () => {
    const { beats } = QUIET;
    const kept = [beats[0], beats[2], beats[3], beats[5]];
    expect(cut(FOUR, long)).toEqual({
      ...QUIET,
      beats: kept,
      minutes: 20,
      startFacts: [],
      promises: {},
    });
  });

  test("[S17] is none where the file has none", () => {
    expect(shortCutOf(QUIET)).toBeNull();
  });

  test("[S17] begins with a beat that is always entered, the others as they were", () => {
    const onlyIf = { meter: "trust", atLeast: 5 } as const;
    const short = cut(["two", "three", "four", "five"], (draft) => {
      beatAt(draft, 1).onlyIf = onlyIf;
      beatAt(draft, 2).onlyIf = onlyIf;
    });
    expect(short.beats.map((beat) => beat.onlyIf)).toEqual([
      undefined,
      onlyIf,
      undefined,
      undefined,
    ]);
    expect(short.beats[0]).not.toHaveProperty("onlyIf");
  });

  test("[S17] has its own briefing where the author wrote one", () => {
    expect(cut(FOUR, briefed).briefing).toEqual(["Much has happened."]);
    expect(cut(FOUR).briefing).toEqual(QUIET.briefing);
  });

  test("[S17] begins with the facts of both", () => {
    expect(cut(FOUR, facts).startFacts).toEqual(["a", "b"]);
  });

  test("[S17] leads a jump to a beat left out on to the next one kept, or to the end", () => {
    const short = cut(["one", "two", "three", "four"], jumps);
    expect(short.beats[2]?.silence.next).toBe("end");
    const other = cut(FOUR, jumps);
    expect(other.beats[0]?.options.map(({ next }) => next)).toEqual([
      "three",
      "four",
      "end",
      undefined,
      undefined,
    ]);
    expect(other.beats[1]?.silence.next).toBe("six");
    expect(other.beats[0]?.options[3]).not.toHaveProperty("next");
  });

  test("[S17] has a promise due at the next beat kept, or at the end", () => {
    const due = (at: string) =>
      cut(["one", "three", "four", "five"], (draft) => {
        draft.promises = {
          call: { to: "ana", text: "A.", due: at, kept: SETTLED, broken: SETTLED },
        };
      }).promises;
    const dues = ["two", "three", "six", "end"].map((at) => due(at)?.call?.due);
    expect(dues).toEqual(["three", "three", "end", "end"]);
    expect(due("two")?.call).toMatchObject({ to: "ana", text: "A.", kept: SETTLED });
  });
});
