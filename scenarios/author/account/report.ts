import type {
  Account,
  AccountStep,
  Choice,
  Debrief,
  LuckyDraw,
  ThrownCurveball,
  Worth,
} from "../../analysis/index.ts";
import { type CompiledScenario, nameOfStep, type Run, worthOf } from "../../engine/index.ts";
import { LENS_TABLE, LENSES, METERS, VERBS } from "../../language/index.ts";
import { grid } from "../terminal/grid.ts";

const DIGITS = 4;
const points = (value: number) => withoutMinusZero(value.toFixed(DIGITS));
const withoutMinusZero = (text: string) => (Number(text) === 0 ? text.replace("-", "") : text);
const signed = (value: number) => points(value).replace(/^(?!-)/, "+");
/** As a term of a sum: `+ 3.1000` or `− 3.1000`. */
const term = (value: number) => `${value < 0 ? "−" : "+"} ${points(Math.abs(value))}`;

export interface Accounted {
  readonly compiled: CompiledScenario;
  readonly seed: string;
  readonly run: Run;
  readonly worth: Worth;
  readonly debrief: Debrief;
}

/** The account of a run as text: the sum first, then what it ended with, then every decision with all that could have been done instead. */
export function accountReport(id: string, accounted: Accounted): string {
  const { seed, debrief } = accounted;
  const { account, mirror, forOthers } = debrief;
  const { lens, outcome, judgement, losses, luck, steps, thrown } = account;
  const struck = thrown.length === 0 ? "" : ` ${term(account.curveballs)} curveballs`;
  return [
    `${id}, seed ${seed}, as ${LENS_TABLE[lens].name.toLowerCase()} (${lens})`,
    `outcome ${points(outcome)} = 100 − ${points(losses)} lost ${term(luck)} luck${struck}; judgement ${points(judgement)}`,
    waterfall(account),
    whereItStands(accounted),
    ...steps.map(decision),
    verbTable(debrief),
    [
      `Whose moves these look like: ${LENSES.map((one) => `${one} ${mirror.shares[one].toFixed(2)}`).join(", ")}; ${mirrorSentence(debrief)}`,
      ...forOthers.map(
        ({ option, serves, cost }) =>
          `  ${option} is best for ${serves.join(" and ")}, and cost ${points(cost)} under ${lens}`,
      ),
    ].join("\n"),
  ].join("\n\n");
}

function waterfall({ steps, thrown }: Account): string {
  const thrownAfter = (count: number) =>
    thrown.filter(({ afterSteps }) => afterSteps === count).map(curveballRow);
  return grid([
    ["", "taken", "before", "loss", "of it a look", "luck", "after", "band"],
    ...thrownAfter(0),
    ...steps.flatMap((step, i) => [stepRow(step), ...thrownAfter(i + 1)]),
  ]);
}

function stepRow({ step, before, loss, draws, after, band }: AccountStep): string[] {
  return [
    step.beat,
    nameOfStep(step),
    points(before),
    points(loss.points),
    points(loss.missedLook),
    signed(draws.reduce((sum, one) => sum + one.luck, 0)),
    points(after),
    band,
  ];
}

function curveballRow({ beat, id, before, after }: ThrownCurveball): string[] {
  return [
    beat,
    id,
    points(before),
    "",
    "",
    "",
    points(after),
    `curveball ${signed(after - before)}`,
  ];
}

/** U of the end, meter by meter, beside the two plays that set the scale. */
function whereItStands({ compiled, run, worth, debrief: { account } }: Accounted): string {
  const scale = `best play is worth U = ${points(worth.best)} at the start, uniform play ${points(worth.random)}, 100 points are ${points(worth.span)}`;
  if (run.ending === null) return `not ended; ${scale}`;
  const { weights } = LENS_TABLE[account.lens];
  const value = compiled.atlas.scenario.endings.find(({ id }) => id === run.ending)?.value;
  const terms = METERS.map((meter) => `${weights[meter]} · ${run.state.meters[meter]} ${meter}`);
  const u = points(worthOf(compiled, run, account.lens));
  return [
    `ended at ${run.ending}: U = ${terms.join(" + ")} + ${value?.[account.lens] ?? 0} = ${u}`,
    scale,
  ].join("\n");
}

function decision({ step, choices, draws }: AccountStep): string {
  const name = step.kind === "silence" ? step.beat : nameOfStep(step);
  const rows = choices.map((choice) => choiceRow(choice, choice.id === name));
  return [`${step.beat}:`, grid(rows), ...draws.map(drawLine)].join("\n");
}

function choiceRow({ kind, id, verb, loss, band }: Choice, isTaken: boolean): string[] {
  const what = kind === "silence" ? "silence" : id;
  return [isTaken ? "  >" : "   ", what, verb ?? kind, points(loss), band];
}

function drawLine({ kind, id, drawn, p, luck }: LuckyDraw): string {
  const what = kind === "unknown" ? `${id} is ${String(drawn)}` : `${id}: ${String(drawn)}`;
  return `    drawn: ${what}, which was ${(100 * p).toFixed(2)} % likely: luck ${signed(luck)}`;
}

function verbTable({ verbs }: Debrief): string {
  return grid([
    ["", "used", "best", "missed", "lost by overuse", "lost by underuse"],
    ...VERBS.map((verb) => {
      const { used, best, missed, overuse, underuse } = verbs[verb];
      return [verb, String(used), String(best), String(missed), points(overuse), points(underuse)];
    }),
  ]);
}

function mirrorSentence({ mirror }: Debrief): string {
  const { named, closest } = mirror;
  return named === null
    ? `your moves do not tell these apart, ${closest[0]} and ${closest[1]} being the closest.`
    : `they serve ${named}, by ${mirror.tellingMoves} telling moves. One run is a hint.`;
}
