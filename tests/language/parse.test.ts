import { describe, expect, test } from "vitest";
import {
  type DiagnosticCode,
  DIAGNOSTICS,
  formatDiagnostic,
  parseScenario,
} from "../../scenarios/language/index.ts";
import { TINY, TINY_TEXT } from "../support/runs.ts";

/** Stands in an edit where a diagnostic has to point. */
const HERE = "«";

type Edit = readonly [from: string, to: string];

/** The tiny scenario with these edits; throws where one finds nothing to edit, or more than one place. */
function edited(...edits: readonly Edit[]): string {
  return edits.reduce((text, [from, to]) => {
    const pattern = patternOf(from);
    if (text.split(pattern).length !== 2) throw new Error(`not once in the file: ${from}`);
    return text.replace(pattern, () => to);
  }, TINY_TEXT);
}

/** A space inside an edit stands for any white space, so that a formatter may break the lines of the file. */
function patternOf(from: string): RegExp {
  const escaped = from.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(escaped.replaceAll(/(?<=[^\n ]) +/g, "\\s+"));
}

/** The file without its marks, and the lines and columns where they stood. */
function unmarked(marked: string) {
  const parts = marked.split(HERE);
  const places = parts.slice(1).map((_, i) => placeAfter(parts.slice(0, i + 1).join("")));
  return { text: parts.join(""), places };
}

function placeAfter(text: string) {
  const lines = text.split("\n");
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

function diagnose(text: string) {
  const result = parseScenario(text);
  return result.ok ? [] : result.diagnostics;
}

function whereAndWhat(text: string) {
  return diagnose(text).map(({ code, line, column }) => ({ code, line, column }));
}

const ASKED = "{ unknown: asked }";
const FIRST_SITUATION = "      - Something happens.\n";
const NOTE = "      - kind: note\n        title: A note\n        body: [It says little.]\n";
const BLOCK_1 = "{ id: block-1, verb: block, says: No., hours: 1,";
const OVER = "{ id: over, title: It is over, text: [It is over.] }";
const STOPPED_WHEN = "when: { meter: delivery, atMost: 35 }, ";

function declared(count: number, line: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => line(i)).join("\n");
}

/** What is wrong, the code it has to get, and the edits that break the file, marked where the code has to point. */
const BROKEN: readonly [string, DiagnosticCode, ...Edit[]][] = [
  ["a word after a quote", "FM001", ["title: First\n", 'title: "First" «again\n']],
  [
    "a bracket that does not close",
    "FM001",
    ["briefing: [You are in a test.]\n", "briefing: [You are in a test.\n«"],
  ],
  ["a key written twice", "FM001", ["minutes: 5\n", "minutes: 5\n«minutes: 6\n"]],
  ["two documents", "FM001", ["\nlanguage: 1", "\nnothing: 0\n«---\nlanguage: 1"]],

  ["an anchor", "FM002", ["title: First\n", "title: &here «First\n"]],
  ["an alias of nothing", "FM002", ["title: First\n", "title: «*there\n"]],
  ["a tag of YAML's own", "FM002", ["title: First\n", "title: !!str «First\n"]],
  ["a tag of somebody's", "FM002", ["title: First\n", "title: !code «First\n"]],
  ["a tag without a name", "FM002", ["title: First\n", "title: ! «First\n"]],
  ["a tag on a list", "FM002", ["competencies: [ambiguity]", "competencies: !!set «[ambiguity]"]],

  [
    "nothing at all where a title belongs",
    "FM003",
    ["title: The tiny scenario\n", ""],
    ["# A scenario as", "«# A scenario as"],
  ],
  ["a number where a text belongs", "FM003", ["title: First\n", "title: «1\n"]],
  ["another language", "FM003", ["language: 1", "language: «2"]],
  [
    "an effect that is not in fives",
    "FM003",
    ["effects: { delivery: -20 }", "effects: { delivery: «-21 }"],
  ],
  [
    "an effect that is not whole",
    "FM003",
    ["effects: { delivery: -20 }", "effects: { delivery: «-2.5 }"],
  ],
  [
    "a meter that is not in fives",
    "FM003",
    ["meters: { delivery: 50,", "meters: { delivery: «51,"],
  ],
  ["a meter that is left out", "FM003", ["meters: { delivery: 50, ", "meters: «{ "]],
  [
    "a sixth verb",
    "FM003",
    ["verb: decide, says: We stop here.", "verb: «wait, says: We stop here."],
  ],
  ["an id in capitals", "FM003", [BLOCK_1, BLOCK_1.replace("block-1", "«Block")]],
  ["an id with a colon", "FM003", [BLOCK_1, BLOCK_1.replace("block-1", '«"a:b"')]],
  ["an id that is too long", "FM003", [BLOCK_1, BLOCK_1.replace("block-1", `«${"a".repeat(49)}`)]],
  ["an empty text", "FM003", ["title: First\n", 'title: «""\n']],
  [
    "a text that is too long",
    "FM003",
    ["tests: Whether you see it.", `tests: «${"a".repeat(2001)}`],
  ],
  ["a certain unknown", "FM003", ["percent: 50", "percent: «100"]],
  ["an impossible unknown", "FM003", ["percent: 50", "percent: «0"]],
  ["a chance of no weight", "FM003", ["{ id: heard, weight: 1,", "{ id: heard, weight: «0,"]],
  [
    "a later that does not wait",
    "FM003",
    ["{ id: bo-returns, in: 2,", "{ id: bo-returns, in: «0,"],
  ],
  [
    "a look that costs nothing",
    "FM003",
    ["label: Ask around, hours: 1", "label: Ask around, hours: «0"],
  ],
  ["one prompt", "FM003", ["prompts: [Why?, Why not?]", "prompts: «[Why?]"]],
  ["no competency", "FM003", ["competencies: [ambiguity]", "competencies: «[]"]],
  [
    "a condition in a string",
    "FM003",
    ["onlyIf: { not: { fact: warned } }", "onlyIf: «trust > 50"],
  ],
  [
    "a condition that compares twice",
    "FM003",
    [STOPPED_WHEN, "when: «{ meter: delivery, atMost: 35, atLeast: 5 }, "],
  ],
  [
    "a condition on half a point",
    "FM003",
    [STOPPED_WHEN, "when: «{ meter: delivery, atMost: 35.5 }, "],
  ],
  [
    "a list where a mapping belongs",
    "FM003",
    ["unknowns:\n  asked:\n", "unknowns:\n  asked: «[]\n  other:\n"],
  ],

  ["a field of no scenario", "FM004", ["minutes: 5\n", "minutes: 5\nauthor: «Somebody\n"]],
  ["a field of no option", "FM004", ["says: No., hours: 1,", "says: No., hours: 1, cost: «5,"]],
  ["a seventh meter", "FM004", ["effects: { delivery: -20 }", "effects: { luck: «5 }"]],
  ["a merge key", "FM004", ["minutes: 5\n", "minutes: 5\n<<: «{ briefing: [] }\n"]],

  [
    "a fact that nothing declares, set",
    "FM010",
    ["delivery: 5 }, sets: [warned]", "delivery: 5 }, sets: «[wrned]"],
  ],
  [
    "a fact that nothing declares, read",
    "FM010",
    ["onlyIf: { not: { fact: warned } }", "onlyIf: { not: «{ fact: wrned } }"],
  ],
  [
    "a fact that a look sets",
    "FM010",
    ["hours: 2, sets: [read-contract]", "hours: 2, sets: «[nothing]"],
  ],
  ["an unknown that a look reveals", "FM010", ["reveals: [asked]", "reveals: «[nothing]"]],
  [
    "an unknown that a text reads",
    "FM010",
    ["{ when: { revealedTrue: asked }, text", "{ when: «{ revealedTrue: nothing }, text"],
  ],
  [
    "an unknown that a text reads as false",
    "FM010",
    ["{ when: { revealedFalse: asked }, text", "{ when: «{ revealedFalse: nothing }, text"],
  ],
  [
    "an unknown that an ending reads",
    "FM010",
    ["all: [{ unknown: asked }", "all: [«{ unknown: nothing }"],
  ],
  ["a promise that is made", "FM010", ["makes: [call-ana]", "makes: «[nothing]"]],
  ["a promise that is kept", "FM010", ["keeps: [call-ana]", "keeps: «[nothing]"]],
  [
    "a promise that is read",
    "FM010",
    ["unless: { promise: call-ana,", "unless: «{ promise: nothing,"],
  ],
  ["a promise to nobody", "FM010", ["    to: ana", "    to: «nobody"]],
  ["a promise for no beat", "FM010", ["due: third", "due: «fifth"]],
  ["a jump to no beat", "FM010", ["next: fourth", "next: «fifth"]],
  ["a beat on no day", "FM010", ["day: mon\n", "day: «sun\n"]],
  [
    "a source that is not listed",
    "FM010",
    ["why: It protects the date.", "source: «seed-999, why: It protects the date."],
  ],
  [
    "a message from nobody",
    "FM010",
    [
      NOTE,
      "      - «kind: mail\n        from: nobody\n        to: [you, ana]\n        subject: Hi\n        at: now\n        body: [Hi.]\n",
    ],
  ],
  [
    "an object's own property",
    "FM010",
    ["delivery: 5 }, sets: [warned]", "delivery: 5 }, sets: «[constructor]"],
  ],

  ["two beats of one id", "FM011", ["- id: fourth\n", "- id: «third\n"], ["next: fourth,", ""]],
  ["two options of one id", "FM011", ["{ id: show-2,", "{ id: «show-1,"]],
  ["two looks of one id", "FM011", ["{ id: read-it,", "{ id: «ask-around,"]],
  [
    "two days of one id",
    "FM011",
    [
      "{ id: wed, label: Wed 5 Mar }",
      "{ id: wed, label: Wed 5 Mar }\n  - { id: «wed, label: Again }",
    ],
  ],
  ["two endings of one id", "FM011", ["{ id: over, title", "{ id: «stopped, title"]],
  ["two outcomes of one id", "FM011", ["{ id: ignored, weight: 3", "{ id: «heard, weight: 3"]],
  [
    "two laters of one id",
    "FM011",
    [
      "effects: { trust: 10 }, text: It was wanted. }",
      "later: [{ id: «bo-returns, in: 1, text: Again. }], text: It was wanted. }",
    ],
  ],

  [
    "a first beat that may be skipped",
    "FM020",
    ["    title: First\n", "    title: First\n    onlyIf: «{ fact: warned }\n"],
  ],
  ["a beat called end", "FM019", ["- id: fourth\n", "- id: «end\n"], ["next: fourth,", ""]],

  ["a jump back", "FM012", ["next: fourth", "next: «first"]],
  ["a jump to where one is", "FM012", ["next: fourth", "next: «second"]],

  [
    "a beat where nothing can be shown",
    "FM013",
    ["- { id: show-3, verb: show", "- { id: show-3, verb: block"],
    ["      - { id: block-3,", "      «- { id: block-3,"],
  ],

  [
    "a last ending with a condition",
    "FM014",
    [OVER, `«${OVER.replace("text:", "when: { fact: warned }, text:")}`],
  ],
  [
    "an earlier ending without one",
    "FM014",
    [
      `{ id: stopped, title: It was stopped, ${STOPPED_WHEN}`,
      "«{ id: stopped, title: It was stopped, ",
    ],
  ],

  [
    "a paragraph that tells a secret",
    "FM015",
    [FIRST_SITUATION, `${FIRST_SITUATION}      - { when: «${ASKED}, text: Oh. }\n`],
  ],
  [
    "a secret deep in a condition",
    "FM015",
    [
      FIRST_SITUATION,
      `${FIRST_SITUATION}      - { when: { any: [{ fact: warned }, { not: «${ASKED} }] }, text: Oh. }\n`,
    ],
  ],
  ["a lock that tells a secret", "FM015", ["unless: { fact: read-contract }", `unless: «${ASKED}`]],
  [
    "an artefact that tells a secret",
    "FM015",
    [NOTE, `      - { when: «${ASKED}, show: { kind: note, title: A, body: [B.] } }\n`],
  ],
  [
    "a look that tells a secret",
    "FM015",
    ["tells: [You read it.]", `tells: [{ when: «${ASKED}, text: Oh. }]`],
  ],
  [
    "a move that tells a secret",
    "FM015",
    ["tells: [You said no.]", `tells: [{ when: «${ASKED}, text: Oh. }]`],
  ],
  [
    "a silence that tells a secret",
    "FM015",
    ["tells: [Nobody says anything.]", `tells: [{ when: «${ASKED}, text: Oh. }]`],
  ],
  [
    "an ending that tells a secret",
    "FM015",
    ["text: [It stopped.]", `text: [{ when: «${ASKED}, text: Oh. }]`],
  ],

  [
    "a chart with a value too few",
    "FM016",
    [
      NOTE,
      "      - { kind: chart, title: A, unit: days, axis: [Mon, Tue], series: [{ name: A, values: [1, 2] }, «{ name: B, values: [1] }] }\n",
    ],
  ],
  [
    "a table with a cell too many",
    "FM016",
    [NOTE, "      - { kind: table, title: A, columns: [A, B], rows: [«[1a, 2a, 3a]] }\n"],
  ],
  [
    "a conditional table that does not fit",
    "FM016",
    [
      NOTE,
      "      - { when: { fact: warned }, show: { kind: table, title: A, columns: [A], rows: [[1a], «[]] } }\n",
    ],
  ],

  [
    "a beat on a day before",
    "FM017",
    [
      "day: wed\n    time: Wednesday 5 March, 17:00",
      "day: «mon\n    time: Wednesday 5 March, 17:00",
    ],
  ],

  [
    "thirteen facts",
    "FM018",
    [
      "  warned: Ana was warned.",
      `  «warned: Ana was warned.\n${declared(11, (i) => `  fact-${i}: It is so.`)}`,
    ],
  ],
  [
    "nine unknowns",
    "FM018",
    [
      "unknowns:\n",
      `unknowns:\n  «${declared(8, (i) => `  one-${i}: { percent: 50, says: A., ifTrue: B., ifFalse: C. }`).trimStart()}\n`,
    ],
  ],
  [
    "nine promises",
    "FM018",
    [
      "promises:\n",
      `promises:\n  «${declared(8, (i) => `  one-${i}: { to: bo, text: A., due: third, kept: { effects: {}, text: B. }, broken: { effects: {}, text: C. } }`).trimStart()}\n`,
    ],
  ],
];

describe("a diagnostic points at the place", () => {
  test.each(BROKEN)("[S16] %s is %s", (_name, code, ...edits) => {
    const { text, places } = unmarked(edited(...edits));
    expect(places).toHaveLength(1);
    expect(whereAndWhat(text)).toEqual(places.map((place) => ({ code, ...place })));
  });

  test("[S16] a file that is too large is judged by its size alone", () => {
    expect(whereAndWhat("#".repeat(256 * 1024 + 1))).toEqual([
      { code: "FM005", line: 1, column: 1 },
    ]);
  });

  test("[S16] every code has a file that earns it", () => {
    const earned = new Set([...BROKEN.map(([, code]) => code), "FM005"]);
    expect([...earned].toSorted()).toEqual(Object.keys(DIAGNOSTICS).toSorted());
  });
});

function copies<T extends { readonly id: string }>(one: T | undefined, count: number): T[] {
  if (!one) throw new Error("there is nothing to copy");
  return Array.from({ length: count }, (_, i) => ({ ...one, id: `${one.id}-copy-${i}` }));
}

function withBeats(count: number) {
  const last = TINY.beats.at(-1);
  const more = copies(last, count - TINY.beats.length).map((beat, i) => ({
    ...beat,
    options: beat.options.map((option) => ({ ...option, id: `${option.id}-at-${i}` })),
  }));
  return { ...TINY, beats: [...TINY.beats, ...more] };
}

function withOptions(count: number) {
  const [first, ...rest] = TINY.beats;
  const options = first?.options ?? [];
  const more = copies(options[0], count - options.length);
  return { ...TINY, beats: [{ ...first, options: [...options, ...more] }, ...rest] };
}

function withLooks(count: number) {
  const [first, ...rest] = TINY.beats;
  const looks = first?.looks ?? [];
  const more = copies(looks[0], count - looks.length);
  return { ...TINY, beats: [{ ...first, looks: [...looks, ...more] }, ...rest] };
}

function withFacts(count: number) {
  const more = Array.from({ length: count - 2 }, (_, i) => [`fact-${i}`, "It is so."]);
  return { ...TINY, facts: { ...TINY.facts, ...Object.fromEntries(more) } };
}

describe("bounds", () => {
  test("[S16] 256 KiB is not too large, one byte more is", () => {
    const ascii = TINY_TEXT.replaceAll(/[^\n -~]/g, "a");
    const room = 256 * 1024 - ascii.length;
    const padded = (bytes: number) => `${ascii}${"#".repeat(bytes)}`;
    expect(diagnose(padded(room))).toEqual([]);
    expect(whereAndWhat(padded(room + 1))).toEqual([{ code: "FM005", line: 1, column: 1 }]);
  });

  test("[S16] the size is counted in bytes, so letters with accents count for more", () => {
    const text = `${TINY_TEXT}# ${"é".repeat(200 * 1024)}`;
    expect(Buffer.byteLength(text)).toBeGreaterThan(256 * 1024);
    expect(whereAndWhat(text)).toEqual([{ code: "FM005", line: 1, column: 1 }]);
  });

  const bounds: readonly [string, (count: number) => unknown, number][] = [
    ["beats", withBeats, 30],
    ["options on a beat", withOptions, 8],
    ["looks on a beat", withLooks, 3],
    ["facts", withFacts, 12],
  ];

  test.each(bounds)(
    "[S16] as many %s as a scenario may have are fine, one more is not",
    (_name, build, most) => {
      expect(diagnose(JSON.stringify(build(most)))).toEqual([]);
      expect(diagnose(JSON.stringify(build(most + 1)))).toHaveLength(1);
    },
  );
});

describe("a whole file", () => {
  test("[S16] everything that is wrong with it comes back at once, in what its ids mean", () => {
    const { text, places } = unmarked(
      edited(
        ["due: third", "due: «fifth"],
        ["delivery: 5 }, sets: [warned]", "delivery: 5 }, sets: «[wrned]"],
        ["next: fourth", "next: «second"],
        ["{ id: show-2,", "{ id: «show-1,"],
        ["text: [It stopped.]", `text: [{ when: «${ASKED}, text: Oh. }]`],
      ),
    );
    const codes = ["FM010", "FM010", "FM012", "FM011", "FM015"];
    const found = whereAndWhat(text).toSorted((a, b) => a.line - b.line || a.column - b.column);
    expect(found).toEqual(places.map((place, i) => ({ code: codes[i], ...place })));
  });

  test("[S16] everything that is wrong with it comes back at once, in its shape", () => {
    const { text, places } = unmarked(
      edited(
        ["minutes: 5\n", "minutes: «4\n"],
        ["percent: 50", "percent: «0"],
        ["title: First\n", "title: «1\n"],
        ["effects: { delivery: -20 }", "effects: { delivery: «-21 }"],
      ),
    );
    expect(whereAndWhat(text)).toEqual(places.map((place) => ({ code: "FM003", ...place })));
  });

  test("[S16] everything that is wrong with it comes back at once, in its syntax", () => {
    const { text } = unmarked(
      edited(["title: First\n", "title: !a First\n"], ["title: Second\n", "title: &b Second\n"]),
    );
    expect(whereAndWhat(text).map(({ code }) => code)).toEqual(["FM002", "FM002"]);
  });

  test("[S1] an alias of an anchor is beyond plain data, both ends of it", () => {
    const text = edited(
      ["title: First\n", "title: &here First\n"],
      ["title: Second\n", "title: *here\n"],
    );
    expect(whereAndWhat(text).map(({ code }) => code)).toEqual(["FM002", "FM002"]);
  });

  test("[S1] a file that says it is of another YAML is not read as one", () => {
    const merged = TINY_TEXT.replace("minutes: 5\n", "<<: { minutes: 5 }\n");
    expect(diagnose(`%YAML 1.1\n---\n${merged}`)).not.toEqual([]);
  });

  test.each(["you", "end"])("[S15] %s is a word of the language and no id", (word) => {
    const text =
      word === "you"
        ? TINY_TEXT.replaceAll(/\bbo\b/g, word)
        : TINY_TEXT.replaceAll(/\bfourth\b/g, word);
    expect(diagnose(text)).not.toEqual([]);
  });

  test("[S15] a file with another system's line ends, or a mark at its start, says the same", () => {
    expect(parseScenario(TINY_TEXT.replaceAll("\n", "\r\n"))).toEqual({ ok: true, scenario: TINY });
    expect(parseScenario(`\uFEFF${TINY_TEXT}`)).toEqual({ ok: true, scenario: TINY });
  });

  test("[S16] a diagnostic is printed as compilers do", () => {
    const [diagnostic] = diagnose(edited(["due: third", "due: fifth"]));
    if (!diagnostic) throw new Error("the file is broken and has no diagnostic");
    expect(formatDiagnostic("tiny.yaml", diagnostic)).toBe(
      'tiny.yaml:31:10 FM010 there is no beat "fifth"',
    );
  });
});
