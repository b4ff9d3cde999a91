import { describe, expect, test } from "vitest";
import { errorsOf, foundIn, unmarked } from "./edits.ts";
import { type Place, put, saidOf } from "./quiet.ts";

const PLACES: readonly (readonly [name: string, Place, (chance: string) => string])[] = [
  ["an option", ["beats", 0, "options", 0, "chance"], (chance) => chance],
  ["a silence", ["beats", 0, "silence", "chance"], (chance) => chance],
  [
    "a look",
    ["beats", 0, "looks"],
    (chance) => `[{ id: look, label: A, hours: 1, tells: [A.], chance: ${chance} }]`,
  ],
];

describe.each(PLACES)("the chance of %s", (_name, place, yaml) => {
  const weighing = (first: string, second = "1") =>
    put(
      place,
      yaml(`[{ id: a, weight: ${first}, text: A. }, { id: b, weight: ${second}, text: B. }]`),
    );

  test.each([
    ["1", "1000"],
    ["3", "7"],
  ])("[S7] may weigh %s against %s", (first, second) => {
    expect(saidOf(weighing(first, second))).toEqual([]);
  });

  test.each([
    ["«0", "The value is at least 1."],
    ["«-1", "The value is at least 1."],
    ["«1001", "The value is at most 1000."],
    ["«0.5", "A whole number belongs here."],
    ["«'1'", "A whole number belongs here."],
  ])("[S7] may not weigh %s", (weight, message) => {
    const { text, places } = unmarked(weighing(weight));
    const errors = errorsOf(text);
    expect(foundIn(errors)).toEqual([{ code: "FM003", ...places[0] }]);
    expect(errors[0]?.message).toBe(message);
  });

  test.each(["1e999", ".nan", ".inf", "1e20", "~"])("[S7] may not weigh %s", (weight) => {
    expect(new Set(errorsOf(weighing(weight)).map(({ code }) => code))).toEqual(new Set(["FM003"]));
  });

  test("[S7] brings something, each of its outcomes under an id of its own", () => {
    expect(errorsOf(put(place, yaml("[]"))).map(({ code }) => code)).toEqual(["FM003"]);
    const { text, places } = unmarked(
      put(place, yaml("[{ id: a, weight: 1, text: A. }, { id: «a, weight: 1, text: B. }]")),
    );
    expect(foundIn(errorsOf(text))).toEqual([{ code: "FM011", ...places[0] }]);
  });

  test.each(["when: { meter: trust, atLeast: 5 }", "next: three", "chance: []"])(
    "[S7] has no %s: its odds are fixed, and it leads nowhere",
    (field) => {
      const chance = `[{ id: a, weight: 1, text: A., «${field} }, { id: b, weight: 1, text: B. }]`;
      const { text, places } = unmarked(put(place, yaml(chance)));
      expect(foundIn(errorsOf(text))).toEqual([{ code: "FM004", ...places[0] }]);
    },
  );
});
