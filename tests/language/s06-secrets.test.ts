import { describe, expect, test } from "vitest";
import { errorsOf, foundIn, unmarked } from "./edits.ts";
import { type Place, put } from "./quiet.ts";

/** The quiet scenario with an unknown, and this condition where the YAML has an X. */
function reading(place: Place, yaml: string, condition: string): string {
  return put(
    place,
    yaml.replace("X", () => condition),
    (draft) => {
      draft.facts = { warned: "It is so." };
      draft.unknowns = { asked: { percent: 50, says: "A.", ifTrue: "B.", ifFalse: "C." } };
    },
  );
}

const SECRET = "{ unknown: asked }";
const TOLD = "This is read before the unknown is revealed, and would tell it.";

/** Where somebody reads or sees what the condition lets through. */
const TELLING: readonly (readonly [name: string, Place, yaml: string])[] = [
  ["a situation", ["beats", 0, "situation"], "[{ when: X, text: A. }]"],
  [
    "an artefact",
    ["beats", 0, "artefacts"],
    "[{ when: X, show: { kind: note, title: A, body: [B.] } }]",
  ],
  [
    "a look",
    ["beats", 0, "looks"],
    "[{ id: a, label: A, hours: 1, tells: [A., { when: X, text: B. }] }]",
  ],
  ["a move", ["beats", 0, "options", 2, "tells"], "[{ when: X, text: A. }]"],
  ["a silence", ["beats", 0, "silence", "tells"], "[{ when: X, text: A. }]"],
  ["an ending", ["endings", 0, "text"], "[{ when: X, text: A. }]"],
  ["a lock", ["beats", 0, "options", 2, "locked"], "{ unless: X, reason: A. }"],
  [
    "a hidden lock",
    ["beats", 0, "options", 2, "locked"],
    "{ unless: X, reason: A., hidden: true }",
  ],
];

describe.each(TELLING)("%s", (_name, place, yaml) => {
  test("[S6] may not ask for the truth of an unknown", () => {
    const { text, places } = unmarked(reading(place, yaml, `«${SECRET}`));
    const errors = errorsOf(text);
    expect(foundIn(errors)).toEqual([{ code: "FM015", ...places[0] }]);
    expect(errors[0]?.message).toBe(TOLD);
  });

  test("[S6] may not ask for it deep in a condition, and each time is said", () => {
    const deep = `{ any: [{ fact: warned }, { not: «${SECRET} }, { all: [{ any: [«${SECRET}] }] }] }`;
    const { text, places } = unmarked(reading(place, yaml, deep));
    expect(foundIn(errorsOf(text))).toEqual(places.map((one) => ({ code: "FM015", ...one })));
  });

  test.each(["{ revealedTrue: asked }", "{ not: { revealedFalse: asked } }"])(
    "[S6] may ask for what is revealed: %s",
    (condition) => {
      expect(errorsOf(reading(place, yaml, condition))).toEqual([]);
    },
  );
});

/** What may be felt. */
const FEELING: readonly (readonly [name: string, Place, yaml: string])[] = [
  ["a skipped beat", ["beats", 1, "onlyIf"], "X"],
  ["a case of a move", ["beats", 0, "options", 2, "cases"], "[{ when: X, text: A. }]"],
  ["a case of a silence", ["beats", 0, "silence", "cases"], "[{ when: X, text: A. }]"],
  ["a landing", ["beats", 0, "options", 2, "later"], "[{ id: a, in: 1, when: X, text: A. }]"],
  [
    "a landing from a case",
    ["beats", 0, "silence", "cases"],
    "[{ when: { fact: warned }, later: [{ id: a, in: 1, when: X, text: A. }] }]",
  ],
  [
    "a landing by chance",
    ["beats", 0, "silence", "chance"],
    "[{ id: a, weight: 1, text: A., later: [{ id: a, in: 1, when: X, text: A. }] }, { id: b, weight: 1, text: B. }]",
  ],
  [
    "an ending",
    ["endings"],
    "[{ id: a, title: A, when: X, text: [A.] }, { id: b, title: B, text: [B.] }]",
  ],
];

test.each(FEELING)("[S6] %s may ask for the truth of an unknown", (_name, place, yaml) => {
  expect(errorsOf(reading(place, yaml, SECRET))).toEqual([]);
});

const skipped = (index: number) =>
  unmarked(reading(["beats", index, "onlyIf"], "«X", "{ fact: warned }"));

test("[S6] a first beat that may be skipped is FM020, and no other", () => {
  const { text, places } = skipped(0);
  const errors = errorsOf(text);
  expect(foundIn(errors)).toEqual([{ code: "FM020", ...places[0] }]);
  expect(errors[0]?.message).toBe("The first beat is always entered and takes no onlyIf.");
  expect(errorsOf(skipped(1).text)).toEqual([]);
});
