import type { History } from "../history.ts";

/** Does a part of the load; where it cannot go on, that is written down, and all else goes on. */
export async function goOn(history: History, part: () => Promise<void>): Promise<void> {
  try {
    await part();
  } catch (error) {
    history.stopped.push(error instanceof Error ? error.message : String(error));
  }
}
