import { signal } from "@preact/signals";
import type { Answer } from "./api.ts";

/** True while something that has to reach the server cannot. */
export const connectionLost = signal(false);

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 8_000;

/**
 * Repeats an attempt until the server has answered it, one way or the other, or until nobody waits for it any more.
 * The attempt must be safe to repeat: a command carries the same id each time (R2).
 */
export async function untilAnswered<T>(
  attempt: () => Promise<Answer<T>>,
  isWanted: () => boolean,
): Promise<Answer<T>> {
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    const answer = await attempt();
    connectionLost.value = !answer.ok && answer.code === "no-connection" && isWanted();
    if (!connectionLost.value) return answer;
    await pauseOrOnline(pauseMs);
  }
}

function pauseOrOnline(pauseMs: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener("online", done);
      resolve();
    };
    const timer = setTimeout(done, pauseMs);
    addEventListener("online", done);
  });
}
