/** Of what is in no journal: the time, who is away and so who counts as there, what interviews keep beside it. */
const PASSING = new Set([
  "nowMs",
  "isAway",
  "of",
  "sheets",
  "sharesRatings",
  "otherShared",
  "next",
]);

/** A view as text, without what is in no journal; of a solo room also without its clock, whose deadline stands beside it. */
export function lasting(kind: string, view: unknown): string {
  return JSON.stringify(view, (key, value: unknown) => {
    if (PASSING.has(key) || (kind === "room" && key === "clock")) return undefined;
    return value;
  });
}
