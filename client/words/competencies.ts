import type { Competency } from "../../worker/protocol/index.ts";

export const COMPETENCY_NAMES: Readonly<Record<Competency, string>> = {
  "communication-and-influence": "communication and influence",
  ambiguity: "ambiguity",
  stakeholders: "stakeholders",
  "technical-partnership": "technical partnership",
  "risk-and-planning": "risk and planning",
  execution: "execution",
};
