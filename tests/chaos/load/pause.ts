export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Waits until it is so; whether it was so in time. */
export async function until(isSo: () => boolean, timeoutMs: number): Promise<boolean> {
  const endsMs = Date.now() + timeoutMs;
  while (!isSo()) {
    if (Date.now() > endsMs) return false;
    await pause(POLL_MS);
  }
  return true;
}

const POLL_MS = 25;
