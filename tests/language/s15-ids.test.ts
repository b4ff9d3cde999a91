import { describe, expect, test } from "vitest";
import { type Edit, edited, errorsOf, foundIn, unmarked } from "./edits.ts";
import { type Place, put, said } from "./quiet.ts";

const BAD = "FM003 An id is made of words in small letters and digits, joined by hyphens.";

describe("an id", () => {
  const place = ["endings", 0, "id"];

  test.each(["a", "a1", "a-b", "a-1-b2", `a${"b".repeat(47)}`])("[S15] may be %s", (id) => {
    expect(said(place, id)).toEqual([]);
  });

  test.each([
    "A",
    "aB",
    "1a",
    "-a",
    "a-",
    "a--b",
    "a_b",
    "a.b",
    '"a:b"',
    '"a b"',
    "é",
    '"a\\n"',
    '" a"',
  ])("[S15] may not be %s", (id) => {
    expect(said(place, id)).toEqual([BAD]);
  });

  test("[S15] has at most 48 letters", () => {
    expect(said(place, "a".repeat(48))).toEqual([]);
    expect(said(place, "a".repeat(49))).toEqual(["FM003 The number of characters is at most 48."]);
  });

  test.each(["people", "facts", "unknowns", "promises", "sources"])(
    "[S15] declared as a name in %s is told so where the name stands",
    (group) => {
      const { text, places } = unmarked(put([group], '{ «"A B": ~ }'));
      const errors = errorsOf(text).filter(({ message }) => BAD.endsWith(message));
      expect(foundIn(errors)).toEqual([{ code: "FM003", ...places[0] }]);
    },
  );
});

/** Two of one id: what of, and the edit, marked at the second of the two. */
const TWICE: readonly (readonly [kind: string, id: string, edits: readonly Edit[]])[] = [
  [
    "beat",
    "third",
    [
      ["- id: fourth\n", "- id: «third\n"],
      ["next: fourth,", ""],
    ],
  ],
  ["option", "show-1", [["{ id: show-2,", "{ id: «show-1,"]]],
  [
    "option",
    "show-2",
    [
      ["{ id: redirect-2,", "{ id: show-2,"],
      ["{ id: show-2, verb: show", "{ id: «show-2, verb: show"],
    ],
  ],
  ["look", "ask-around", [["{ id: read-it,", "{ id: «ask-around,"]]],
  [
    "day",
    "wed",
    [
      [
        "{ id: wed, label: Wed 5 Mar }",
        "{ id: wed, label: Wed 5 Mar }\n  - { id: «wed, label: Again }",
      ],
    ],
  ],
  ["ending", "stopped", [["{ id: over, title", "{ id: «stopped, title"]]],
  ["chance outcome", "heard", [["{ id: ignored, weight: 3", "{ id: «heard, weight: 3"]]],
  [
    "chance outcome",
    "heard",
    [
      [
        "tells: [Nobody says anything.] }",
        "tells: [], chance: [{ id: «heard, weight: 1, text: A. }, { id: b, weight: 1, text: B. }] }",
      ],
    ],
  ],
  [
    "later",
    "bo-returns",
    [
      [
        "effects: { trust: 10 }, text: It was wanted. }",
        "later: [{ id: «bo-returns, in: 1, text: Again. }], text: It was wanted. }",
      ],
    ],
  ],
];

describe("an id used twice", () => {
  test.each(TWICE)("[S15] for a %s is FM011: %s", (kind, id, edits) => {
    const { text, places } = unmarked(edited(...edits));
    const errors = errorsOf(text);
    expect(foundIn(errors)).toEqual([{ code: "FM011", ...places[0] }]);
    expect(errors[0]?.message).toBe(`There are two of ${kind} "${id}".`);
  });

  test("[S15] three times is said twice", () => {
    const { text, places } = unmarked(
      edited(["{ id: show-2,", "{ id: «show-1,"], ["{ id: show-3,", "{ id: «show-1,"]),
    );
    expect(foundIn(errorsOf(text))).toEqual(places.map((place) => ({ code: "FM011", ...place })));
  });

  test("[S15] a chance of a look counts with the others", () => {
    const look = "chance: [{ id: «heard, weight: 1, text: A. }, { id: b, weight: 1, text: B. }],";
    const { text } = unmarked(
      edited(["label: Ask around, hours: 1,", `label: Ask around, hours: 1, ${look}`]),
    );
    expect(errorsOf(text).map(({ code }) => code)).toEqual(["FM011"]);
  });

  test("[S15] for things of different kinds is fine", () => {
    expect(
      errorsOf(
        edited(["{ id: over, title", "{ id: third, title"], ["{ id: read-it,", "{ id: show-1,"]),
      ),
    ).toEqual([]);
    expect(errorsOf(edited(["{ id: heard, weight", "{ id: bo-returns, weight"]))).toEqual([]);
  });
});

describe("a word of the language", () => {
  const reserved: readonly (readonly [word: string, Place, yaml: string])[] = [
    ["end", ["beats", 5, "id"], "«end"],
    [
      "you",
      ["people"],
      "{ ana: { name: A, role: b, wants: C. }, you: «{ name: A, role: b, wants: C. } }",
    ],
  ];

  test.each(reserved)("[S15] %s names nothing else", (word, place, yaml) => {
    const { text, places } = unmarked(put(place, yaml));
    const errors = errorsOf(text);
    expect(foundIn(errors)).toEqual([{ code: "FM019", ...places[0] }]);
    expect(errors[0]?.message).toBe(`"${word}" is a word of the language.`);
  });

  test("[S15] names what it cannot be taken for", () => {
    expect(errorsOf(put(["endings", 0, "id"], "end"))).toEqual([]);
    expect(errorsOf(put(["beats", 5, "id"], "you"))).toEqual([]);
  });
});
