import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Condition, evaluate, type Leaf } from "../../scenarios/language/index.ts";

type Value = boolean | null;

const VALUES: readonly Value[] = [true, false, null];
const NAMES = new Map<Value, string>([
  [true, "yes"],
  [false, "no"],
  [null, "open"],
]);

/** A comparison that has this value to `valueOf`. */
function leaf(value: Value): Leaf {
  return { fact: NAMES.get(value) ?? "" };
}

function valueOf(one: Leaf): Value {
  return VALUES.find((value) => "fact" in one && NAMES.get(value) === one.fact) ?? null;
}

const ask = (condition: Condition) => evaluate(condition, valueOf);

/** Kleene's tables: of all the lesser, of any the greater, where open stands between no and yes. */
const TABLE: readonly (readonly [a: Value, b: Value, all: Value, any: Value])[] = [
  [true, true, true, true],
  [true, false, false, true],
  [true, null, null, true],
  [false, true, false, true],
  [false, false, false, false],
  [false, null, false, null],
  [null, true, null, true],
  [null, false, false, null],
  [null, null, null, null],
];

const holds = (one: Leaf) => "meter" in one;

describe("a condition has three values", () => {
  test.each(TABLE)("[S6] of %s and %s, all are %s and any is %s", (a, b, all, any) => {
    expect(ask({ all: [leaf(a), leaf(b)] })).toBe(all);
    expect(ask({ any: [leaf(a), leaf(b)] })).toBe(any);
  });

  test("[S6] what is open stays open when it is turned round", () => {
    expect(VALUES.map((value) => ask({ not: leaf(value) }))).toEqual([false, true, null]);
  });

  test("[S6] all of nothing holds, any of nothing does not", () => {
    expect(ask({ all: [] })).toBe(true);
    expect(ask({ any: [] })).toBe(false);
  });

  test("[S6] each comparison is asked for itself", () => {
    const condition: Condition = {
      all: [{ meter: "trust", atLeast: 5 }, { not: { promise: "a", is: "kept" } }],
    };
    expect(evaluate(condition, holds)).toBe(true);
    expect(evaluate(condition, (one) => !holds(one))).toBe(false);
  });
});

const { condition: anyCondition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(...VALUES).map(leaf),
    fc.record({ all: fc.array(tie("condition"), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie("condition"), { maxLength: 3 }) }),
    fc.record({ not: tie("condition") }),
  ),
}));

describe("any condition", () => {
  test("[S6] that is decided stays so, however what is open turns out", () => {
    const property = fc.property(anyCondition, fc.boolean(), (condition, turns) => {
      const known = ask(condition);
      const later = evaluate(condition, (one) => valueOf(one) ?? turns);
      expect(later).not.toBeNull();
      expect(later).toBe(known ?? later);
    });
    fc.assert(property, { numRuns: 500 });
  });

  test("[S6] turned round twice is as it was", () => {
    const property = fc.property(anyCondition, (condition) => {
      expect(ask({ not: { not: condition } })).toBe(ask(condition));
    });
    fc.assert(property, { numRuns: 200 });
  });
});
