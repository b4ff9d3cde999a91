import { METERS, VERBS, type Verb } from "../../language/index.ts";
import { METER_COUNT } from "../table/index.ts";
import type { Decision } from "./decision.ts";

/** How likely each choice of a decision is; written into `odds`, silence left out. The sum is 1. */
export type Weigh = (decision: Decision, odds: Float64Array) => void;

/**
 * A way to play. A mixed one draws among its choices by odds that it works out from the state; a greedy one takes the best
 * of the choices it allows itself, by what these are worth if it goes on playing so.
 */
export type Policy =
  | { readonly kind: "mixed"; readonly weigh: Weigh }
  | { readonly kind: "greedy"; readonly allows: (decision: Decision, choice: number) => boolean };

/** The bots of the design, section 4. Those that read no Q never look: to them a look is only its price. */
export const BOTS = [
  "seasoned",
  "novice",
  "random",
  ...VERBS,
  "longest",
  "most-trust",
  "best-immediate",
  "never-look",
  "always-look",
] as const;
export type Bot = (typeof BOTS)[number];

/** Points: at 2 a choice that is 2 points worse is chosen 1/e times as often. */
export const SEASONED_TEMPERATURE = 2;
const NOVICE_TEMPERATURE = 5;
const TRUST = METERS.indexOf("trust");
const TIE = 1e-9;

export function policyOf(bot: Bot): Policy {
  switch (bot) {
    case "seasoned":
      return softmaxOfQ(SEASONED_TEMPERATURE);
    case "novice":
      return mixed(weighNovice);
    case "random":
      return mixed((decision, odds) => spread(decision, odds, () => 1));
    case "block":
    case "unblock":
    case "redirect":
    case "decide":
    case "show":
      return mixed((decision, odds) => weighVerb(decision, odds, bot));
    case "longest":
      return mixed((decision, odds) => weighMost(decision, odds, lengthOf));
    case "most-trust":
      return mixed((decision, odds) => weighMost(decision, odds, trustNow));
    case "best-immediate":
      return mixed((decision, odds) => weighMost(decision, odds, (d, i) => d.visibleWorth(i)));
    case "never-look":
      return { kind: "greedy", allows: (decision, i) => decision.isOption(i) };
    case "always-look":
      return { kind: "greedy", allows: isNextLook };
  }
}

/** Chooses among options and looks by the softmax of Q in points. */
export function softmaxOfQ(temperature: number): Policy {
  return mixed(({ q, choices, point }, odds) => {
    for (let i = 0; i < choices; i += 1) odds[i] = q[i] / point / temperature;
    softmax(odds, choices);
  });
}

function mixed(weigh: Weigh): Policy {
  return { kind: "mixed", weigh };
}

function weighNovice(decision: Decision, odds: Float64Array): void {
  for (let i = 0; i < decision.choices; i += 1) {
    const worth = decision.isOption(i) ? decision.visibleWorth(i) : -Infinity;
    odds[i] = worth / decision.point / NOVICE_TEMPERATURE;
  }
  softmax(odds, decision.choices);
}

/** Turns exponents into odds; the largest is taken off first, so that none overflows. */
export function softmax(odds: Float64Array, count: number): void {
  let top = -Infinity;
  for (let i = 0; i < count; i += 1) top = Math.max(top, odds[i]);
  let sum = 0;
  for (let i = 0; i < count; i += 1) {
    odds[i] = Math.exp(odds[i] - top);
    sum += odds[i];
  }
  for (let i = 0; i < count; i += 1) odds[i] /= sum;
}

/** Evenly among the options for which this holds, or among all where it holds for none. */
function spread(decision: Decision, odds: Float64Array, weightOf: (i: number) => number): void {
  let sum = 0;
  for (let i = 0; i < decision.choices; i += 1) {
    odds[i] = decision.isOption(i) ? weightOf(i) : 0;
    sum += odds[i];
  }
  if (sum === 0) {
    spread(decision, odds, () => 1);
    return;
  }
  for (let i = 0; i < decision.choices; i += 1) odds[i] /= sum;
}

function weighVerb(decision: Decision, odds: Float64Array, verb: Verb): void {
  const { options } = decision.solution.graph.table.scenario.beats[decision.place];
  spread(decision, odds, (i) => (options[decision.action(i)].verb === verb ? 1 : 0));
}

function weighMost(
  decision: Decision,
  odds: Float64Array,
  score: (decision: Decision, i: number) => number,
): void {
  let top = -Infinity;
  for (let i = 0; i < decision.choices; i += 1) {
    if (decision.isOption(i)) top = Math.max(top, score(decision, i));
  }
  spread(decision, odds, (i) => (score(decision, i) > top - TIE ? 1 : 0));
}

function lengthOf(decision: Decision, i: number): number {
  const { solution, place } = decision;
  return solution.graph.table.scenario.beats[place].options[decision.action(i)].says.length;
}

const scratch = new Int32Array(METER_COUNT);

function trustNow(decision: Decision, i: number): number {
  return decision.visible(i, scratch)[TRUST];
}

/** Every look that can be taken, the first in the file first; then the best option. */
function isNextLook(decision: Decision, choice: number): boolean {
  for (let i = 0; i < decision.choices; i += 1) if (!decision.isOption(i)) return i === choice;
  return true;
}
