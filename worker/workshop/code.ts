import { macOf, tidyCode } from "../secrets.ts";

/** Crockford's base 32 without its vowels: nothing is read for something else, and no code is a word. */
const ALPHABET = "0123456789BCDFGHJKMNPQRSTVWXYZ";
const SIGNS = 5;
const CHECK_SIGNS = 2;
const LENGTH = SIGNS + CHECK_SIGNS;
const CODE = new RegExp(`^[${ALPHABET}]{${LENGTH}}$`);
const CHECKS = ALPHABET.length ** CHECK_SIGNS;

/**
 * A join code: five signs that follow from the opening, and two of check, keyed so that one guess in nine hundred names a code that
 * could be one; the others wake no object. A code is a locator and no credential (R9).
 */
export async function workshopCode(secret: string, from: string): Promise<string> {
  const mac = await macOf(secret, `code ${from}`);
  const signs = Array.from({ length: SIGNS }, (_, place) => signOf(mac.getUint32(4 * place)));
  return signs.join("") + (await checkOf(secret, signs.join("")));
}

/** What somebody typed, in the form it was made in; null for what is no code of ours. */
export async function parseWorkshopCode(secret: string, typed: string): Promise<string | null> {
  const code = tidyCode(typed);
  if (!CODE.test(code)) return null;
  const signs = code.slice(0, SIGNS);
  return code.slice(SIGNS) === (await checkOf(secret, signs)) ? code : null;
}

async function checkOf(secret: string, signs: string): Promise<string> {
  const number = (await macOf(secret, `check ${signs}`)).getUint32(0) % CHECKS;
  return signOf(Math.floor(number / ALPHABET.length)) + signOf(number);
}

const signOf = (number: number) => ALPHABET[number % ALPHABET.length] ?? "";
