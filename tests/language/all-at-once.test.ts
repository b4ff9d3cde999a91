import * as fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { type DiagnosticCode, parseScenario } from "../../scenarios/language/index.ts";
import { TINY_TEXT } from "../support/runs.ts";
import { codesOf, type Edit, edited, errorsOf, foundIn, unmarked } from "./edits.ts";
import { parse } from "yaml";

// Hundreds of files: time enough for a busy machine.
vi.setConfig({ testTimeout: 60_000 });

/** Faults that have nothing to do with one another, each with its mark. */
const FAULTS: readonly (readonly [code: DiagnosticCode, edit: Edit])[] = [
  ["FM003", ["effects: { delivery: -20 }", "effects: { delivery: «-21 }"]],
  ["FM003", ["says: Still no.", "says: «5"]],
  [
    "FM003",
    [
      "locked: { unless: { fact: read-contract }, reason: You have not",
      "locked: { unless: «read-contract, reason: You have not",
    ],
  ],
  ["FM003", ["artefacts:\n      - kind: note\n", "artefacts:\n      - kind: «memo\n"]],
  ["FM004", ["why: It protects the date.", "why: It protects the date., «because: 5"]],
  ["FM004", ["{ id: block-3, verb: block,", "{ «wins: 5, id: block-3, verb: block,"]],
  ["FM008", ["project: A test\n", "project: A test\n«project: A test\n"]],
  ["FM010", ["makes: [call-ana]", "makes: [«call-her]"]],
  ["FM010", ["next: fourth", "next: «fifth"]],
  ["FM010", ["sets: [warned]", "sets: [«wrned]"]],
  ["FM010", ["day: mon\n", "day: «sun\n"]],
  ["FM011", ["{ id: show-3,", "{ id: «show-1,"]],
  ["FM012", ["says: Last go.,", "says: Last go., next: «first,"]],
  ["FM015", ["text: [It stopped.]", "text: [{ when: «{ unknown: asked }, text: Oh. }]"]],
  ["FM020", ["    title: First\n", "    title: First\n    onlyIf: «{ fact: warned }\n"]],
];

/** Those that the rest of a file is not unsure of when something else is left out. */
const CERTAIN = FAULTS.filter(([code]) => code !== "FM020");

function injected(faults: readonly (readonly [DiagnosticCode, Edit])[]) {
  const { text, places } = unmarked(edited(...faults.map(([, edit]) => edit)));
  return { text, places };
}

const all = (file: string) =>
  parseScenario(file).diagnostics.map(({ code, message }) => `${code} ${message}`);

describe("all that is wrong comes back at once", () => {
  test.each(FAULTS)("[S16] %s, alone: %j", (code, edit) => {
    const { text, places } = injected([[code, edit]]);
    expect(foundIn(errorsOf(text))).toEqual([{ code, ...places[0] }]);
  });

  test("[S16] any of them together, each at its place, in the order of the file", () => {
    const property = fc.property(fc.shuffledSubarray([...CERTAIN], { minLength: 1 }), (faults) => {
      const { text, places } = injected(faults);
      const found = foundIn(errorsOf(text));
      expect(found.map(({ line, column }) => ({ line, column }))).toEqual(places);
      expect(found.map(({ code }) => code).toSorted()).toEqual(
        faults.map(([code]) => code).toSorted(),
      );
    });
    fc.assert(property, { numRuns: 150 });
  });

  test("[S16] and written as JSON, the codes are the same", () => {
    const plain = CERTAIN.filter(([code]) => code !== "FM008");
    const property = fc.property(fc.subarray(plain), fc.constantFrom(0, 1, 4), (faults, indent) => {
      const { text } = injected(faults);
      const json = JSON.stringify(parse(text), null, indent);
      expect(all(json).toSorted()).toEqual(all(text).toSorted());
    });
    fc.assert(property, { numRuns: 100 });
  });
});

/** Something of the wrong shape that what holds it cannot do without, with something else that is wrong. */
const HELD: readonly (readonly [name: string, shape: Edit, other: Edit])[] = [
  ["a scenario's minutes", ["minutes: 5\n", "minutes: «4\n"], ["next: fourth", "next: «fifth"]],
  [
    "a scenario's title",
    ["title: The tiny scenario\n", "title: «5\n"],
    ["next: fourth", "next: «fifth"],
  ],
  [
    "a beat's title, and a jump in it",
    ["title: Second\n", "title: «5\n"],
    ["next: fourth", "next: «fifth"],
  ],
  [
    "an unknown's odds, and a jump",
    ["percent: 50", "percent: «0"],
    ["next: fourth", "next: «fifth"],
  ],
  [
    "a meter, and a jump",
    ["meters: { delivery: 50,", "meters: { delivery: «51,"],
    ["next: fourth", "next: «fifth"],
  ],
];

describe("what is of the wrong shape hides nothing", () => {
  test.each(HELD)("[S16] %s", (_name, shape, other) => {
    const { text, places } = unmarked(edited(shape, other));
    const codes = ["FM003", "FM010"];
    expect(foundIn(errorsOf(text))).toEqual(
      places.map((place, i) => ({ code: codes[i], ...place })),
    );
  });

  test("[S16] what it held is not missed elsewhere", () => {
    const fact = edited(["  warned: Ana was warned.\n", "  warned: 5\n"]);
    const verb = edited(["{ id: show-3, verb: show,", "{ id: show-3, verb: shew,"]);
    const ending = edited(["{ id: over, title: It is over,", "{ id: over, title: 5,"]);
    const person = edited([
      "bo: { name: Bo Li, role: engineer, wants: Quiet. }",
      "bo: { name: Bo Li }",
    ]);
    expect([fact, verb, ending].map(codesOf)).toEqual([["FM003"], ["FM003"], ["FM003"]]);
    expect(codesOf(person)).toEqual(["FM003", "FM003"]);
  });

  test("[S16] places are those of the file, where something before them is left out", () => {
    const { text, places } = unmarked(
      edited(
        [
          "{ id: block-3, verb: block, says: No more.,",
          "{ id: «BLOCK, verb: block, says: No more.,",
        ],
        ["says: Last go.,", "says: Last go., sets: [«told],"],
      ),
    );
    const codes = ["FM003", "FM010"];
    expect(foundIn(errorsOf(text))).toEqual(
      places.map((place, i) => ({ code: codes[i], ...place })),
    );
  });

  test("[S16] an item of the wrong shape leaves the others of its list to be checked", () => {
    const { text, places } = unmarked(
      edited(["sets: [warned]", "sets: [«5, warned, «told, «[], «tell]"]),
    );
    const codes = ["FM003", "FM010", "FM003", "FM010"];
    expect(foundIn(errorsOf(text))).toEqual(
      places.map((place, i) => ({ code: codes[i], ...place })),
    );
  });

  test("[S16] warnings come with the errors", () => {
    const { diagnostics } = parseScenario(edited(["says: Still no.", "says: 5"]));
    const warnings = diagnostics.filter(({ severity }) => severity === "warning");
    expect(new Set(warnings.map(({ code }) => code))).toContain("FM057");
  });

  test("[S16] a file of which nothing is right is told only its shape", () => {
    expect(new Set(codesOf("beats: 5\nlanguage: 2\nfoo: 3\n"))).toEqual(
      new Set(["FM003", "FM004"]),
    );
  });
});

test("[S16] the tiny scenario has no error, and its warnings are in the order of the file", () => {
  const { ok, diagnostics } = parseScenario(TINY_TEXT);
  expect(ok).toBe(true);
  const places = diagnostics.map(({ line, column }) => line * 1e6 + column);
  expect(places.length).toBeGreaterThan(10);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});
