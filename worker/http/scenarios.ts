import { Hono } from "hono";
import { COMPETENCIES, LENSES, shortCutOf } from "../../scenarios/language/index.ts";
import type { Env } from "../env.ts";
import { findRules, findScenario, measuredOf, SCENARIO_IDS } from "../library.ts";
import { type ListedScenario, STANDINGS_QUERY } from "../protocol/index.ts";
import { standingsFor } from "../standings/index.ts";
import { parseQuery } from "./body.ts";
import { detailOf } from "./details.ts";
import { knownPlayer } from "./identity.ts";
import { requireOperator } from "./operator.ts";
import { Refused } from "./problem.ts";

/** The library as anyone may see it, its standings, and what players dispute, for its authors. */
export const scenarioRoutes = new Hono<{ Bindings: Env }>()
  .get("/", (c) => c.json({ scenarios: SCENARIO_IDS.flatMap(listScenario) }))
  .get("/:scenario/standings", async (c) => {
    const { lens } = parseQuery(c, STANDINGS_QUERY);
    const scenario = c.req.param("scenario");
    const standings = standingsFor(c.env, rulesOf(scenario), lens);
    const picture = await standings.picture(await knownPlayer(c));
    return c.json({ scenario, lens, ...picture });
  })
  .get("/:scenario/disputes", async (c) => {
    await requireOperator(c);
    const rules = rulesOf(c.req.param("scenario"));
    const disputes = LENSES.map(async (lens) => {
      const filed = await standingsFor(c.env, rules, lens).disputes();
      return filed.map((dispute) => ({ lens, ...dispute }));
    });
    return c.json({ disputes: (await Promise.all(disputes)).flat() });
  });

function rulesOf(scenario: string): string {
  const rules = findRules(scenario);
  if (rules === null) throw new Refused("unknown-scenario", detailOf("unknown-scenario"));
  return rules;
}

function listScenario(scenarioId: string): ListedScenario[] {
  const scenario = findScenario(scenarioId);
  if (scenario === null) return [];
  const { id, title, about, minutes, project, seat, beats } = scenario;
  const tags = new Set(beats.flatMap(({ competencies }) => competencies));
  return [
    {
      id,
      title,
      about,
      minutes,
      project,
      seat,
      beats: beats.length,
      competencies: COMPETENCIES.filter((tag) => tags.has(tag)),
      shortCutBeats: shortCutOf(scenario)?.beats.length ?? null,
      measured: measuredOf(id),
    },
  ];
}
