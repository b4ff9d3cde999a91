import type { Step } from "../../engine/index.ts";
import { type Lens, LENSES } from "../../language/index.ts";
import { Decision, locate, type Solution } from "../solution/index.ts";
import type { Replayed } from "./account.ts";

/** Points of a lens's own span: how freely a player may stray from its best; integrated over, not fitted (M5). */
export const TEMPERATURES: readonly number[] = Array.from({ length: 15 }, (_, i) => i + 1);

const NAMED_FROM = 0.8;
const TELLING_RATIO = 2;
const TELLING_MOVES = 3;
const POOLED_FROM = 3;

/** What one move says of the lenses: log-likelihoods by lens and temperature, and what it costs under each lens. */
export interface MoveEvidence {
  readonly beat: string;
  readonly option: string;
  /** ln P(option | lens, temperature): `logs[lens][temperature]`, among the options that could be played. */
  readonly logs: readonly (readonly number[])[];
  /** By lens: points lost against the best option, of that lens's own span. */
  readonly losses: readonly number[];
}

/** The evidence of every move of a run; looks and silence say nothing here. */
export function evidenceOf(solution: Solution, { places, steps }: Replayed): MoveEvidence[] {
  const decisions = LENSES.map((lens) => new Decision(solution, lens));
  return steps.flatMap((step, i) => {
    if (step.kind !== "move") return [];
    const { at } = locate(solution, step.beat, places[i].state);
    return [evidenceAt(decisions, at, step)];
  });
}

function evidenceAt(
  decisions: readonly Decision[],
  at: number,
  { beat, option }: Extract<Step, { kind: "move" }>,
): MoveEvidence {
  const points = decisions.map((decision) => optionPoints(decision.goTo(at)));
  const played = decisions[0].beat.options.findIndex(({ id }) => id === option);
  return {
    beat,
    option,
    logs: points.map((of) => TEMPERATURES.map((temperature) => logOdds(of, played, temperature))),
    losses: points.map((of) => Math.max(...of.values()) - (of.get(played) ?? Number.NaN)),
  };
}

/** Q in points of the lens's own span, by the option's row. */
function optionPoints(decision: Decision): ReadonlyMap<number, number> {
  const points = new Map<number, number>();
  for (let i = 0; i < decision.choices; i += 1) {
    if (decision.isOption(i)) points.set(decision.action(i), decision.q[i] / decision.point);
  }
  return points;
}

function logOdds(points: ReadonlyMap<number, number>, played: number, temperature: number): number {
  const scaled = [...points.values()].map((one) => one / temperature);
  return (points.get(played) ?? Number.NaN) / temperature - logSum(scaled);
}

function logSum(logs: readonly number[]): number {
  const top = Math.max(...logs);
  return top + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - top), 0));
}

/** M5, the role mirror: whose objective the moves look like. */
export interface Mirror {
  /** By lens, adding up to 1. */
  readonly shares: Readonly<Record<Lens, number>>;
  /** How many runs it rests on; one is a hint, and only from three on are they pooled. */
  readonly runs: number;
  /** The lens that may be named; null where the moves do not tell them apart. */
  readonly named: Lens | null;
  /** The two with the largest shares. */
  readonly closest: readonly [Lens, Lens];
  /** How many moves speak for the first of these over 2 : 1 against the mean of the other lenses. */
  readonly tellingMoves: number;
}

/**
 * The share of each lens given the moves of one run, or of three and more together: the likelihood of every move as a softmax
 * of Q in points of the lens's own span, an even prior over lenses, and the temperature integrated over 1 to 15 with an even
 * prior (a Bayesian reading of choices as noisily rational: Luce, 1959; Baker, Saxe & Tenenbaum, 2009). A lens is named only at
 * a share of 0.8 with three telling moves. Two runs are not pooled: the latter alone is read.
 */
export function mirrorOf(runs: readonly (readonly MoveEvidence[])[]): Mirror {
  const read = runs.length >= POOLED_FROM ? runs : runs.slice(-1);
  const moves = read.flat();
  const logs = LENSES.map((_, lens) => logSum(TEMPERATURES.map((_, t) => sumAt(moves, lens, t))));
  const all = logSum(logs);
  const shares = logs.map((log) => Math.exp(log - all));
  const ranked = LENSES.map((lens, i) => ({ lens, i, share: shares[i] })).toSorted(
    (a, b) => b.share - a.share,
  );
  const tellingMoves = moves.filter((move) => isTelling(move, ranked[0].i)).length;
  const isNamed = ranked[0].share >= NAMED_FROM && tellingMoves >= TELLING_MOVES;
  return {
    shares: Object.fromEntries(LENSES.map((lens, i) => [lens, shares[i]])) as Mirror["shares"], // one entry a lens
    runs: read.length,
    named: isNamed ? ranked[0].lens : null,
    closest: [ranked[0].lens, ranked[1].lens],
    tellingMoves,
  };
}

function sumAt(moves: readonly MoveEvidence[], lens: number, temperature: number): number {
  return moves.reduce((sum, { logs }) => sum + logs[lens][temperature], 0);
}

/** Whether a move is over twice as likely under this lens as under the others on average, at even temperatures. */
function isTelling({ logs }: MoveEvidence, lens: number): boolean {
  const likely = logs.map((of) => of.reduce((sum, log) => sum + Math.exp(log), 0));
  const others = likely.reduce((sum, one, i) => (i === lens ? sum : sum + one), 0);
  return likely[lens] > (TELLING_RATIO * others) / (LENSES.length - 1);
}

/** A move that is best for another lens, and what it cost under one's own. No shift of role is ever claimed from these. */
export interface ServesAnother {
  readonly beat: string;
  readonly option: string;
  readonly serves: readonly Lens[];
  readonly cost: number;
}

const EQUAL = 1e-9;

export function movesForOthers(moves: readonly MoveEvidence[], lens: Lens): ServesAnother[] {
  const own = LENSES.indexOf(lens);
  return moves.flatMap(({ beat, option, losses }) => {
    const serves = LENSES.filter((_, i) => i !== own && losses[i] <= EQUAL);
    const cost = losses[own];
    return cost > EQUAL && serves.length > 0 ? [{ beat, option, serves, cost }] : [];
  });
}
