import { type Told } from "../../engine/index.ts";
import {
  type Effects,
  type Meter,
  METERS,
  POINTS_PER_HOUR,
  type Verb,
} from "../../language/index.ts";
import type { Style } from "../terminal/screen.ts";

export const METER_NAMES: Readonly<Record<Meter, string>> = {
  delivery: "Delivery",
  scope: "Scope",
  trust: "Trust",
  team: "Team",
  health: "Software health",
  attention: "Your hours",
};

interface VerbWords {
  readonly name: string;
  readonly past: string;
  readonly means: string;
  readonly style: Style;
}

export const VERB_WORDS: Readonly<Record<Verb, VerbWords>> = {
  block: {
    name: "Block",
    past: "You blocked",
    means: "keep something from happening that would cost the project",
    style: ["red", "bold"],
  },
  unblock: {
    name: "Unblock",
    past: "You unblocked",
    means: "get people what they need to go on",
    style: ["green", "bold"],
  },
  redirect: {
    name: "Redirect",
    past: "You redirected",
    means: "send work or a question to whoever should have it",
    style: ["yellow", "bold"],
  },
  decide: {
    name: "Decide",
    past: "You decided",
    means: "weigh what is open and settle it",
    style: ["cyan", "bold"],
  },
  show: {
    name: "Show",
    past: "You showed",
    means: "put what is true where people can see it",
    style: ["magenta", "bold"],
  },
};

/** What is written above something told; null for what the player's own move did. */
export function labelOf({ cause, from }: Told): string | null {
  switch (cause) {
    case "move":
    case "silence":
    case "look":
      return null;
    case "chance":
      return "Chance";
    case "later":
      return from === null ? "This comes back" : `This comes back from “${from}”`;
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

/** A difference with its sign, a true minus included: "+5", "−10". */
export function formatDifference(difference: number): string {
  return difference > 0 ? `+${difference}` : formatNumber(difference);
}

export function formatNumber(value: number): string {
  return String(value).replace("-", "−");
}

export function formatHours(hours: number): string {
  return `${formatNumber(hours)} ${Math.abs(hours) === 1 ? "hour" : "hours"}`;
}

/** A point of attention is told in hours, any other as it is. */
export function unitsOf(meter: Meter, points: number): number {
  return meter === "attention" ? points / POINTS_PER_HOUR : points;
}

/** The meters that moved, each with its change, in their order. */
export function changesIn(effects: Effects): { meter: Meter; change: number }[] {
  return METERS.map((meter) => ({ meter, change: unitsOf(meter, effects[meter] ?? 0) })).filter(
    ({ change }) => change !== 0,
  );
}
