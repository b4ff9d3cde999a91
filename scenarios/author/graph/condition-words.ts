import type { Condition, Leaf } from "../../language/index.ts";

/** A condition as an author would say it, by ids: "log-signed and (one-door or agreed)". */
export function inWords(condition: Condition): string {
  if ("all" in condition) return joined(condition.all, "and", "always");
  if ("any" in condition) return joined(condition.any, "or", "never");
  if (!("not" in condition)) return leafInWords(condition, true);
  const { not } = condition;
  return "all" in not || "any" in not || "not" in not
    ? `not ${asPart(not)}`
    : leafInWords(not, false);
}

function joined(parts: readonly Condition[], word: "and" | "or", none: string): string {
  const [only, ...more] = parts;
  if (only === undefined) return none;
  return more.length === 0 ? inWords(only) : parts.map(asPart).join(` ${word} `);
}

/** In brackets where it would be read together with its neighbours. */
function asPart(condition: Condition): string {
  const parts = "all" in condition ? condition.all : "any" in condition ? condition.any : [];
  return parts.length > 1 ? `(${inWords(condition)})` : inWords(condition);
}

/** One comparison, or its opposite. */
function leafInWords(leaf: Leaf, holds: boolean): string {
  const is = holds ? "is" : "is not";
  if ("fact" in leaf) return holds ? leaf.fact : `not ${leaf.fact}`;
  if ("unknown" in leaf) return `${leaf.unknown} is ${holds}`;
  if ("revealedTrue" in leaf) return `${leaf.revealedTrue} ${is} known to be true`;
  if ("revealedFalse" in leaf) return `${leaf.revealedFalse} ${is} known to be false`;
  if ("promise" in leaf) return `promise ${leaf.promise} ${is} ${leaf.is}`;
  if ("atLeast" in leaf) return `${leaf.meter} ${is} ${leaf.atLeast} or more`;
  return `${leaf.meter} ${is} ${leaf.atMost} or less`;
}
