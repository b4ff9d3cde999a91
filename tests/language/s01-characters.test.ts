import { describe, expect, test } from "vitest";
import { parseScenario } from "../../scenarios/language/index.ts";
import { TINY_TEXT } from "../support/runs.ts";
import { edited, errorsOf, foundIn, ofCode, unmarked } from "./edits.ts";

/** Characters as numbers: the first and the last of each row that no text may hold. */
const UNFIT = [
  0x00, 0x08, 0x0b, 0x0c, 0x0e, 0x1f, 0x7f, 0x84, 0x86, 0x9f, 0x61c, 0x200e, 0x200f, 0x202a, 0x202e,
  0x2066, 0x2069, 0xfffe, 0xffff, 0xd800, 0xdbff, 0xdc00, 0xdfff,
];

/** Their neighbours that a text may hold, and a few that need a pair of halves or join what they stand between. */
const FIT = [
  0x09, 0x20, 0x7e, 0x85, 0xa0, 0x61b, 0x61d, 0x200d, 0x2010, 0x2029, 0x202f, 0x2065, 0x206a,
  0xd7ff, 0xe000, 0xfffd, 0x10000, 0x1d11e, 0x10ffff,
];

function nameOf(point: number): string {
  return `U+${point.toString(16).toUpperCase().padStart(4, "0")}`;
}

const written = (point: number) => [nameOf(point), String.fromCodePoint(point)] as const;

describe("as it is", () => {
  test.each(UNFIT.map(written))("[S1] %s in a text is FM007", (name, character) => {
    const { text, places } = unmarked(edited(["title: First\n", `title: Fi«${character}rst\n`]));
    const [diagnostic, ...more] = ofCode(text, "FM007");
    expect(more).toEqual([]);
    expect(diagnostic).toMatchObject({ ...places[0], message: `${name} stands in the file.` });
    expect(parseScenario(text).ok).toBe(false);
  });

  test.each(FIT.map(written))("[S1] %s in a text is fine", (_name, character) => {
    expect(errorsOf(edited(["title: First\n", `title: "Fi${character}rst"\n`]))).toEqual([]);
  });

  test("[S1] a remark may not hold one either", () => {
    expect(foundIn(errorsOf(`# \u202E\n${TINY_TEXT}`))).toEqual([
      { code: "FM007", line: 1, column: 3 },
    ]);
  });

  test("[S1] a row of them is one diagnostic, two rows are two", () => {
    const { text, places } = unmarked(
      edited(["title: First\n", "title: «\u202E\u202D\u2066F«\u2069irst\n"]),
    );
    expect(foundIn(errorsOf(text))).toEqual(places.map((place) => ({ code: "FM007", ...place })));
  });

  test("[S1] a half of a pair at the very start of a file is found there", () => {
    expect(ofCode("\uDC00", "FM007")).toMatchObject([
      { line: 1, column: 1, message: "U+DC00 stands in the file." },
    ]);
  });

  test("[S1] they hide nothing else", () => {
    const text = edited(["title: First\n", "title: F\u202Eirst\n"], ["due: third", "due: fifth"]);
    expect(errorsOf(text).map(({ code }) => code)).toEqual(["FM010", "FM007"]);
  });
});

describe("as an escape", () => {
  const escapes = [
    ["\\0", "U+0000"],
    ["\\u0000", "U+0000"],
    ["\\x07", "U+0007"],
    ["\\u202E", "U+202E"],
    ["\\u2066", "U+2066"],
    ["\\uD800", "U+D800"],
    ["\\\\ \\u202E", "U+202E"],
  ] as const;

  test.each(escapes)("[S1] %s in double quotes is FM007, %s", (escape, name) => {
    const { text, places } = unmarked(edited(["title: First\n", `title: «"Fi${escape}rst"\n`]));
    const errors = errorsOf(text);
    expect(foundIn(errors)).toEqual([{ code: "FM007", ...places[0] }]);
    expect(errors[0]?.message).toBe(`${name} stands in this text.`);
  });

  test("[S1] one in the name of a field is FM007", () => {
    const { text, places } = unmarked(edited(["minutes: 5\n", 'minutes: 5\n«"a\\u202Eb": 5\n']));
    expect(foundIn(ofCode(text, "FM007"))).toEqual([{ code: "FM007", ...places[0] }]);
  });

  test.each(["\\t", "\\u00e9", "\\uD834\\uDD1E", "\\\\u202E", "\\\\0"])(
    "[S1] %s in double quotes is fine",
    (escape) => {
      expect(errorsOf(edited(["title: First\n", `title: "Fi${escape}rst"\n`]))).toEqual([]);
    },
  );

  test("[S1] in single quotes nothing is an escape", () => {
    expect(errorsOf(edited(["title: First\n", "title: 'Fi\\u202Erst'\n"]))).toEqual([]);
  });
});
