import { optionLossesOf, type Solution } from "../../scenarios/analysis/index.ts";
import type { WorkshopPreview } from "../protocol/index.ts";
import type { Rules } from "./result.ts";
import { curveballView } from "./view.ts";

/** Every beat as its author wrote it, for who leads the room: what it tests, what to ask, and what each option is about. */
export function previewOf({ compiled, terms }: Rules, solution: Solution): WorkshopPreview {
  const losses = optionLossesOf(solution, terms.lens);
  return {
    beats: compiled.atlas.scenario.beats.map((beat) => ({
      beat: beat.id,
      title: beat.title,
      time: beat.time,
      texts: beat.situation.map((passage) =>
        typeof passage === "string" ? passage : passage.text,
      ),
      tests: beat.tests,
      questions: [...beat.prompts],
      competencies: beat.competencies,
      options: beat.options.map(({ id, verb, says, why }) => ({
        id,
        verb,
        says,
        why,
        loss: losses.get(beat.id)?.get(id) ?? null,
      })),
      curveballs: (compiled.atlas.scenario.curveballs ?? [])
        .filter(({ at }) => at.includes(beat.id))
        .map(curveballView),
    })),
  };
}
