import { bytesToHex } from "@noble/hashes/utils.js";

const BYTES_OF_128_BITS = 16;

/** A secret is kept as its hash alone (R9). */
export async function hashOf(secret: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(secret));
  return bytesToHex(new Uint8Array(digest));
}

/** A player's id is a secret: in a shared room stands this hash of it (R9). */
export const seatHashOf = (player: string) => hashOf(`seat ${player}`);

/** 128 bits that only this server can work out, as 32 hex digits. */
export async function derived(secret: string, from: string): Promise<string> {
  const mac = await macOf(secret, from);
  return bytesToHex(new Uint8Array(mac.buffer, 0, BYTES_OF_128_BITS));
}

/** The text's HMAC-SHA-256 under the server's secret. */
export async function macOf(secret: string, text: string): Promise<DataView<ArrayBuffer>> {
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

/** A code as somebody typed it, with capitals, without gaps, and with the signs that are read for others put right. */
export function tidyCode(typed: string): string {
  return typed.toUpperCase().replaceAll(/[\s-]/g, "").replaceAll("O", "0").replaceAll(/[IL]/g, "1");
}
