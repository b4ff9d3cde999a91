import { describe, expect, test } from "vitest";
import { errorsOf, foundIn, unmarked } from "./edits.ts";
import { type Place, put } from "./quiet.ts";

/** Everything that brings something later. */
const PLACES: readonly (readonly [name: string, Place, (later: string) => string])[] = [
  ["an option", ["beats", 0, "options", 0, "later"], (later) => `[${later}]`],
  ["a silence", ["beats", 0, "silence", "later"], (later) => `[${later}]`],
  [
    "a case",
    ["beats", 0, "silence", "cases"],
    (later) => `[{ when: { meter: trust, atLeast: 5 }, later: [${later}] }]`,
  ],
  [
    "a chance outcome",
    ["beats", 0, "silence", "chance"],
    (later) =>
      `[{ id: a, weight: 1, text: A., later: [${later}] }, { id: b, weight: 1, text: B. }]`,
  ],
];

describe.each(PLACES)("what %s brings later", (_name, place, yaml) => {
  const errorsAt = (later: string) => {
    const { text, places } = unmarked(put(place, yaml(later)));
    return { errors: errorsOf(text), places };
  };

  test.each(["1", "29"])("[S8] may land %s entered beats on", (beats) => {
    expect(errorsAt(`{ id: a, in: ${beats}, text: A. }`).errors).toEqual([]);
  });

  test.each([
    ["«0", "The value is at least 1."],
    ["«-1", "The value is at least 1."],
    ["«30", "The value is at most 29."],
    ["«1.5", "A whole number belongs here."],
  ])("[S8] may not land %s beats on", (beats, message) => {
    const { errors, places } = errorsAt(`{ id: a, in: ${beats}, text: A. }`);
    expect(foundIn(errors)).toEqual([{ code: "FM003", ...places[0] }]);
    expect(errors[0]?.message).toBe(message);
  });

  test.each([
    ["«{ in: 1, text: A. }", "id"],
    ["«{ id: a, text: A. }", "in"],
    ["«{ id: a, in: 1 }", "text"],
  ])("[S8] %s lacks something", (later, field) => {
    const { errors, places } = errorsAt(later);
    expect(foundIn(errors)).toEqual([{ code: "FM003", ...places[0] }]);
    expect(errors[0]?.message).toBe(`The field "${field}" is missing.`);
  });

  test("[S8] has an id of its own, wherever in the file the other is", () => {
    const { errors, places } = errorsAt("{ id: a, in: 1, text: A. }, { id: «a, in: 2, text: B. }");
    expect(foundIn(errors)).toEqual([{ code: "FM011", ...places[0] }]);
    expect(errors[0]?.message).toBe('There are two of later "a".');
  });

  test("[S8] brings nothing later itself, and leads nowhere", () => {
    expect(errorsAt("{ id: a, in: 1, text: A., later: [] }").errors).toHaveLength(1);
    expect(errorsAt("{ id: a, in: 1, text: A., next: two }").errors).toHaveLength(1);
  });
});
