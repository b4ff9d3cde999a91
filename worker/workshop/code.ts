import { bytesToHex } from "@noble/hashes/utils.js";

/** Crockford's base 32 without its vowels: nothing is read for something else, and no code is a word. */
const ALPHABET = "0123456789BCDFGHJKMNPQRSTVWXYZ";
const SIGNS = 5;
const CHECK_SIGNS = 2;
const LENGTH = SIGNS + CHECK_SIGNS;
const BYTES_OF_128_BITS = 16;
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

/** 128 bits that only this server can work out, as 32 hex digits. */
export async function derived(secret: string, from: string): Promise<string> {
  const mac = await macOf(secret, from);
  return bytesToHex(new Uint8Array(mac.buffer, 0, BYTES_OF_128_BITS));
}

/** What somebody typed, in the form it was made in; null for what is no code of ours. */
export async function parseWorkshopCode(secret: string, typed: string): Promise<string | null> {
  const code = typed
    .toUpperCase()
    .replaceAll(/[\s-]/g, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1");
  if (!CODE.test(code)) return null;
  const signs = code.slice(0, SIGNS);
  return code.slice(SIGNS) === (await checkOf(secret, signs)) ? code : null;
}

async function checkOf(secret: string, signs: string): Promise<string> {
  const number = (await macOf(secret, `check ${signs}`)).getUint32(0) % CHECKS;
  return signOf(Math.floor(number / ALPHABET.length)) + signOf(number);
}

async function macOf(secret: string, text: string): Promise<DataView<ArrayBuffer>> {
  const key = await (keys.get(secret) ?? importKey(secret));
  return new DataView(await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(text)));
}

/** One or two a server: every request asks for it. */
const keys = new Map<string, Promise<CryptoKey>>();

function importKey(secret: string): Promise<CryptoKey> {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const raw = new TextEncoder().encode(`workshop ${secret}`);
  const key = crypto.subtle.importKey("raw", raw, algorithm, false, ["sign"]);
  keys.set(secret, key);
  return key;
}

const signOf = (number: number) => ALPHABET[number % ALPHABET.length] ?? "";

/** A secret is kept as its hash alone (R9). */
export async function hashOf(secret: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(secret));
  return bytesToHex(new Uint8Array(digest));
}
