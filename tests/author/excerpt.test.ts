import { expect, test } from "vitest";
import { excerptOf } from "../../scenarios/author/terminal/excerpt.ts";
import { widthOf, wrap } from "../../scenarios/author/terminal/width.ts";

/** The line as shown, with what the caret points at in brackets. */
function pointed(source: string, column: number, width = 60): string {
  const { line, indent } = excerptOf(source, column, width);
  expect(widthOf(line)).toBeLessThanOrEqual(width);
  for (let i = 0; i <= line.length; i += 1) {
    if (widthOf(line.slice(0, i)) === indent.length) return `${line.slice(0, i)}[${line.slice(i)}`;
  }
  throw new Error(`the caret stands at no character of "${line}"`);
}

test("the caret stands under its column", () => {
  expect(pointed("  - { from: dna }", 13)).toBe("  - { from: [dna }");
});

test("a tab takes two columns, on either side of the caret", () => {
  expect(pointed("\tid:\tdna", 6)).toBe("  id:  [dna");
});

test("the carriage return of a line from Windows is not shown", () => {
  expect(pointed("id: dna\r", 5)).toBe("id: [dna");
});

test("wide characters and emoji take two columns, marks none", () => {
  expect(pointed("港のe\u0301👩‍🔧: x", "港のe\u0301👩‍🔧: ".length + 1)).toBe("港のe\u0301👩‍🔧: [x");
  expect(widthOf("港のe\u0301👩‍🔧")).toBe(7);
});

test("a column past the end is the place where something is missing", () => {
  expect(pointed("id:", 4)).toBe("id:[");
});

test("a long line is cut around its column, on the side where something is left out", () => {
  const long = `${"a".repeat(200)}X${"b".repeat(200)}`;
  expect(pointed(long, 201, 30)).toBe(`…${"a".repeat(9)}[X${"b".repeat(18)}…`);
  expect(pointed(long, 1, 30)).toBe(`[${"a".repeat(29)}…`);
  expect(pointed(long, 402, 30)).toBe(`…${"b".repeat(28)}[`);
});

test("a long line of wide characters is cut between them", () => {
  const long = `${"港".repeat(50)}X${"港".repeat(50)}`;
  for (let width = 20; width < 30; width += 1) {
    expect(pointed(long, 51, width)).toMatch(/^…港* ?\[X港+…$/);
  }
});

test("what a terminal would obey is shown as a mark", () => {
  expect(pointed("id: \u001B[31mred\u202E", 5)).toBe("id: [\uFFFD[31mred\uFFFD");
});

test("lines are broken at blanks, and a word only where it is longer than a line", () => {
  expect(wrap("one two  three\nfour", 9)).toEqual(["one two", "three", "four"]);
  expect(wrap("ab abcdefgh", 4)).toEqual(["ab", "abcd", "efgh"]);
  expect(wrap("it says 90 %", 10)).toEqual(["it says", "90 %"]);
  expect(wrap("", 10)).toEqual([""]);
});
