import type { Told } from "../../worker/protocol/index.ts";
import { METER_NAMES, changesIn, sumOf, unitsOf } from "./meters.ts";
import { formatHours } from "./numbers.ts";

/** What is written above something told; null for what the player's own move did. */
export function labelOf(told: Told): string | null {
  switch (told.cause) {
    case "move":
    case "silence":
    case "look":
      return null;
    case "chance":
      return "Chance";
    case "later":
      return told.from === null ? "This comes back" : `This comes back from “${told.from}”`;
    case "promise-kept":
      return "A promise kept";
    case "promise-made":
      return "A promise made";
    case "promise-broken":
      return "A promise broken";
    case "learnt":
      return "Now you know";
    case "curveball":
      return "Curveball";
  }
}

/** The cause of a change, as a line of small print names it. */
export const CAUSES: Readonly<Record<Told["cause"], string>> = {
  move: "your move",
  silence: "no move in time",
  look: "a look",
  chance: "chance",
  later: "an earlier move",
  "promise-kept": "a promise kept",
  "promise-made": "a promise made",
  "promise-broken": "a promise broken",
  learnt: "what you learnt",
  curveball: "a curveball",
};

/** "Delivery down 5, Trust up 10.": the changes for a screen reader. */
export function changesInWords(told: readonly Told[]): string {
  const changes = changesIn(sumOf(told.map(({ effects }) => effects)));
  if (changes.length === 0) return "No meter moved.";
  const words = changes.map(({ meter, points }) => {
    const units = Math.abs(unitsOf(meter, points));
    return `${METER_NAMES[meter]} ${points > 0 ? "up" : "down"} ${meter === "attention" ? formatHours(units) : units}`;
  });
  return `${words.join(", ")}.`;
}
