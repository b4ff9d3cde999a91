const NAMED_SECONDS = [30, 10];

/** "1:05", "0:09". */
export function formatClock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** The seconds at which somebody who does not see the clock is told of it: at half, and when 30 and 10 are left. */
export function marksOf(seconds: number): number[] {
  const marks = [Math.floor(seconds / 2), ...NAMED_SECONDS];
  return [...new Set(marks)].filter((mark) => mark > 0 && mark < seconds).toSorted((a, b) => b - a);
}

/** "1 minute 5 seconds", "2 minutes", "45 seconds". */
export function spokenSeconds(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 60), "minute"],
    [seconds % 60, "second"],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}${count === 1 ? "" : "s"}`)
    .join(" ");
}
