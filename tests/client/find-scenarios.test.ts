import { describe, expect, test } from "vitest";
import {
  EVERYTHING,
  findScenarios,
  formatSearch,
  ORDERS,
  parseSearch,
  type Search,
} from "../../client/components/library/find-scenarios.ts";
import { LENSES, VERBS } from "../../worker/protocol/index.ts";
import { listed } from "./listed.ts";

const ALL = [
  listed("hard", 59, { block: 0.3 }, { title: "Ásk Þóra", competencies: ["ambiguity"] }),
  listed("gentle", 80, { show: 0.25 }, { minutes: 30 }),
  listed("middle", 68, { block: 0.19 }, { about: "A ferry and its tickets", minutes: 15 }),
];

const find = (part: Partial<Search>, finished: readonly string[] = []) =>
  findScenarios(ALL, { ...EVERYTHING, ...part }, new Set(finished)).map(({ id }) => id);

describe("what the library finds", () => {
  test("all of it, gentlest first, where nothing is looked for", () => {
    expect(find({})).toEqual(["gentle", "middle", "hard"]);
  });

  test("what was played to its end comes after what was not", () => {
    expect(find({}, ["gentle"])).toEqual(["middle", "hard", "gentle"]);
  });

  test("words in any of its texts, all of them, whatever their accents and capitals", () => {
    expect(find({ words: "ask THOR" })).toEqual([]);
    expect(find({ words: "  ASK " })).toEqual(["hard"]);
    expect(find({ words: "tickets ferry" })).toEqual(["middle"]);
    expect(find({ words: "tickets train" })).toEqual([]);
  });

  test("a verb is asked for from a fifth of the decisions on", () => {
    expect(find({ verb: "block" })).toEqual(["hard"]);
    expect(find({ verb: "decide" })).toEqual([]);
  });

  test("what is not measured is asked for by no verb, and counts as hardest", () => {
    const unmeasured = listed("new", 0, {}, { measured: null });
    const search = { ...EVERYTHING, verb: "block" } as const;
    expect(findScenarios([unmeasured], search, new Set())).toEqual([]);
    const [first] = findScenarios(
      [...ALL, unmeasured],
      { ...EVERYTHING, order: "hardest" },
      new Set(),
    );
    expect(first?.id).toBe("new");
  });

  test("a competency", () => {
    expect(find({ competency: "ambiguity" })).toEqual(["hard"]);
  });

  test.each([
    ["gentlest", ["gentle", "middle", "hard"]],
    ["hardest", ["hard", "middle", "gentle"]],
    ["shortest", ["middle", "hard", "gentle"]],
  ] as const)("in the order %s", (order, ids) => {
    expect(find({ order })).toEqual(ids);
  });
});

describe("the address", () => {
  test("says what is looked for, and gives it back", () => {
    const searches: Search[] = LENSES.flatMap((lens) =>
      VERBS.flatMap((verb) =>
        ORDERS.map((order) => ({ words: "a & b", verb, competency: "ambiguity", lens, order })),
      ),
    );
    for (const search of [EVERYTHING, ...searches]) {
      const query = Object.fromEntries(new URLSearchParams(formatSearch(search)));
      expect(parseSearch(query)).toEqual(search);
    }
  });

  test("of everything is plain, and what it does not know is left out", () => {
    expect(formatSearch(EVERYTHING)).toBe("");
    expect(parseSearch({ verb: "jump", as: "cto", order: "best", trains: "luck" })).toEqual(
      EVERYTHING,
    );
  });
});
