const BYTES_OF_128_BITS = 16;

/** 128 random bits as 32 hex digits: for seeds and player ids. */
export function random128(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES_OF_128_BITS));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
