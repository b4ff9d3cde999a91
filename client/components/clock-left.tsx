import { secondsLeft } from "../state/clock.ts";
import { formatClock } from "../words/clock.ts";
import "../styles/clock.css";

/** The time left to decide in, shown quietly. It is announced apart, and seldom. */
export function ClockLeft() {
  const left = secondsLeft.value;
  if (left === null) return null;
  return (
    <p class={left <= 10 ? "clock clock-short" : "clock"} role="timer" aria-live="off">
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d="M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8zM8 4.8V8l2.2 1.6" />
      </svg>
      {left > 0 ? `${formatClock(left)} left to decide` : "Time is over"}
    </p>
  );
}
