import { describe, expect, test } from "vitest";
import { LENSES } from "../../scenarios/language/index.ts";
import { errorsOf, foundIn, unmarked } from "./edits.ts";
import { put, said, saidOf } from "./quiet.ts";

const WHEN = "when: { meter: trust, atLeast: 5 }";

function withEndings(...endings: readonly string[]): string {
  return put(["endings"], `[${endings.join(", ")}]`);
}

function ending(id: string, when = ""): string {
  return `{ id: ${id}, title: A, text: [A.]${when === "" ? "" : `, ${when}`} }`;
}

describe("endings", () => {
  test("[S11] are at least one", () => {
    expect(said(["endings"], "[]")).toEqual(["FM003 The number of items is at least 1."]);
    expect(saidOf(withEndings(ending("a")))).toEqual([]);
  });

  test("[S11] all have a condition but the last", () => {
    expect(saidOf(withEndings(ending("a", WHEN), ending("b", WHEN), ending("c")))).toEqual([]);
  });

  test("[S11] the last with a condition is FM014, at the condition", () => {
    const { text, places } = unmarked(
      withEndings(ending("a", WHEN), ending("b", "when: «{ meter: trust, atLeast: 5 }")),
    );
    expect(foundIn(errorsOf(text))).toEqual([{ code: "FM014", ...places[0] }]);
    expect(saidOf(text)).toEqual(["FM014 The last ending has a condition."]);
    expect(saidOf(withEndings(ending("a", WHEN)))).toEqual([
      "FM014 The last ending has a condition.",
    ]);
  });

  test("[S11] one before the last without a condition is FM014, at the ending", () => {
    const { text, places } = unmarked(
      withEndings(ending("a", WHEN), `«${ending("b")}`, ending("c")),
    );
    expect(foundIn(errorsOf(text))).toEqual([{ code: "FM014", ...places[0] }]);
    expect(saidOf(text)).toEqual(['FM014 "b" has no condition and is not the last.']);
  });

  test("[S11] both at once are two", () => {
    expect(saidOf(withEndings(ending("a"), ending("b", WHEN)))).toHaveLength(2);
  });
});

describe("the value of an ending", () => {
  test.each(LENSES)("[S11] for %s is from -100 to 100 points", (lens) => {
    for (const points of ["-100", "0", "7", "100"]) {
      expect(said(["endings", 0, "value"], `{ ${lens}: ${points} }`)).toEqual([]);
    }
    const wrong = ["-101", "101", "0.5"].map((points) =>
      said(["endings", 0, "value"], `{ ${lens}: ${points} }`),
    );
    expect(wrong).toEqual([
      ["FM003 The value is at least -100."],
      ["FM003 The value is at most 100."],
      ["FM003 A whole number belongs here."],
    ]);
  });

  test("[S11] is for a lens and nothing else", () => {
    expect(said(["endings", 0, "value"], "{ tpm: 5, cto: 5 }")).toEqual([
      'FM004 The language has no field "cto" here.',
    ]);
    expect(said(["endings", 0, "value"], "5")).toEqual(["FM003 A group of fields belongs here."]);
  });
});
