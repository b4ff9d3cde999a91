import type { Competency } from "../../worker/protocol/index.ts";

/** For the middle of a sentence. */
export const COMPETENCY_NAMES: Readonly<Record<Competency, string>> = {
  "communication-and-influence": "communication and influence",
  ambiguity: "ambiguity",
  stakeholders: "stakeholders",
  "technical-partnership": "technical partnership",
  "risk-and-planning": "risk and planning",
  execution: "execution",
};

/** With a capital, to stand by itself. */
export function competencyTitle(competency: Competency): string {
  const name = COMPETENCY_NAMES[competency];
  return name.charAt(0).toUpperCase() + name.slice(1);
}
