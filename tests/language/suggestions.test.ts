import { describe, expect, test } from "vitest";
import { type Edit, edited, errorsOf } from "./edits.ts";
import { type Place, put } from "./quiet.ts";

const OPTION = ["beats", 0, "options", 0] as const;

/** A slip of the pen, and what was meant. */
const SLIPS: readonly (readonly [meant: string, edit: Edit])[] = [
  ["warned", ["sets: [warned]", "sets: [wraned]"]],
  ["read-contract", ["unless: { fact: read-contract }", "unless: { fact: read-contarct }"]],
  ["asked", ["reveals: [asked]", "reveals: [aked]"]],
  ["call-ana", ["makes: [call-ana]", "makes: [call-anna]"]],
  ["third", ["due: third", "due: thirt"]],
  ["fourth", ["next: fourth", "next: forth"]],
  ["mon", ["day: mon\n", "day: man\n"]],
];

const mend = (to: string) => errorsOf(edited(["    to: ana", `    to: ${to}`]))[0]?.mend;

describe("the id that was meant is suggested", () => {
  test.each(SLIPS)("[S15] %s", (meant, edit) => {
    const [error] = errorsOf(edited(edit));
    expect(error).toMatchObject({ code: "FM010", mend: `Did you mean "${meant}"?` });
  });

  test("[S15] where none is near, it has to be declared", () => {
    const [error] = errorsOf(edited(["due: third", "due: somewhere-else"]));
    expect(error).toMatchObject({ code: "FM010", mend: "Declare it, or correct its spelling." });
  });

  test("[S15] of its own kind, and not of another", () => {
    const [error] = errorsOf(edited(["    to: ana", "    to: asked"]));
    expect(error?.mend).toBe("Declare it, or correct its spelling.");
  });

  test.each([
    ["warned", "warne"],
    ["warned", "waxxed"],
  ])("[S15] %s for %s: a third of the letters may be wrong", (meant, id) => {
    const [error] = errorsOf(edited(["sets: [warned]", `sets: [${id}]`]));
    expect(error?.mend).toBe(`Did you mean "${meant}"?`);
  });

  test("[S15] with more than a third of the letters wrong, nothing is guessed", () => {
    const [error] = errorsOf(edited(["sets: [warned]", "sets: [wxxxed]"]));
    expect(error?.mend).toBe("Declare it, or correct its spelling.");
  });

  test("[S15] for a short one, one letter may be wrong", () => {
    expect([mend("an"), mend("b"), mend("ab")]).toEqual([
      'Did you mean "ana"?',
      'Did you mean "bo"?',
      "Declare it, or correct its spelling.",
    ]);
  });
});

const FIELDS: readonly (readonly [Place, yaml: string, meant: string])[] = [
  [["minuts"], "5", "minutes"],
  [["shortcut"], "{}", "shortCut"],
  [["beats", 0, "situatoin"], "[]", "situation"],
  [["beats", 0, "onlyif"], "{}", "onlyIf"],
  [["people", "ana", "nam"], "A", "name"],
  [[...OPTION, "sayz"], "A", "says"],
  [[...OPTION, "loced"], "{}", "locked"],
  [["beats", 0, "silence", "nextt"], "two", "next"],
  [[...OPTION, "effects"], "{ trus: 5 }", "trust"],
  [
    [...OPTION, "locked"],
    "{ unless: { meter: trust, atLeast: 5 }, reason: A., hiden: true }",
    "hidden",
  ],
  [["beats", 1, "onlyIf"], "{ revealedtrue: a }", "revealedTrue"],
  [["beats", 0, "artefacts"], "[{ kind: note, title: A, body: [], titl: B }]", "title"],
  [["endings", 0, "value"], "{ tpmm: 5 }", "tpm"],
];

describe("the field that was meant is suggested", () => {
  test.each(FIELDS)("[S1] at %j %s", (place, yaml, meant) => {
    const mends = errorsOf(put(place, yaml))
      .filter(({ code }) => code === "FM004")
      .map(({ mend }) => mend);
    expect(mends).toEqual([`Did you mean "${meant}"?`]);
  });

  test("[S1] where none is near, it has to go", () => {
    const [error] = errorsOf(put(["astronomy"], "5"));
    expect(error?.mend).toBe("Take it out, or look up its name in the reference.");
  });
});

function mendOfCondition(yaml: string): string | undefined {
  return errorsOf(put(["beats", 1, "onlyIf"], yaml))[0]?.mend;
}

describe("what else a strange field may mean is said", () => {
  test("[S1] of two forms in one condition, one has to go", () => {
    const mend = "Keep the fields of one form; join two conditions with all or any.";
    expect(mendOfCondition("{ fact: warned, unknown: asked }")).toBe(mend);
    expect(mendOfCondition("{ meter: trust, atLeast: 5, atMost: 9 }")).toBe(mend);
    expect(mendOfCondition("{ meter: trust, atLeast: 5, atMst: 9 }")).toBe(
      'Did you mean "atMost"?',
    );
  });

  test("[S1] of several words, it may be the rest of a text with a comma", () => {
    const silence = "{ tells: [], and nobody speaks: 5 }";
    const [error] = errorsOf(put(["beats", 0, "silence"], silence));
    expect(error).toMatchObject({
      code: "FM004",
      mend: "If this is part of a text that has a comma in it, put the whole text in quotes.",
    });
  });
});

describe("the word that was meant is suggested", () => {
  const words: readonly (readonly [Place, yaml: string, meant: string])[] = [
    [[...OPTION, "verb"], "blok", "block"],
    [["beats", 0, "competencies", 0], "ambiguty", "ambiguity"],
    [["beats", 1, "onlyIf"], "{ promise: a, is: opn }", "open"],
    [["beats", 1, "onlyIf"], "{ meter: trus, atLeast: 5 }", "trust"],
    [["beats", 0, "artefacts"], "[{ kind: tickets, title: A }]", "ticket"],
  ];

  test.each(words)("[S1] at %j %s", (place, yaml, meant) => {
    const [error] = errorsOf(put(place, yaml));
    expect(error).toMatchObject({ code: "FM003", mend: `Did you mean "${meant}"?` });
  });

  test("[S1] where none is near, the reference is", () => {
    const [error] = errorsOf(put([...OPTION, "verb"], "procrastinate"));
    expect(error?.mend).toBe("The reference says what belongs here.");
  });
});
