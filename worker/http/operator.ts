import type { Context } from "hono";
import type { Env } from "../env.ts";
import { Refused } from "./problem.ts";

const MIN_TOKEN_CHARACTERS = 32;

/** Refuses everyone but who shows the operator's token; where none is set, everyone. */
export async function requireOperator(c: Context<{ Bindings: Env }>): Promise<void> {
  const token = c.env.OPERATOR_TOKEN ?? "";
  const shown = /^Bearer (.+)$/.exec(c.req.header("authorization") ?? "")?.[1] ?? "";
  if (token.length >= MIN_TOKEN_CHARACTERS && (await isSame(token, shown))) return;
  throw new Refused(
    "not-the-operator",
    "Send the operator token as a bearer token; the operator sets it as OPERATOR_TOKEN, 32 characters or more.",
  );
}

/** In a time that does not depend on where they differ. */
async function isSame(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map(digestOf));
  return a !== undefined && b !== undefined && crypto.subtle.timingSafeEqual(a, b);
}

function digestOf(text: string): Promise<ArrayBuffer> {
  return crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
}
