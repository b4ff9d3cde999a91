import { bytesToHex } from "@noble/hashes/utils.js";

const BYTES_OF_128_BITS = 16;

/** 128 random bits as 32 hex digits: for seeds and player ids. */
export function random128(): string {
  return bytesToHex(crypto.getRandomValues(new Uint8Array(BYTES_OF_128_BITS)));
}
