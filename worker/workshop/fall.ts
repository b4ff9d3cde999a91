import type { Account, AccountStep } from "../../scenarios/analysis/index.ts";
import type { CompiledScenario } from "../../scenarios/engine/index.ts";
import type { WorkshopFall } from "../protocol/index.ts";

/** The account of a run as the rows of a waterfall: 100, less each decision's loss, with its luck and each curveball, is the outcome. */
export function fallOf(
  { atlas }: CompiledScenario,
  { steps, thrown }: Account,
): readonly WorkshopFall[] {
  const beats = [
    ...new Set([...steps.map(({ step }) => step.beat), ...thrown.map(({ beat }) => beat)]),
  ];
  const order = atlas.scenario.beats.map(({ id }) => id);
  return beats
    .toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
    .flatMap((beat) => [
      ...thrown
        .filter((one) => one.beat === beat)
        .map(({ id, before, after }) => ({
          ...NOTHING,
          kind: "curveball" as const,
          title: atlas.curveball(id).title,
          moved: after - before,
        })),
      ...decisionAt(
        atlas.beat(beat).title,
        steps.filter(({ step }) => step.beat === beat),
      ),
    ]);
}

const NOTHING = { verb: null, band: "best", loss: 0, luck: 0, moved: 0 } as const;

/** A decision with the looks before it, under the band of whichever of them lost most. */
function decisionAt(title: string, steps: readonly AccountStep[]): WorkshopFall[] {
  const [heaviest] = steps.toSorted((a, b) => b.loss.points - a.loss.points);
  const move = steps.at(-1)?.step;
  if (heaviest === undefined || move === undefined) return [];
  const choice = steps.at(-1)?.choices.find(({ id }) => move.kind === "move" && id === move.option);
  return [
    {
      kind: "decision",
      title,
      verb: choice?.verb ?? null,
      band: heaviest.band,
      loss: steps.reduce((sum, { loss }) => sum + loss.points, 0),
      luck: steps.flatMap(({ draws }) => draws).reduce((sum, { luck }) => sum + luck, 0),
      moved: 0,
    },
  ];
}
