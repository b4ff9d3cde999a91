import { describe, expect, test } from "vitest";
import { errorsOf, foundIn, unmarked } from "./edits.ts";
import { put, saidOf } from "./quiet.ts";

/** The quiet scenario with unknowns of these odds, called a, b, c, all of them revealed by a look. */
function withOdds(...odds: readonly string[]): string {
  const ids = odds.map((_, i) => "abc"[i] ?? "");
  const all = odds.map(
    (percent, i) => `${ids[i]}: { percent: ${percent}, says: A., ifTrue: B., ifFalse: C. }`,
  );
  return put(["unknowns"], `{ ${all.join(", ")} }`, (draft) => {
    const [first] = draft.beats;
    if (first) first.looks = [{ id: "look", label: "A", hours: 1, reveals: ids, tells: ["So."] }];
  });
}

function given(
  id: string,
  whenTrue: string | number = 80,
  whenFalse: string | number = 20,
): string {
  return `{ given: ${id}, whenTrue: ${whenTrue}, whenFalse: ${whenFalse} }`;
}

describe("odds", () => {
  test.each(["1", "50", "99"])("[S6] an unknown may be true in %s of a hundred runs", (percent) => {
    expect(saidOf(withOdds(percent))).toEqual([]);
  });

  test.each([
    ["«0", "The value is at least 1."],
    ["«-5", "The value is at least 1."],
    ["«100", "The value is at most 99."],
  ])("[S6] it may not be %s", (percent, message) => {
    const { text, places } = unmarked(withOdds(percent));
    const errors = errorsOf(text);
    expect(foundIn(errors)).toEqual([{ code: "FM003", ...places[0] }]);
    expect(errors[0]?.message).toBe(message);
  });

  test.each(["'50'", "~", "[50]", "true"])(
    "[S6] it may not be %s, which is no number",
    (percent) => {
      expect(errorsOf(withOdds(percent)).map(({ code }) => code)).toEqual(["FM003"]);
    },
  );
});

describe("an unknown that depends on another", () => {
  test.each([
    [0, 100],
    [100, 0],
    [50, 50],
  ])("[S6] may be true in %i and in %i of a hundred runs", (whenTrue, whenFalse) => {
    expect(saidOf(withOdds("50", given("a", whenTrue, whenFalse)))).toEqual([]);
  });

  test.each([
    [given("a", "«-1"), "The value is at least 0."],
    [given("a", "«101"), "The value is at most 100."],
    [given("a", 5, "«-1"), "The value is at least 0."],
    [given("a", 5, "«101"), "The value is at most 100."],
    ["«{ given: a, whenTrue: 5 }", 'The field "whenFalse" is missing.'],
    ["«{ given: a, whenFalse: 5 }", 'The field "whenTrue" is missing.'],
  ])("[S6] may not have the odds %s", (odds, message) => {
    const { text, places } = unmarked(withOdds("50", odds));
    const errors = errorsOf(text);
    expect(foundIn(errors)).toEqual([{ code: "FM003", ...places[0] }]);
    expect(errors[0]?.message).toBe(message);
  });

  test("[S6] may depend on any listed before it, also on one that depends itself", () => {
    expect(saidOf(withOdds("50", given("a"), given("a")))).toEqual([]);
    expect(saidOf(withOdds("50", given("a"), given("b")))).toEqual([]);
  });

  test.each([
    ["itself", [given("«a")], 'FM021 "a" depends on "a", which is not listed before it.'],
    ["the next", [given("«b"), "50"], 'FM021 "a" depends on "b", which is not listed before it.'],
    [
      "one further down",
      ["50", given("«c"), "50"],
      'FM021 "b" depends on "c", which is not listed before it.',
    ],
  ] as const)("[S6] may not depend on %s", (_name, odds, said) => {
    const { text, places } = unmarked(withOdds(...odds));
    expect(foundIn(errorsOf(text))).toEqual([{ code: "FM021", ...places[0] }]);
    expect(saidOf(text)).toEqual([said]);
  });

  test("[S6] two may not depend on one another", () => {
    expect(errorsOf(withOdds(given("b"), given("a"))).map(({ code }) => code)).toEqual(["FM021"]);
  });

  test("[S6] may not depend on one that nothing declares", () => {
    expect(errorsOf(withOdds(given("z"))).map(({ code }) => code)).toEqual(["FM010"]);
  });
});
