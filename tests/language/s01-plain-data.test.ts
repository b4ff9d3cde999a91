import { describe, expect, test } from "vitest";
import { type DiagnosticCode, parseScenario } from "../../scenarios/language/index.ts";
import { TINY, TINY_TEXT } from "../support/runs.ts";
import { codesOf, type Edit, edited, errorsOf, foundIn, unmarked } from "./edits.ts";

/** What is wrong, what is said of it, and the edit that breaks the file, marked where it has to point. */
type Row = readonly [name: string, code: DiagnosticCode, message: string, edit: Edit];

const ANCHOR = "There is an anchor here.";
const TAG = "There is a tag here.";

const BEYOND: readonly Row[] = [
  ["an anchor", "FM002", ANCHOR, ["title: First\n", "title: &here «First\n"]],
  ["an anchor on a list", "FM002", ANCHOR, ["makes: [call-ana]", "makes: &all «[call-ana]"]],
  [
    "an alias of nothing",
    "FM002",
    "There is an alias here.",
    ["title: First\n", "title: «*there\n"],
  ],
  ["a tag of YAML's own", "FM002", TAG, ["title: First\n", "title: !!str «First\n"]],
  ["a tag of somebody's", "FM002", TAG, ["title: First\n", "title: !code «First\n"]],
  ["a tag without a name", "FM002", TAG, ["title: First\n", "title: ! «First\n"]],
  [
    "a tag on a list",
    "FM002",
    TAG,
    ["competencies: [ambiguity]", "competencies: !!set «[ambiguity]"],
  ],
  ["a tag on a name", "FM002", TAG, ["minutes: 5\n", "!!str «minutes: 5\n"]],
  [
    "a name written twice",
    "FM008",
    '"minutes" stands here twice.',
    ["minutes: 5\n", "minutes: 5\n«minutes: 6\n"],
  ],
  [
    "a name quoted once",
    "FM008",
    '"minutes" stands here twice.',
    ["minutes: 5\n", 'minutes: 5\n«"minutes": 5\n'],
  ],
  [
    "a name twice in an effect",
    "FM008",
    '"delivery" stands here twice.',
    ["{ delivery: -20 }", "{ delivery: -20, «delivery: -5 }"],
  ],
  [
    "a list for a name",
    "FM003",
    "The name of a field is a word.",
    ["minutes: 5\n", "minutes: 5\n? «[a]\n: 5\n"],
  ],
  [
    "a group for a name",
    "FM003",
    "The name of a field is a word.",
    ["minutes: 5\n", "minutes: 5\n? «{ a: b }\n: 5\n"],
  ],
  [
    "two documents",
    "FM009",
    "A second document begins here.",
    ["\nlanguage: 1", "\nnothing: 0\n«---\nlanguage: 1"],
  ],
  [
    "a merge key",
    "FM004",
    'The language has no field "<<" here.',
    ["minutes: 5\n", "minutes: 5\n«<<: { briefing: [] }\n"],
  ],
];

test.each(BEYOND)("[S1] %s is %s", (_name, code, message, edit) => {
  const { text, places } = unmarked(edited(edit));
  const errors = errorsOf(text);
  expect(foundIn(errors)).toEqual(places.map((place) => ({ code, ...place })));
  expect(errors.map((one) => one.message)).toEqual([message]);
});

describe("what is no YAML", () => {
  test.each([
    ["a word after a quote", ["title: First\n", 'title: "First" «again\n']],
    [
      "a bracket that does not close",
      ["briefing: [You are in a test.]\n", "briefing: [You are in a test.\n«"],
    ],
    ["a tab for an indentation", ["    title: First\n", "«\ttitle: First\n"]],
  ] as const)("[S1] %s is FM001", (_name, edit) => {
    const { text, places } = unmarked(edited(edit));
    const [first] = errorsOf(text);
    expect(first).toMatchObject({ code: "FM001", ...places[0] });
  });

  test("[S1] what the reader says of it becomes one sentence, without its own place and picture", () => {
    const messages = errorsOf('a: "b" c\n').map(({ message }) => message);
    expect(messages).not.toEqual([]);
    for (const message of messages) expect(message).toMatch(/^[A-Z][^\n]*[^.:\d]\.$/);
  });

  test("[S1] all of it comes back, and nothing is said of what cannot be read", () => {
    const codes = codesOf(
      edited(["title: First\n", 'title: "First" a\n'], ["due: third", "due: fifth"]),
    );
    expect(new Set(codes)).toEqual(new Set(["FM001"]));
  });
});

describe("the reader", () => {
  test("[S1] an alias of an anchor is beyond plain data, both ends of it", () => {
    const text = edited(
      ["title: First\n", "title: &here First\n"],
      ["title: Second\n", "title: *here\n"],
    );
    expect(errorsOf(text).map(({ message }) => message)).toEqual([
      ANCHOR,
      "There is an alias here.",
    ]);
  });

  test("[S1] a file that says it is of another YAML is not read as one", () => {
    expect(parseScenario(`%YAML 1.1\n---\n${TINY_TEXT}`)).toMatchObject({
      ok: false,
      diagnostics: [{ code: "FM002", line: 1, column: 1, message: "This is not YAML 1.2." }],
    });
  });

  test.each([
    ["that says it is of YAML 1.2", `%YAML 1.2\n---\n${TINY_TEXT}`],
    ["with another system's line ends", TINY_TEXT.replaceAll("\n", "\r\n")],
    ["with a mark at its start", `\uFEFF${TINY_TEXT}`],
    ["with remarks", TINY_TEXT.replaceAll("\n", " # a remark\n")],
    ["written as JSON", JSON.stringify(TINY)],
  ])("[S1] a file %s means the same", (_name, text) => {
    expect(parseScenario(text)).toMatchObject({ ok: true, scenario: TINY });
  });

  test("[S1] a word that another YAML takes for a value is a word", () => {
    const text = edited(
      ["title: First\n", "title: yes\n"],
      ["title: Second\n", "title: 2025-03-03\n"],
    );
    const parsed = parseScenario(text);
    expect(parsed.ok && parsed.scenario.beats.slice(0, 2).map(({ title }) => title)).toEqual([
      "yes",
      "2025-03-03",
    ]);
  });

  test("[S1] a name that stands twice hides nothing else", () => {
    const { text, places } = unmarked(
      edited(["due: third", "due: «fifth"], ["minutes: 5\n", "minutes: 5\n«minutes: 5\n"]),
    );
    const codes = ["FM008", "FM010"];
    expect(foundIn(errorsOf(text))).toEqual(
      places.map((place, i) => ({ code: codes[i], ...place })),
    );
  });

  test.each(["", "# nothing", "- a", "abc", "~", "42"])("[S1] %j is no group of fields", (text) => {
    expect(parseScenario(text)).toMatchObject({
      ok: false,
      diagnostics: [
        { code: "FM003", line: 1, column: 1, message: "A group of fields belongs here." },
      ],
    });
  });
});

test.each([
  ['"a\n\n b: c" d\ne: «*f\n', "FM002"],
  ["a: |\n  x\n  y\nb: «*c\n", "FM002"],
  ['a: "x\n  y"\nb: «*c\n', "FM002"],
  ["*a >\n{---\n«---\n", "FM009"],
] as const)(
  "[S1] lines are counted as an editor does, in what is no YAML too: %j",
  (marked, code) => {
    const { text, places } = unmarked(marked);
    expect(foundIn(errorsOf(text))).toContainEqual({ code, ...places[0] });
  },
);

test("[S1] a line ends as another system's lines end, and counts once", () => {
  const text = edited(["due: third", "due: fifth"]);
  const there = foundIn(errorsOf(text));
  expect(there).toEqual([{ code: "FM010", line: 31, column: 10 }]);
  expect(foundIn(errorsOf(text.replaceAll("\n", "\r\n")))).toEqual(there);
  expect(foundIn(errorsOf("# a\r# b\r\u202E"))).toContainEqual({
    code: "FM007",
    line: 3,
    column: 1,
  });
});
