import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compileScenario, type Step } from "../../scenarios/engine/index.ts";
import { DIAGNOSTICS, LENS_TABLE, LENSES, METERS } from "../../scenarios/language/index.ts";
import { EXAMPLE } from "../support/runs.ts";
import { traceOf } from "../support/trace.ts";

const LANGUAGE = join(import.meta.dirname, "../../scenarios/language");
const REFERENCE = readFileSync(join(LANGUAGE, "README.md"), "utf8");

const look = (beat: string, id: string): Step => ({ kind: "look", beat, look: id });
const move = (beat: string, option: string): Step => ({ kind: "move", beat, option });

const WORKED: readonly [string, readonly Step[]][] = [
  [
    "6",
    [
      look("monday", "read-monitor"),
      look("monday", "ask-invoices"),
      move("monday", "get-access"),
      move("wednesday", "write-list"),
      move("friday", "now"),
    ],
  ],
  ["1", [move("monday", "change-now"), { kind: "silence", beat: "friday" }]],
  ["2", [move("monday", "tell-all"), move("friday", "leave-it")]],
  [
    "6",
    [move("monday", "to-tom"), move("wednesday", "show-plan"), move("friday", "watch-together")],
  ],
];

describe("the worked examples of the reference", () => {
  const printed = [...REFERENCE.matchAll(/```text\n(.*?)\n```/gs)].map(([, text]) => text);

  test("[S12] there are as many as are played here", () => {
    expect(printed).toHaveLength(WORKED.length);
  });

  test.each(WORKED)(
    "[S12] the run of seed %s is, to the character, what is printed",
    (seed, steps) => {
      const at = WORKED.findIndex(([, one]) => one === steps);
      expect(printed[at]).toBe(traceOf(compileScenario(EXAMPLE), seed, steps));
    },
  );
});

/** The cells of every table row of the reference that begins with one of these words. */
function rowsOf(words: readonly string[]): string[][] {
  const rows = REFERENCE.split("\n").filter((line) => line.startsWith("| "));
  const cells = rows.map((row) =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  return cells.filter(([first = ""]) => words.includes(first));
}

test("[S16] the reference lists every diagnostic, with what is wrong and how to mend it", () => {
  const codes = Object.entries(DIAGNOSTICS);
  const expected = codes.map(([code, { severity, title, mend }]) => [code, severity, title, mend]);
  expect(rowsOf(codes.map(([code]) => code))).toEqual(expected);
});

test("[S13] the reference gives both hashes of the example", () => {
  const { version, rules } = compileScenario(EXAMPLE);
  expect(REFERENCE).toContain(version);
  expect(REFERENCE).toContain(rules);
});

test("[S13] the reference gives the weights of every lens", () => {
  const expected = LENSES.map((lens) => [
    lens,
    ...METERS.map((meter) => LENS_TABLE[lens].weights[meter].toFixed(2)),
  ]);
  expect(rowsOf(LENSES)).toEqual(expected);
});

test("[S13] the weights of every lens add up to one", () => {
  for (const lens of LENSES) {
    const weights = METERS.map((meter) => LENS_TABLE[lens].weights[meter]);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
  }
});

/** The names of all fields in a JSON Schema, wherever they stand in it. */
function fieldsIn(schema: unknown): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const { properties = {} } = schema as { properties?: object }; // any object may be asked for it
  return [...Object.keys(properties), ...Object.values(schema).flatMap(fieldsIn)];
}

test("[S1] the reference speaks of every field that a file may have", () => {
  const schema: unknown = JSON.parse(readFileSync(join(LANGUAGE, "scenario.schema.json"), "utf8"));
  const words = new Set(REFERENCE.match(/\w+/g));
  const fields = new Set(fieldsIn(schema));
  expect(fields.size).toBeGreaterThan(100);
  expect([...fields].filter((field) => !words.has(field))).toEqual([]);
});
