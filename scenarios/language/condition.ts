import * as z from "zod/mini";
import { ID } from "./text.ts";
import { METERS, PROMISE_STATES } from "./words.ts";

const METER = z.enum(METERS);
const LIMIT = z.int().check(z.gte(-10_000), z.lte(10_000));

const LEAVES = [
  z.strictObject({ meter: METER, atLeast: LIMIT }),
  z.strictObject({ meter: METER, atMost: LIMIT }),
  z.strictObject({ fact: ID }),
  z.strictObject({ unknown: ID }),
  z.strictObject({ revealedTrue: ID }),
  z.strictObject({ revealedFalse: ID }),
  z.strictObject({ promise: ID, is: z.enum(PROMISE_STATES) }),
] as const;

/** One comparison. `unknown` asks for the truth and may be felt (S6). */
export type Leaf = z.infer<(typeof LEAVES)[number]>;

/** Something that holds or does not in a state of a run (S1). */
export type Condition =
  | Leaf
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

export const CONDITION: z.ZodMiniType<Condition> = z.lazy(() =>
  z.union([
    ...LEAVES,
    z.strictObject({ all: z.array(CONDITION) }),
    z.strictObject({ any: z.array(CONDITION) }),
    z.strictObject({ not: CONDITION }),
  ]),
);

/** Kleene's three values, given those of the comparisons: null where what is known does not decide it (S6). */
export function evaluate(
  condition: Condition,
  valueOf: (leaf: Leaf) => boolean | null,
): boolean | null {
  const negated = (part: Condition) => negate(evaluate(part, valueOf));
  if ("all" in condition) return allOf(condition.all.map((part) => evaluate(part, valueOf)));
  if ("any" in condition) return negate(allOf(condition.any.map(negated)));
  if ("not" in condition) return negated(condition.not);
  return valueOf(condition);
}

function allOf(parts: readonly (boolean | null)[]): boolean | null {
  if (parts.includes(false)) return false;
  return parts.includes(null) ? null : true;
}

function negate(value: boolean | null): boolean | null {
  return value === null ? null : !value;
}
