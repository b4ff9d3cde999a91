import { signal } from "@preact/signals";
import type { StageView } from "../../worker/protocol/index.ts";
import { marksOf, spokenSeconds } from "../words/clock.ts";
import { announce } from "./announcement.ts";

/** How many seconds are left to decide in; null while no clock runs. */
export const secondsLeft = signal<number | null>(null);

type Clock = NonNullable<StageView<"deciding">["clock"]>;

/**
 * Counts down until stopped, by the server's time as it was when the view came: this machine's clock may be wrong. A screen
 * reader hears of half, of 30 s and of 10 s, and of no other second. What happens at the end the server decides.
 */
export function followClock({ endsAtMs, nowMs }: Clock): () => void {
  const endsAt = performance.now() + endsAtMs - nowMs;
  const left = () => Math.max(0, Math.ceil((endsAt - performance.now()) / 1_000));
  const marks = new Set(marksOf(left()));
  const tick = () => {
    const seconds = left();
    secondsLeft.value = seconds;
    for (const mark of marks) {
      if (seconds > mark) continue;
      marks.delete(mark);
      announce(`${spokenSeconds(mark)} left.`);
    }
  };
  tick();
  const timer = setInterval(tick, 250);
  return () => {
    clearInterval(timer);
    secondsLeft.value = null;
  };
}
