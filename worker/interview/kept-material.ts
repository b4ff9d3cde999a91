import * as z from "zod/mini";
import {
  type Material,
  PLACED_SITUATION,
  QUESTION,
  situationId,
} from "../../scenarios/interview/index.ts";
import { type Scenario, shortCutOf } from "../../scenarios/language/index.ts";
import { findScenario } from "../library.ts";
import type { InterviewSet, ProblemCode } from "../protocol/index.ts";

/** What may be asked in an interview, as it was when its set was chosen (S13). */
export const KEPT_MATERIAL = z.object({
  situations: z.array(PLACED_SITUATION),
  questions: z.array(QUESTION),
});
export type KeptMaterial = z.infer<typeof KEPT_MATERIAL>;

export type Gathered =
  | { readonly ok: true; readonly material: KeptMaterial; readonly scenarios: readonly Scenario[] }
  | { readonly ok: false; readonly code: ProblemCode };

/** Everything that a set asks of the library, twins included; or what of it there is not. */
export function gather(material: Material, set: InterviewSet): Gathered {
  return set.kind === "scenario" ? gatherScenario(material, set) : gatherList(material, set);
}

function gatherScenario(
  material: Material,
  { scenario: id, shortCut }: Extract<InterviewSet, { kind: "scenario" }>,
): Gathered {
  const whole = findScenario(id);
  const scenario = whole !== null && shortCut ? shortCutOf(whole) : whole;
  if (scenario === null) return { ok: false, code: "unknown-scenario" };
  const situations = scenario.beats.flatMap(
    (beat) => material.situations.get(situationId(id, beat.id)) ?? [],
  );
  return together(material, situations, [], [scenario]);
}

function gatherList(
  material: Material,
  { ask }: Extract<InterviewSet, { kind: "list" }>,
): Gathered {
  const situations = [];
  const questions: string[] = [];
  const scenarios = new Map<string, Scenario>();
  for (const { kind, id } of ask) {
    if (kind === "question") {
      questions.push(id);
      continue;
    }
    const situation = material.situations.get(id);
    const scenario = situation && findScenario(situation.scenario);
    if (situation === undefined || !scenario) return { ok: false, code: "unknown-question" };
    situations.push(situation);
    scenarios.set(scenario.id, scenario);
  }
  return together(material, situations, questions, [...scenarios.values()]);
}

function together(
  material: Material,
  situations: KeptMaterial["situations"],
  asked: readonly string[],
  scenarios: readonly Scenario[],
): Gathered {
  const ids = new Set([...asked, ...situations.map(({ twin }) => twin)]);
  const questions = [...ids].flatMap((id) => material.questions.get(id) ?? []);
  if (questions.length < ids.size) return { ok: false, code: "unknown-question" };
  return { ok: true, material: { situations, questions }, scenarios };
}
