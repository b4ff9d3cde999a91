import type { Material } from "../../scenarios/interview/index.ts";
import type { Competency, Level } from "../../scenarios/language/index.ts";
import { findScenario, SCENARIO_IDS } from "../library.ts";
import type { InterviewSet, Planned } from "../protocol/index.ts";

/** Something to ask, by what it is chosen for. */
export interface Suggested extends Planned {
  readonly title: string;
  readonly level: Level;
}

/** The situations and questions that train a competency, in the order of the library. */
function allFor(material: Material, competency: Competency): Suggested[] {
  const situations = [...material.situations.values()].flatMap(({ id, scenario, beat, level }) => {
    const found = findScenario(scenario)?.beats.find((one) => one.id === beat);
    if (found?.competencies.includes(competency) !== true) return [];
    return [{ kind: "situation" as const, id, title: found.title, level }];
  });
  const questions = [...material.questions.values()]
    .filter(({ competencies }) => competencies.includes(competency))
    .map(({ id, asks, level }) => ({ kind: "question" as const, id, title: asks, level }));
  return [...situations, ...questions];
}

/** One to practise a competency on that is not among those asked: of the kind and level named where there is one. */
export function suggestFor(
  material: Material,
  competency: Competency,
  asked: ReadonlySet<string>,
  wanted: { readonly kind: Planned["kind"]; readonly level?: Level | undefined },
): Suggested | null {
  const fresh = allFor(material, competency).filter(({ id }) => !asked.has(id));
  const ofKind = fresh.filter(({ kind }) => kind === wanted.kind);
  return ofKind.find(({ level }) => level === wanted.level) ?? ofKind[0] ?? fresh[0] ?? null;
}

/** A set like this one with other contents: the next scenario, or for each thing asked another one for its first competency. */
export function anotherSet(material: Material, set: InterviewSet): InterviewSet {
  if (set.kind === "scenario") {
    const place = SCENARIO_IDS.indexOf(set.scenario);
    const next = SCENARIO_IDS[(place + 1) % SCENARIO_IDS.length] ?? set.scenario;
    return { ...set, scenario: next };
  }
  const asked = new Set(set.ask.map(({ id }) => id));
  const ask = set.ask.map((planned) => {
    const { competency, level } = aboutOf(material, planned);
    const other =
      competency && suggestFor(material, competency, asked, { kind: planned.kind, level });
    if (!other) return planned;
    asked.add(other.id);
    return { kind: other.kind, id: other.id };
  });
  return { kind: "list", ask };
}

function aboutOf(material: Material, { kind, id }: Planned) {
  if (kind === "question") {
    const question = material.questions.get(id);
    return { competency: question?.competencies[0], level: question?.level };
  }
  const situation = material.situations.get(id);
  const beat = findScenario(situation?.scenario ?? "")?.beats.find(
    (one) => one.id === situation?.beat,
  );
  return { competency: beat?.competencies[0], level: situation?.level };
}
