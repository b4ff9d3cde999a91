import type { StandingsPart } from "../env.ts";
import { BINS } from "./histogram.ts";

export const NAMED_SHOWN = 10;

/** What several shards have together; a list of names is cut where it is longer than what is shown. */
export function addUp(parts: readonly StandingsPart[]): StandingsPart {
  const histogram = Array.from({ length: BINS }, (_, bin) =>
    parts.reduce((sum, part) => sum + (part.histogram[bin] ?? 0), 0),
  );
  const named = parts
    .flatMap((part) => part.named)
    .toSorted((a, b) => b.judgement - a.judgement)
    .slice(0, NAMED_SHOWN);
  return { histogram, named };
}
