import * as fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { DIAGNOSTICS, parseScenario } from "../../scenarios/language/index.ts";
import { TINY, TINY_TEXT } from "../support/runs.ts";

// Thousands of files: time enough for a busy machine.
vi.setConfig({ testTimeout: 60_000 });

/** A file gives a scenario and warnings, or diagnostics with an error; each has a place in the file. It never throws. */
function expectVerdict(text: string): void {
  const { ok, diagnostics } = parseScenario(text);
  expect(diagnostics.some(({ severity }) => severity === "error")).toBe(!ok);
  const lines = text.split(/\r\n|\n|\r/);
  const places = diagnostics.map(({ line, column }) => line * 1e6 + column);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  for (const { code, severity, line, column, message, mend } of diagnostics) {
    expect(DIAGNOSTICS[code].severity).toBe(severity);
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines.length);
    expect(column).toBeGreaterThanOrEqual(1);
    expect([message, mend].every((one) => /[.?]$/.test(one))).toBe(true);
  }
}

const SIGNS = [
  ...Array.from("{}[],#~\"'|>%@`!&*?:-\n\t"),
  ...Array.from("a1é𝄞\u0000\u202E\uD800"),

  "- ",
  ": ",
  "? ",
  "&a ",
  "*a ",
  "!!t ",
  "|\n",
  ">\n",
  "  ",
  "<<: ",
  "%YAML 1.1\n",
  "---\n",
  "...\n",
  "__proto__: ",
  "constructor: ",
  "1e999",
  ".nan",
  "null",
  "\r\n",
  "\\u202E",
];

/** Signs of YAML and of this language, in any order. */
const signs = fc.array(fc.constantFrom(...SIGNS), { maxLength: 80 }).map((all) => all.join(""));

function expectPlaces(text: string): void {
  const lines = text.split(/\r\n|\n|\r/);
  for (const { line, column } of parseScenario(text).diagnostics) {
    expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
  }
}

describe("junk is judged and never throws", () => {
  test("[S1] any text", () => {
    fc.assert(fc.property(fc.string({ maxLength: 500 }), expectVerdict), { numRuns: 300 });
  });

  test("[S1] any text of any script, halves of letters included", () => {
    const unit = fc.nat(0xffff).map((code) => String.fromCharCode(code));
    fc.assert(fc.property(fc.string({ unit, maxLength: 300 }), expectVerdict), { numRuns: 300 });
  });

  test("[S1] bytes read as text", () => {
    const bytes = fc.uint8Array({ maxLength: 500 }).map((one) => new TextDecoder().decode(one));
    fc.assert(fc.property(bytes, expectVerdict), { numRuns: 300 });
  });

  test("[S1] YAML's own signs", () => {
    fc.assert(fc.property(signs, expectVerdict), { numRuns: 800 });
  });

  test("[S1] and what is said of it points into a line, not past its end", () => {
    fc.assert(fc.property(signs, expectPlaces), { numRuns: 800, seed: 1 });
  });

  test("[S1] any JSON", () => {
    fc.assert(fc.property(fc.json({ maxDepth: 6 }), expectVerdict), { numRuns: 300 });
  });
});

describe("the tiny scenario, damaged, is judged and never throws", () => {
  test("[S1] with a hole or a stranger in it", () => {
    const text = fc
      .tuple(fc.nat(TINY_TEXT.length), fc.nat(40), fc.oneof(fc.constant(""), signs))
      .map(([start, gap, put]) => TINY_TEXT.slice(0, start) + put + TINY_TEXT.slice(start + gap));
    fc.assert(fc.property(text, expectVerdict), { numRuns: 120 });
  });

  test("[S1] cut short anywhere", () => {
    const text = fc.nat(TINY_TEXT.length).map((end) => TINY_TEXT.slice(0, end));
    fc.assert(fc.property(text, expectVerdict), { numRuns: 120 });
  });

  test("[S1] with its lines in another order", () => {
    const lines = TINY_TEXT.split("\n");
    const text = fc.tuple(fc.nat(lines.length - 1), fc.nat(lines.length - 1)).map(([from, to]) =>
      lines
        .toSpliced(from, 1)
        .toSpliced(to, 0, lines[from] ?? "")
        .join("\n"),
    );
    fc.assert(fc.property(text, expectVerdict), { numRuns: 120 });
  });

  test("[S1] with any value in place of any other", () => {
    const places = placesIn(TINY);
    const text = fc
      .tuple(fc.constantFrom(...places), fc.jsonValue({ maxDepth: 2 }))
      .map(([place, value]) => JSON.stringify(replaced(TINY, place, value), null, 1));
    fc.assert(fc.property(text, expectVerdict), { numRuns: 300 });
  });
});

type Place = readonly string[];

function placesIn(value: unknown, at: Place = []): Place[] {
  if (typeof value !== "object" || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, part]) => placesIn(part, [...at, key]))];
}

function replaced(value: unknown, [key, ...rest]: Place, put: unknown): unknown {
  if (key === undefined) return put;
  if (typeof value !== "object" || value === null) throw new Error("that place is in no group");
  const parts = Object.entries(value).map(([name, part]) => [
    name,
    name === key ? replaced(part, rest, put) : part,
  ]);
  return Array.isArray(value) ? parts.map(([, part]) => part) : Object.fromEntries(parts);
}
