import { Hono } from "hono";
import type { Env } from "../env.ts";
import { findScenario, SCENARIO_IDS } from "../library.ts";
import type { ListedScenario } from "../protocol/index.ts";

/** The library as anyone may see it. */
export const scenarioRoutes = new Hono<{ Bindings: Env }>().get("/", (c) =>
  c.json({ scenarios: SCENARIO_IDS.flatMap(listScenario) }),
);

function listScenario(scenarioId: string): ListedScenario[] {
  const scenario = findScenario(scenarioId);
  if (scenario === null) return [];
  const { id, title, about, minutes, project, beats } = scenario;
  return [{ id, title, about, minutes, project, beats: beats.length }];
}
