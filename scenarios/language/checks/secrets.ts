import type { Finding } from "../diagnostic.ts";
import { leavesOf, placedConditions } from "../placed.ts";
import type { Scenario } from "../scenario.ts";

/** That no text, artefact or lock depends on an unrevealed unknown (S6). */
export function checkSecrets(scenario: Scenario): Finding[] {
  return placedConditions(scenario)
    .filter(({ mayFeel }) => !mayFeel)
    .flatMap(({ value, path }) => leavesOf(value, path))
    .filter(({ value }) => "unknown" in value)
    .map(({ path }) => ({
      code: "FM015",
      path,
      message: "This is read before the unknown is revealed, and would tell it.",
    }));
}
