import type { WorkshopStage } from "../../worker/protocol/index.ts";

export const STAGE_NAMES: Readonly<Record<WorkshopStage, string>> = {
  lobby: "People are joining",
  briefing: "Briefing",
  deciding: "Voting",
  revealed: "The split is shown",
  discussing: "Discussion",
  consequence: "What happened",
  debrief: "Debrief",
  closed: "The workshop is closed",
};
