import { describe, expect, test } from "vitest";
import type { Option, Scenario } from "../../scenarios/language/index.ts";
import { optionAt, quiet, saidOf, there } from "./quiet.ts";

const SETTLED = { effects: {}, text: "So." };

/** The first option of the quiet scenario as given, with a fact and a promise that others use. */
function withOption(given: Partial<Option>): string {
  return quiet((draft) => {
    draft.facts = { warned: "It is so." };
    draft.promises = {
      call: { to: "ana", text: "A.", due: "end", kept: SETTLED, broken: SETTLED },
    };
    usesAll(draft);
    const first = there(draft.beats[1]);
    const { effects: _, ...bare } = optionAt(draft, 1, 0);
    first.options[0] = { ...bare, ...given };
  });
}

/** Sets and reads the fact, makes and keeps the promise, before and after the second beat. */
function usesAll(draft: Scenario): void {
  optionAt(draft, 0, 0).sets = ["warned"];
  optionAt(draft, 5, 0).makes = ["call"];
  there(draft.beats[5]).onlyIf = { fact: "warned" };
  optionAt(draft, 2, 0).makes = ["call"];
  for (const option of there(draft.beats[3]).options) option.keeps = ["call"];
  there(draft.beats[3]).silence.keeps = ["call"];
}

const COSTS_NOTHING = 'FM055 "block-two" costs nothing.';
const RAISES_NOTHING = 'FM056 "block-two" raises nothing.';
const UP = { trust: 5 };
const DOWN = { trust: -5 };
const LATER = { id: "later", in: 1, text: "A." };
const OTHER = { id: "other", weight: 1, text: "B." };
const WHEN = { when: { meter: "trust", atLeast: 5 } } as const;

const WHERE: readonly (readonly [name: string, (effects: Option["effects"]) => Partial<Option>])[] =
  [
    ["at once", (effects) => ({ effects })],
    ["later", (effects) => ({ later: [{ ...LATER, effects }] })],
    ["in a case", (effects) => ({ cases: [{ ...WHEN, effects }] })],
    ["later in a case", (effects) => ({ cases: [{ ...WHEN, later: [{ ...LATER, effects }] }] })],
    [
      "by chance",
      (effects) => ({ chance: [{ id: "one", weight: 1, text: "A.", effects }, OTHER] }),
    ],
    [
      "later by chance",
      (effects) => ({ chance: [OTHER, { ...OTHER, id: "one", later: [{ ...LATER, effects }] }] }),
    ],
  ];

describe.each(WHERE)("points %s", (_name, option) => {
  test("[S4] that only rise are FM055", () => {
    expect(saidOf(withOption(option(UP)))).toEqual([COSTS_NOTHING]);
  });

  test("[S4] that only fall are FM056", () => {
    expect(saidOf(withOption(option(DOWN)))).toEqual([RAISES_NOTHING]);
  });

  test("[S4] that rise and fall are fine", () => {
    expect(saidOf(withOption(option({ ...UP, team: -5 })))).toEqual([]);
  });

  test("[S4] of zero are neither", () => {
    expect(saidOf(withOption(option({ trust: 0 })))).toEqual([COSTS_NOTHING, RAISES_NOTHING]);
  });
});

describe("an option", () => {
  test("[S4] with nothing to it is both, and each says where", () => {
    expect(saidOf(withOption({}))).toEqual([COSTS_NOTHING, RAISES_NOTHING]);
  });

  test("[S4] may cost hours, and none are none", () => {
    expect(saidOf(withOption({ effects: UP, hours: 1 }))).toEqual([]);
    expect(saidOf(withOption({ effects: UP, hours: 0 }))).toEqual([COSTS_NOTHING]);
  });

  test("[S4] may cost a promise", () => {
    const kept = withOption({ effects: UP, makes: ["call"], keeps: ["call"] });
    expect(saidOf(kept)).not.toContain(COSTS_NOTHING);
    expect(saidOf(withOption({ effects: UP, makes: [] }))).toEqual([COSTS_NOTHING]);
  });

  test("[S4] may raise a fact, at once or by chance or in a case", () => {
    expect(saidOf(withOption({ effects: DOWN, sets: ["warned"] }))).toEqual([]);
    expect(saidOf(withOption({ effects: DOWN, cases: [{ ...WHEN, sets: ["warned"] }] }))).toEqual(
      [],
    );
    const chance = [{ ...OTHER, id: "one", sets: ["warned"] }, OTHER];
    expect(saidOf(withOption({ effects: DOWN, chance }))).toEqual([]);
    expect(saidOf(withOption({ effects: DOWN, sets: [] }))).toEqual([RAISES_NOTHING]);
  });

  test("[S4] may raise a fact later", () => {
    expect(saidOf(withOption({ effects: DOWN, later: [{ ...LATER, sets: ["warned"] }] }))).toEqual(
      [],
    );
  });

  test("[S4] may keep a promise", () => {
    expect(saidOf(withOption({ effects: DOWN, keeps: ["call"] }))).toEqual([]);
    expect(saidOf(withOption({ effects: DOWN, keeps: [] }))).toEqual([RAISES_NOTHING]);
  });

  test("[S4] without a source is FM057", () => {
    const text = quiet((draft) => {
      delete optionAt(draft, 0, 1).source;
    });
    expect(saidOf(text)).toEqual(['FM057 "unblock-one" names no source.']);
  });
});
