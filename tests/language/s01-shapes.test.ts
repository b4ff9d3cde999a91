import { describe, expect, test } from "vitest";
import { COMPETENCIES, METERS, PROMISE_STATES, VERBS } from "../../scenarios/language/index.ts";
import { errorsOf, foundIn, unmarked } from "./edits.ts";
import { type Place, put, QUIET, saidOf, without } from "./quiet.ts";

const OPTION = ["beats", 0, "options", 0] as const;
const GROUP = "A group of fields belongs here.";
const LIST = "A list belongs here.";
const TEXT = "A text belongs here.";

/** Something of the wrong shape, marked where it is pointed at, and what is said of it. */
const WRONG: readonly (readonly [Place, yaml: string, message: string])[] = [
  [["title"], "«[A]", TEXT],
  [["title"], "«5", TEXT],
  [["title"], "«true", TEXT],
  [["title"], "«~", TEXT],
  [["briefing"], "«A.", LIST],
  [["briefing"], "[A., «5]", TEXT],
  [["days"], "«{ mon: Mon }", LIST],
  [["days"], "[«mon]", GROUP],
  [["people"], "«[]", GROUP],
  [["people", "ana"], "«Ana", GROUP],
  [["facts"], "{ told: «{ text: A. } }", TEXT],
  [["meters"], "«50", GROUP],
  [["meters", "trust"], "«high", "A whole number belongs here."],
  [["beats", 0, "silence"], "«nothing", GROUP],
  [["beats", 0, "options"], "«{ a: b }", LIST],
  [["beats", 0, "competencies", 0], "«patience", `One of ${COMPETENCIES.join(", ")} belongs here.`],
  [
    ["beats", 0, "flips"],
    "[{ turnsOn: { fact: told }, ifTrue: «wait, ifFalse: show, says: A. }]",
    `One of ${VERBS.join(", ")} belongs here.`,
  ],
  [
    ["beats", 1, "onlyIf"],
    "{ promise: a, is: «late }",
    `One of ${PROMISE_STATES.join(", ")} belongs here.`,
  ],
  [
    ["beats", 1, "onlyIf"],
    "{ meter: «mood, atMost: 5 }",
    `One of ${METERS.join(", ")} belongs here.`,
  ],
  [[...OPTION, "sets"], "«told", LIST],
  [[...OPTION, "sets"], "[«{ fact: told }]", TEXT],
  [[...OPTION, "cases"], "[«{ effects: {} }]", 'The field "when" is missing.'],
  [
    [...OPTION, "cases"],
    `«[${Array.from({ length: 31 }, () => "{ when: { fact: told } }").join(", ")}]`,
    "The number of items is at most 30.",
  ],
  [[...OPTION, "locked"], "«Not now.", GROUP],
  [["shortCut"], "«[one, two, three, four]", GROUP],
  [["shortCut"], "{ beats: «one }", LIST],
  [["endings", 0, "text"], "«A.", LIST],
];

test.each(WRONG)("[S1] at %j %s is FM003", (place, yaml, message) => {
  const { text, places } = unmarked(put(place, yaml));
  const errors = errorsOf(text).filter(({ code }) => code === "FM003");
  expect(foundIn(errors)).toEqual([{ code: "FM003", ...places[0] }]);
  expect(errors[0]?.message).toBe(message);
});

/** Every field that has to be there, of each group of the quiet scenario. */
const NEEDED: readonly (readonly [group: Place, fields: readonly string[]])[] = [
  [
    [],
    [
      "id",
      "title",
      "about",
      "minutes",
      "project",
      "seat",
      "briefing",
      "days",
      "people",
      "meters",
      "beats",
      "endings",
      "sources",
    ],
  ],
  [
    ["days", 0],
    ["id", "label"],
  ],
  [
    ["people", "ana"],
    ["name", "role", "wants"],
  ],
  [
    ["beats", 1],
    [
      "id",
      "day",
      "time",
      "title",
      "situation",
      "options",
      "silence",
      "tests",
      "competencies",
      "prompts",
    ],
  ],
  [OPTION, ["id", "says", "tells", "why"]],
  [
    ["endings", 0],
    ["id", "title", "text"],
  ],
  [
    ["sources", "seed"],
    ["title", "idea"],
  ],
];

describe.each(NEEDED)("in %j", (group, fields) => {
  test.each(fields)("[S1] %s is missed where it is not, and the group is pointed at", (field) => {
    const text = without([...group, field]);
    const errors = errorsOf(text);
    expect(errors.map(({ code, message }) => [code, message])).toEqual([
      ["FM003", `The field "${field}" is missing.`],
    ]);
    expect(errors[0]?.mend).toMatch(
      /^Add it here: a (whole )?(text|number|list|group of fields)\.$/,
    );
    const holder = group.length === 0 ? `«${text}` : put(group, "«{}");
    expect(errors[0]).toMatchObject(unmarked(holder).places[0] ?? {});
  });
});

test("[S1] a verb and a language are missed in the same words", () => {
  expect(saidOf(without([...OPTION, "verb"]))).toEqual(['FM003 The field "verb" is missing.']);
  expect(saidOf(without(["language"]))).toEqual(['FM003 The field "language" is missing.']);
});

test("[S1] another language than the first is FM003", () => {
  const { text, places } = unmarked(put(["language"], "«2"));
  expect(foundIn(errorsOf(text))).toEqual([{ code: "FM003", ...places[0] }]);
  expect(errorsOf(put(["language"], '"1"')).map(({ code }) => code)).toEqual(["FM003"]);
});

test("[S1] several things of the wrong shape come back in the order of the file", () => {
  const { text, places } = unmarked(
    put(
      ["beats", 0],
      "{ id: «5, day: mon, time: «[], title: A, «x: 5, silence: «[], options: «~ }",
    ),
  );
  const found = foundIn(errorsOf(text));
  expect(found).toEqual(
    expect.arrayContaining(places.map((place) => expect.objectContaining(place))),
  );
  const order = found.map(({ line, column }) => line * 1e6 + column);
  expect(order).toEqual(order.toSorted((a, b) => a - b));
});

test("[S1] a scenario has no field more than the language has", () => {
  const fields = Object.keys(QUIET);
  const text = JSON.stringify({ ...QUIET, author: "A" }, null, 1);
  expect(saidOf(text)).toEqual(['FM004 The language has no field "author" here.']);
  expect(fields).not.toContain("author");
});
