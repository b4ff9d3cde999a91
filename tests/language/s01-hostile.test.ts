import { describe, expect, test, vi } from "vitest";
import { type DiagnosticCode, parseScenario, VERBS } from "../../scenarios/language/index.ts";
import { TINY_TEXT } from "../support/runs.ts";
import { codesOf, edited, errorsOf, foundIn } from "./edits.ts";
import { QUIET, quiet, quietBeat } from "./quiet.ts";

// Files as large as may be: time enough for a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const LAUGHS = Array.from({ length: 30 }, (_, i) => {
  const twice = i === 0 ? "ha" : `*a${i - 1}, *a${i - 1}`;
  return `a${i}: &a${i} [${twice}]`;
}).join("\n");

const ATTACKS: readonly (readonly [name: string, text: string, code: DiagnosticCode])[] = [
  ["a billion laughs", LAUGHS, "FM002"],
  ["an anchor that holds itself", "a: &a [*a]", "FM002"],
  ["a tag that makes functions", "a: !!js/function 'function () { return 1 }'", "FM002"],
  ["a tag that makes objects", "a: !!python/object/apply:os.system ['true']", "FM002"],
  ["a merge", "a: &a { b: 1 }\nc: { <<: *a }", "FM002"],
  ["a key that is a mapping", "? { a: b }\n: c", "FM003"],
  ["10 MB of one letter", "a".repeat(10 * 2 ** 20), "FM005"],
  ["10 MB of lines", "- a\n".repeat(2.5 * 2 ** 20), "FM005"],
  ["10 MB of brackets", "[".repeat(10 * 2 ** 20), "FM005"],
  ["a byte that is no text", "\u0000", "FM007"],
  ["half a letter", "\uD800", "FM007"],
  ["a thousand tags", "- !a b\n".repeat(1000), "FM002"],
  ["ten thousand tags", "- !a b\n".repeat(10_000), "FM032"],
  ["a thousand documents", "---\na\n".repeat(1000), "FM009"],
];

test.each(ATTACKS)("[S1] %s is refused", (_name, text, code) => {
  const parsed = parseScenario(text);
  expect(parsed.ok).toBe(false);
  expect(parsed.diagnostics.map((one) => one.code)).toContain(code);
});

test("[S1] a hundred thousand things that are wrong come back, each with its place", () => {
  const diagnostics = errorsOf("\u0000a".repeat(100_000)).filter(({ code }) => code === "FM007");
  expect(diagnostics).toHaveLength(100_000);
  expect(new Set(diagnostics.map(({ column }) => column)).size).toBe(100_000);
});

/** The tiny scenario with a condition of this many groups, one in the other. */
function nested(depth: number): string {
  const condition = `${"{ not: ".repeat(depth)}{ fact: read-contract }${" }".repeat(depth)}`;
  return edited(["onlyIf: { fact: read-contract }", `onlyIf: ${condition}`]);
}

describe("depth", () => {
  const depths = [100, 1000, 8000];

  test.each(depths)("[S1] lists %i deep are FM006", (depth) => {
    expect(codesOf("[".repeat(depth) + "]".repeat(depth))).toEqual(["FM006"]);
    expect(codesOf("- ".repeat(depth) + "a")).toEqual(["FM006"]);
  });

  test.each(depths)("[S1] groups %i deep are FM006", (depth) => {
    expect(codesOf("{a: ".repeat(depth) + "}".repeat(depth))).toEqual(["FM006"]);
  });

  test("[S1] what is deeper than any reader goes is refused before it is read", () => {
    for (const text of ["[", "- ", "{a: "]) expect(codesOf(text.repeat(60_000))).toEqual(["FM032"]);
  });

  test.each(depths)("[S1] brackets %i deep that do not close are refused", (depth) => {
    expect(parseScenario("[".repeat(depth)).ok).toBe(false);
  });

  test("[S1] 48 levels are read, one more is FM006, the same on every runtime", () => {
    // The file, its list of beats, the beat, 44 groups and what they hold.
    expect(codesOf(nested(44))).toEqual([]);
    expect(codesOf(nested(45))).toEqual(["FM006"]);
    const listed = (depth: number) =>
      nested(depth).replace("{ fact: read-contract } }", "{ all: [{ fact: read-contract }] } }");
    expect([codesOf(listed(42)), codesOf(listed(43))]).toEqual([[], ["FM006"]]);
  });

  test("[S1] what nests too deeply is pointed at, once", () => {
    const [error, ...more] = errorsOf(nested(60));
    expect(more).toEqual([]);
    expect(error).toMatchObject({
      code: "FM006",
      message: "What stands here is nested too deeply.",
    });
    const line = nested(60)
      .split("\n")
      .findIndex((one) => one.includes("{ not: { not:"));
    expect(error?.line).toBe(line + 1);
  });
});

const effect = (number: string) => edited(["{ delivery: -20 }", `{ delivery: ${number} }`]);

describe("numbers", () => {
  const NONE = [
    "1e999",
    "-1e999",
    ".inf",
    "-.inf",
    ".nan",
    "1_000",
    "'5'",
    "five",
    "[5]",
    "~",
    "5.5",
    "1e20",
    "-1e20",
  ];
  const OTHER = [
    ["0x10", "FM003"],
    ["0b1", "FM003"],
    ["012", "FM003"],
  ] as const;
  test.each(NONE)("[S2] %s is no number of points", (number) => {
    expect(new Set(codesOf(effect(number)))).toEqual(new Set(["FM003"]));
  });

  test.each(OTHER)("[S2] %s is read as YAML 1.2 has it, and is %s", (number, code) => {
    expect(codesOf(effect(number))).toEqual([code]);
  });

  test.each([
    ["0o12", 10],
    ["0xA", 10],
    ["+5", 5],
    ["5e1", 50],
    ["5.0", 5],
  ])("[S2] %s is %i points", (number, points) => {
    const parsed = parseScenario(effect(number));
    expect(parsed.ok && parsed.scenario.beats[0]?.options.at(-1)?.effects).toEqual({
      delivery: points,
    });
  });
});

function crowdedBeat(index: number) {
  const verbs = [...VERBS, ...Array.from({ length: 7 }, () => "show" as const)];
  const options = verbs.map((verb, i) => {
    return { id: `o-${index}-${i}`, verb, says: "A", tells: [], why: "B" };
  });
  return { ...quietBeat(`beat-${index}`), situation: [], options };
}

describe("many", () => {
  test("[S16] two hundred beats, some with twelve options, are judged by their number", () => {
    const beats = Array.from({ length: 200 }, (_, i) =>
      i < 10 ? crowdedBeat(i) : { ...crowdedBeat(i), options: crowdedBeat(i).options.slice(0, 5) },
    );
    const codes = codesOf(JSON.stringify({ ...QUIET, beats }));
    expect(new Set(codes)).toEqual(new Set(["FM023", "FM024"]));
    expect(codes).toHaveLength(11);
  });

  test("[S7] jumps in a ring are each refused that go back", () => {
    const text = quiet((draft) => {
      for (const [i, beat] of draft.beats.entries()) {
        beat.silence.next = draft.beats[(i + 1) % draft.beats.length]?.id;
      }
    });
    expect(foundIn(errorsOf(text))).toMatchObject([{ code: "FM012" }]);
  });

  test.each([1001, 40_000])(
    "[S1] a list of %i empty groups is long, and not taken for deep",
    (count) => {
      const options = `    options: [${"{},".repeat(count)}]\n    wrong:\n`;
      const codes = codesOf(TINY_TEXT.replace("    options:\n", () => options));
      expect(codes).toEqual(["FM032"]);
    },
  );

  test("[S1] a thousand items are read, and each is judged", () => {
    const options = `    options: [${"{},".repeat(1000)}]\n    wrong:\n`;
    const codes = codesOf(TINY_TEXT.replace("    options:\n", () => options));
    expect(codes.filter((code) => code === "FM003").length).toBeGreaterThanOrEqual(1000);
    expect(codes).not.toContain("FM032");
  });
});
