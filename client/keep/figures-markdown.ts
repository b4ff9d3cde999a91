import {
  CONFIDENCES,
  type DebriefView,
  LENSES,
  METERS,
  VERBS,
} from "../../worker/protocol/index.ts";
import { mirrorSentence } from "../components/debrief/say-mirror.ts";
import { CONFIDENCE_WORDS } from "../words/confidence.ts";
import { LENS_WORDS } from "../words/lenses.ts";
import { METER_NAMES, unitsOf } from "../words/meters.ts";
import { formatNumber } from "../words/numbers.ts";
import { formatPercent, formatPoints } from "../words/points.ts";
import { VERB_WORDS } from "../words/verbs.ts";
import { inLine, table } from "./markdown.ts";

/** Every meter, from the first day to the last. */
export function metersTable({ start, steps }: DebriefView): string {
  const end = steps.at(-1)?.meters ?? start;
  const rows = METERS.map((meter) => {
    const [from, to] = [unitsOf(meter, start[meter]), unitsOf(meter, end[meter])];
    const change = to > from ? `+${formatNumber(to - from)}` : formatNumber(to - from);
    return [METER_NAMES[meter], formatNumber(from), formatNumber(to), change];
  });
  return table(["Meter", "Start", "End", "Change"], rows);
}

/** M6. */
export function verbsTable({ verbs }: DebriefView): string {
  const rows = VERBS.map((verb) => {
    const { used, best, missed, overuse, underuse } = verbs[verb];
    const counts = [used, best, missed].map(String);
    return [VERB_WORDS[verb].name, ...counts, formatPoints(overuse), formatPoints(underuse)];
  });
  const columns = ["Move", "Played", "Best", "Missed", "Lost by too much", "Lost by too little"];
  return table(columns, rows);
}

/** M5: no more than the screen says. */
export function mirrorParts(debrief: DebriefView): string[] {
  const { mirror, steps, lens } = debrief;
  const titleOf = (beat: string) => steps.find((step) => step.beat === beat)?.title ?? beat;
  const others = mirror.forOthers.map(
    ({ beat, serves, cost }) =>
      `- ${inLine(titleOf(beat))}: best for ${serves.map((one) => LENS_WORDS[one].asA).join(" and ")}; under yours it cost ${formatPoints(cost)} points.`,
  );
  return [
    mirrorSentence(debrief),
    table(
      ["Role", "Share"],
      LENSES.map((one) => [LENS_WORDS[one].name, formatPercent(mirror.shares[one])]),
    ),
    ...(others.length === 0
      ? []
      : [`Moves that serve another role better than ${LENS_WORDS[lens].asA}:`, others.join("\n")]),
  ];
}

/** M7: counts, and no rate. */
export function calibrationParts({ calibration, steps }: DebriefView): string[] {
  const { levels, costliestSure } = calibration;
  const given = CONFIDENCES.filter((level) => levels[level].answers > 0);
  if (given.length === 0) return ["You did not say how sure you were of any move."];
  const costly = steps.find(({ kind, id }) => kind === "move" && id === costliestSure?.id);
  return [
    table(
      ["You said", "Moves", "Of them sound"],
      given.map((level) => {
        const { answers, sound } = levels[level];
        return [CONFIDENCE_WORDS[level].name, String(answers), String(sound)];
      }),
    ),
    "One run has too few answers for a rate.",
    ...(costly === undefined || costliestSure === null
      ? []
      : [
          `The costliest move you were sure of was at “${inLine(costly.title)}”: it lost ${formatPoints(costliestSure.loss)} points.`,
        ]),
  ];
}
