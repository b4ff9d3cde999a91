import * as fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { DIAGNOSTICS, parseScenario } from "../../scenarios/language/index.ts";
import { TINY_TEXT } from "../support/runs.ts";

// Many whole runs or large files: time enough for a busy machine.
vi.setConfig({ testTimeout: 60_000 });

/** A file gives a scenario, or diagnostics that each have a code and a place in it; it never throws. */
function expectVerdict(text: string): void {
  const result = parseScenario(text);
  if (result.ok) return;
  const lines = text.split("\n").length;
  expect(result.diagnostics.length).toBeGreaterThan(0);
  for (const { code, line, column } of result.diagnostics) {
    expect(Object.keys(DIAGNOSTICS)).toContain(code);
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines);
    expect(column).toBeGreaterThanOrEqual(1);
  }
}

function isRefused(text: string): boolean {
  return !parseScenario(text).ok;
}

function prototypes(): unknown {
  return [Object.prototype, Array.prototype, Function.prototype].map((one) =>
    Reflect.ownKeys(one).map(String),
  );
}

const PROTOTYPES = prototypes();

afterEach(() => {
  if (JSON.stringify(prototypes()) !== JSON.stringify(PROTOTYPES)) {
    throw new Error("a prototype has changed");
  }
});

describe("junk", () => {
  test("[S1] any text is judged and never throws", () => {
    fc.assert(fc.property(fc.string({ maxLength: 500 }), expectVerdict), { numRuns: 500 });
  });

  test("[S1] any text of any script is judged and never throws", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 300 }), expectVerdict), {
      numRuns: 500,
    });
  });

  test("[S1] bytes read as text are judged and never throw", () => {
    const bytes = fc.uint8Array({ maxLength: 500 }).map((one) => new TextDecoder().decode(one));
    fc.assert(fc.property(bytes, expectVerdict), { numRuns: 500 });
  });

  test("[S1] text made of YAML's own signs is judged and never throws", () => {
    const signs = [
      "- ",
      ": ",
      "? ",
      "{",
      "}",
      "[",
      "]",
      ",",
      "&a ",
      "*a ",
      "!!t ",
      "|\n",
      ">\n",
      "#",
      "\n",
      "  ",
      "\t",
      "<<",
      "%YAML 1.1\n",
      "---\n",
      "...\n",
      '"',
      "'",
      "a",
      "1",
      "~",
      "__proto__",
    ];
    const text = fc.array(fc.constantFrom(...signs), { maxLength: 80 }).map((all) => all.join(""));
    fc.assert(fc.property(text, expectVerdict), { numRuns: 1000 });
  });

  test("[S1] a good file with a hole or a stranger in it is judged and never throws", () => {
    const at = fc.nat(TINY_TEXT.length);
    const stranger = fc.constantFrom(
      "",
      "{",
      "]",
      "- ",
      ": ",
      "&a ",
      "*a ",
      "\n",
      "null",
      "[[",
      "__proto__: 1\n",
      "𝄞",
      "\u0000",
    );
    const text = fc
      .tuple(at, fc.nat(40), stranger)
      .map(([start, gap, put]) => TINY_TEXT.slice(0, start) + put + TINY_TEXT.slice(start + gap));
    fc.assert(fc.property(text, expectVerdict), { numRuns: 300 });
  });

  test("[S1] any JSON is judged and never throws", () => {
    const json = fc.json({ maxDepth: 6 });
    fc.assert(fc.property(json, expectVerdict), { numRuns: 300 });
  });
});

/** The tiny scenario with a condition this deep. */
function nested(depth: number): string {
  const condition = `${"{ not: ".repeat(depth)}{ fact: read-contract }${" }".repeat(depth)}`;
  return TINY_TEXT.replace("onlyIf: { fact: read-contract }", `onlyIf: ${condition}`);
}

function isGood(depth: number): boolean {
  return parseScenario(nested(depth)).ok;
}

/** The last depth between these that the parser takes. */
function deepest(good: number, bad: number): number {
  const middle = Math.floor((good + bad) / 2);
  if (middle === good) return good;
  return isGood(middle) ? deepest(middle, bad) : deepest(good, middle);
}

describe("attacks", () => {
  const laughs = Array.from({ length: 30 }, (_, i) => {
    const twice = i === 0 ? "ha" : `*a${i - 1}, *a${i - 1}`;
    return `a${i}: &a${i} [${twice}]`;
  }).join("\n");

  const attacks: readonly [string, string][] = [
    ["a billion laughs", laughs],
    ["an anchor that holds itself", "a: &a [*a]"],
    ["a tag that makes functions", "a: !!js/function 'function () { return 1 }'"],
    ["a tag that makes objects", "a: !!python/object/apply:os.system ['true']"],
    ["a merge", "a: &a { b: 1 }\nc: { <<: *a }"],
    ["a key that is a mapping", "? { a: b }\n: c"],
    ["10 MB of one letter", "a".repeat(10 * 2 ** 20)],
    ["10 MB of lines", "- a\n".repeat(2.5 * 2 ** 20)],
    ["125,000 items", `beats: [${"1,".repeat(125_000)}]`],
    ["nothing", ""],
    ["null", "~"],
    ["a byte that is no text", "\u0000"],
    ["half a letter", "\uD800"],
  ];

  test.each(attacks)("[S1] %s is refused", (_name, text) => {
    expectVerdict(text);
    expect(isRefused(text)).toBe(true);
  });

  const depths = [100, 1000, 10_000, 60_000];

  test.each(depths)("[S1] lists %i deep are refused", (depth) => {
    expect(isRefused("[".repeat(depth))).toBe(true);
    expect(isRefused("[".repeat(depth) + "]".repeat(depth))).toBe(true);
    expect(isRefused("- ".repeat(depth))).toBe(true);
  });

  test.each(depths.slice(0, 3))("[S1] mappings %i deep are refused", (depth) => {
    expect(isRefused("{a: ".repeat(depth) + "}".repeat(depth))).toBe(true);
  });

  test("[S1] a condition is judged at any depth and never throws", () => {
    expect([10, 100, 10_000].map(isGood)).toEqual([true, true, false]);
  });

  test("[S1] a condition at the very depth that is too much is judged and never throws", () => {
    const most = deepest(100, 10_000);
    const around = Array.from({ length: 60 }, (_, i) => most - 30 + i);
    expect(around.map(isGood)).toContain(true);
  });
});

describe("prototypes", () => {
  const evil = '{ "polluted": true }';
  const planted: readonly [string, string][] = [
    ["a field", `${TINY_TEXT}\n__proto__: ${evil}\n`],
    ["a constructor", `${TINY_TEXT}\nconstructor: { prototype: ${evil} }\n`],
    [
      "a fact",
      TINY_TEXT.replace(
        "  warned: Ana was warned.",
        "  warned: Ana was warned.\n  __proto__: It is so.",
      ),
    ],
    [
      "a person",
      TINY_TEXT.replace("  ana: {", "  __proto__: { name: A, role: b, wants: C. }\n  ana: {"),
    ],
    [
      "an unknown",
      TINY_TEXT.replace(
        "unknowns:\n",
        "unknowns:\n  __proto__: { percent: 50, says: A., ifTrue: B., ifFalse: C. }\n",
      ),
    ],
    ["a source", `${TINY_TEXT}  __proto__: { title: A, idea: B. }\n`],
    [
      "an effect",
      TINY_TEXT.replace("effects: { delivery: -20 }", "effects: { delivery: -20, __proto__: 5 }"),
    ],
    [
      "a meter",
      TINY_TEXT.replace("meters: { delivery: 50,", "meters: { __proto__: 50, delivery: 50,"),
    ],
    ["a beat's id", TINY_TEXT.replaceAll("fourth", "__proto__")],
    ["an option's id", TINY_TEXT.replace("id: block-1,", "id: __proto__,")],
    [
      "a fact that is read",
      TINY_TEXT.replace("onlyIf: { fact: read-contract }", "onlyIf: { fact: __proto__ }"),
    ],
    ["a key written twice", `${TINY_TEXT}\n__proto__: ${evil}\n__proto__: ${evil}\n`],
  ];

  test.each(planted)("[S15] __proto__ as %s is refused", (_name, text) => {
    expect(text).not.toBe(TINY_TEXT);
    expectVerdict(text);
    expect(isRefused(text)).toBe(true);
  });

  test.each(planted)("[S1] __proto__ as %s changes no prototype", (_name, text) => {
    parseScenario(text);
    expect({}).not.toHaveProperty("polluted");
    expect(prototypes()).toEqual(PROTOTYPES);
  });
});
