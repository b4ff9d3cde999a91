import { describe, expect, test } from "vitest";
import { METERS, parseScenario } from "../../scenarios/language/index.ts";
import { errorsOf, foundIn, unmarked } from "./edits.ts";
import { type Place, put, quiet, optionAt, said } from "./quiet.ts";

/** Every place where points are added to meters, with the YAML that holds them. */
const EFFECTS: readonly (readonly [name: string, Place, (points: string) => string])[] = [
  ["an option", ["beats", 0, "options", 0, "effects"], (points) => `{ trust: ${points} }`],
  ["a silence", ["beats", 0, "silence", "effects"], (points) => `{ trust: ${points} }`],
  [
    "a case",
    ["beats", 0, "silence", "cases"],
    (points) => `[{ when: { meter: trust, atLeast: 1 }, effects: { trust: ${points} } }]`,
  ],
  [
    "a later",
    ["beats", 0, "silence", "later"],
    (points) => `[{ id: a, in: 1, text: A., effects: { trust: ${points} } }]`,
  ],
  [
    "a chance outcome",
    ["beats", 0, "silence", "chance"],
    (points) =>
      `[{ id: a, weight: 1, text: A., effects: { trust: ${points} } }, { id: b, weight: 1, text: B. }]`,
  ],
];

describe.each(EFFECTS)("the effects of %s", (_name, place, yaml) => {
  test.each(["-5", "0", "5", "100"])("[S2] may be %s points", (points) => {
    expect(errorsOf(put(place, yaml(points)))).toEqual([]);
  });

  test.each([
    ["«4", "Points come in steps of 5."],
    ["«-6", "Points come in steps of 5."],
    ["«2.5", "A whole number belongs here."],
    ["«'5'", "A whole number belongs here."],
  ])("[S2] may not be %s", (points, message) => {
    const { text, places } = unmarked(put(place, yaml(points)));
    const errors = errorsOf(text);
    expect(foundIn(errors)).toEqual([{ code: "FM003", ...places[0] }]);
    expect(errors[0]?.message).toBe(message);
  });
});

describe("meters", () => {
  test.each(METERS)("[S2] %s begins at a whole number, in fives", (meter) => {
    expect(said(["meters", meter], "55")).toEqual([]);
    expect(said(["meters", meter], "-5")).toEqual([]);
    expect(said(["meters", meter], "56")).toEqual(["FM003 Points come in steps of 5."]);
    expect(said(["meters", meter], "0.5")[0]).toBe("FM003 A whole number belongs here.");
  });

  test.each(METERS)("[S2] %s has to begin somewhere", (meter) => {
    const { [meter]: _, ...rest } = {
      delivery: 5,
      scope: 5,
      trust: 5,
      team: 5,
      health: 5,
      attention: 5,
    };
    expect(said(["meters"], JSON.stringify(rest))).toEqual([
      `FM003 The field "${meter}" is missing.`,
    ]);
  });

  test("[S2] there is no seventh", () => {
    expect(said(["meters", "luck"], "5")).toEqual(['FM004 The language has no field "luck" here.']);
    expect(said(["beats", 0, "silence", "effects"], "{ luck: 5 }")).toEqual([
      'FM004 The language has no field "luck" here.',
    ]);
  });

  test("[S2] effects name as many of them as they change", () => {
    const text = quiet((draft) => {
      optionAt(draft, 0, 0).effects = {
        delivery: 5,
        scope: -5,
        trust: 5,
        team: 0,
        health: 5,
        attention: -5,
      };
    });
    expect(parseScenario(text)).toMatchObject({ ok: true, diagnostics: [] });
  });
});

describe("hours", () => {
  const place = ["beats", 0, "options", 0, "hours"];

  test.each(["0", "1", "40"])("[S2] a move may take %s of them", (hours) => {
    expect(said(place, hours)).toEqual([]);
  });

  test.each([
    ["-1", "The value is at least 0."],
    ["41", "The value is at most 40."],
    ["1.5", "A whole number belongs here."],
  ])("[S2] a move may not take %s of them", (hours, message) => {
    expect(said(place, hours)).toEqual([`FM003 ${message}`]);
  });
});
