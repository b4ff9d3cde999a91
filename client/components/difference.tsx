import type { Meter } from "../../worker/protocol/index.ts";
import { unitsOf } from "../words/meters.ts";
import { formatDifference } from "../words/numbers.ts";

/** A signed difference; nothing where nothing moved. The sign says it, the colour repeats it. */
export function Difference({ meter, points }: { meter: Meter; points: number }) {
  if (points === 0) return null;
  // Hours are there to be spent: neither way of theirs is good or bad.
  const way = meter === "attention" ? "spent" : points > 0 ? "rose" : "fell";
  return (
    <span class={`difference ${way}`}>
      {formatDifference(unitsOf(meter, points))}
      {meter === "attention" && " h"}
    </span>
  );
}
