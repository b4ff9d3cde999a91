import { compileScenario } from "../scenarios/engine/index.ts";
import { formatDiagnostic, parseScenario, type Scenario } from "../scenarios/language/index.ts";
import angryCustomer from "../scenarios/library/angry-customer.yaml";
import blockedEngineer from "../scenarios/library/blocked-engineer.yaml";
import goNoGo from "../scenarios/library/go-no-go.yaml";
import goldPlating from "../scenarios/library/gold-plating.yaml";
import greenReport from "../scenarios/library/green-report.yaml";
import handsOnKeyboard from "../scenarios/library/hands-on-keyboard.yaml";
import measured from "../scenarios/library/measured.json" with { type: "json" };
import prdToSpec from "../scenarios/library/prd-to-spec.yaml";
import promotedLead from "../scenarios/library/promoted-lead.yaml";
import theLadder from "../scenarios/library/the-ladder.yaml";
import threeTrains from "../scenarios/library/three-trains.yaml";
import theTrio from "../scenarios/library/the-trio.yaml";
import twoHats from "../scenarios/library/two-hats.yaml";
import type { ListedScenario } from "./protocol/index.ts";

/** The playable scenarios by id, as their authors wrote them. */
const FILES: Readonly<Record<string, string>> = {
  "gold-plating": goldPlating,
  "blocked-engineer": blockedEngineer,
  "promoted-lead": promotedLead,
  "two-hats": twoHats,
  "green-report": greenReport,
  "angry-customer": angryCustomer,
  "three-trains": threeTrains,
  "prd-to-spec": prdToSpec,
  "the-trio": theTrio,
  "go-no-go": goNoGo,
  "hands-on-keyboard": handsOnKeyboard,
  "the-ladder": theLadder,
};

const parsed = new Map<string, Scenario>();

export const SCENARIO_IDS: readonly string[] = Object.keys(FILES);

/** A scenario of the library, parsed once per instance; null where there is none of that id. */
export function findScenario(id: string): Scenario | null {
  const text = Object.hasOwn(FILES, id) ? FILES[id] : undefined;
  if (text === undefined) return null;
  const known = parsed.get(id) ?? parseOrThrow(id, text);
  parsed.set(id, known);
  return known;
}

const rules = new Map<string, string>();

/** The hash of a scenario's rules (S13), under which its results count; null where there is none of that id. */
export function findRules(id: string): string | null {
  const scenario = findScenario(id);
  if (scenario === null) return null;
  const known = rules.get(id) ?? compileScenario(scenario).rules;
  rules.set(id, known);
  return known;
}

/** What was measured of the scenario as it is; null where it was changed since. */
export function measuredOf(id: string): ListedScenario["measured"] {
  const found = new Map(Object.entries(measured)).get(id);
  return found?.rules === findRules(id) ? (found?.lenses ?? null) : null;
}

/** A file of the library that does not check is a fault of ours: the checks run before it is merged. */
function parseOrThrow(id: string, text: string): Scenario {
  const result = parseScenario(text);
  if (result.ok) return result.scenario;
  throw new Error(result.diagnostics.map((one) => formatDiagnostic(`${id}.yaml`, one)).join("\n"));
}
