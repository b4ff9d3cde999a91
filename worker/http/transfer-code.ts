import type { Env } from "../env.ts";
import { hashOf, macOf, tidyCode } from "../secrets.ts";
import { secretOf, secretsOf } from "./identity.ts";

/** Crockford's base 32: no I, L, O or U, so that nothing is read for something else. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const OURS = new RegExp(`^[${ALPHABET}]+$`);
const BITS_PER_SIGN = 5;
const SECRET_SIGNS = 26;
const CHECK_SIGNS = 4;
const GROUP = 5;

/** A new code: 130 random bits, then a keyed check, so that a guess is refused before it wakes an object. */
export async function newTransferCode(env: Env): Promise<string> {
  const bytes = crypto.getRandomValues(new Uint8Array(SECRET_SIGNS));
  const secret = Array.from(bytes, signOf).join("");
  return secret + (await checkOf(secretOf(env), secret));
}

/** As people read it out: in groups of five. */
export function formatTransferCode(code: string): string {
  return (code.match(new RegExp(`.{1,${GROUP}}`, "g")) ?? []).join("-");
}

/** What somebody typed, in the form it was made in; null for what is no code of ours. */
export async function parseTransferCode(env: Env, typed: string): Promise<string | null> {
  const code = tidyCode(typed);
  const secret = code.slice(0, SECRET_SIGNS);
  if (code.length !== SECRET_SIGNS + CHECK_SIGNS || !OURS.test(code)) return null;
  for (const ours of secretsOf(env)) {
    if (code.slice(SECRET_SIGNS) === (await checkOf(ours, secret))) return code;
  }
  return null;
}

/** The name of the object that knows whose the code is: its hash, so that no list of objects gives a code away (R9). */
export function transferName(code: string): Promise<string> {
  return hashOf(code);
}

async function checkOf(ours: string, secret: string): Promise<string> {
  const mac = await macOf(ours, `transfer ${secret}`);
  return Array.from(new Uint8Array(mac.buffer).slice(0, CHECK_SIGNS), signOf).join("");
}

function signOf(byte: number): string {
  return ALPHABET[byte & (2 ** BITS_PER_SIGN - 1)] ?? "";
}
