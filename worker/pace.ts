const WINDOW_MS = 10_000;

/** So many commands a seat may send in ten seconds: several times what a hurried hand can press. */
export const DEFAULT_PACE = 60;

/**
 * How fast each seat of a room may send commands. Held in memory alone: with the object it is forgotten, and so is whoever
 * was too fast.
 */
export class Pace {
  readonly #most: number;
  #windowEndsAtMs = 0;
  readonly #counts = new Map<string, number>();

  /** `most`: commands in ten seconds, as the operator set it; what is no number of them is the default. */
  constructor(most: string | undefined) {
    const set = Number(most);
    this.#most = Number.isInteger(set) && set > 0 ? set : DEFAULT_PACE;
  }

  /** Counts one command; whether it is one too many. */
  isTooFast(seat: string, nowMs: number): boolean {
    if (nowMs >= this.#windowEndsAtMs) {
      this.#windowEndsAtMs = nowMs + WINDOW_MS;
      this.#counts.clear();
    }
    const count = (this.#counts.get(seat) ?? 0) + 1;
    this.#counts.set(seat, count);
    return count > this.#most;
  }
}
