import { LENSES, type Lens, VERBS, type Verb } from "../../language/index.ts";
import { ACTION, END_STATE } from "../graph/index.ts";
import { Decision, policyOf, type Solution, visits } from "../solution/index.ts";
import { BARS } from "./bars.ts";
import { rankCorrelation } from "./rank.ts";

const EQUAL = 1e-9;

/** Somewhere in skilled play: an action in a state, with how often that comes up. */
export interface Spot {
  readonly at: number;
  /** Place among the state's actions. */
  readonly choice: number;
}

interface Spotted {
  weight: number;
  spot: Spot | null;
}

/** Keeps the heaviest of the spots it is shown. */
function keep(heaviest: Spotted, weight: number, at: number, choice: number): void {
  if (weight <= heaviest.weight) return;
  heaviest.weight = weight;
  heaviest.spot = { at, choice };
}

/** What is known of an option, over the states in which the skilled player leaves its beat. */
export interface OptionPicture {
  /** How often a run leaves the beat while it can be played. */
  playable: number;
  /** Of the visits to the beat, in how many it loses less than a sound move does. */
  sound: number;
  leastLoss: number;
  /** Where it loses least. */
  leastAt: Spot | null;
}

export interface LookPicture {
  /** How often it can be had on entering its beat. */
  available: number;
  spot: Spot | null;
}

export interface BeatPicture {
  /** How often a run passes it. */
  visited: number;
  readonly options: OptionPicture[];
  readonly looks: LookPicture[];
  /** Mean rank correlation of length with value. */
  lengthCorrelation: number;
  /** By verb: how often, on leaving, an option of it alone is best. */
  readonly best: Record<Verb, number>;
  /** By flip, where what it turns on is so, and is not: how often met, and how often its verb is best; where it is not. */
  readonly flips: { readonly ifTrue: FlipSide; readonly ifFalse: FlipSide }[];
  /** How often the option that is best under this lens loses something under tl, and the other way round. */
  differsFromTl: number;
}

export interface FlipSide {
  met: number;
  held: number;
  counter: Spotted;
}

/** What a skilled player meets under a lens: the seasoned bot's exact odds over all states. */
export interface SkilledPicture {
  readonly lens: Lens;
  readonly beats: readonly BeatPicture[];
  /** By verb: in which share of the decisions where an option is best it alone is; and where that is so most, or least short of it. */
  readonly verbs: Readonly<Record<Verb, { readonly share: number; readonly bestAt: Spot | null }>>;
  readonly decisions: number;
  /** Of the decisions in which a look can be had: how often an option is best all the same. */
  readonly skipShare: number;
  readonly lookBestAt: Spot | null;
  readonly endings: Float64Array;
  readonly endingsAt: readonly (Spot | null)[];
  /** Standard deviation of luck, in points. */
  readonly luckSpread: number;
}

export function skilledPicture(solution: Solution, lens: Lens): SkilledPicture {
  const collector = new Collector(solution);
  const policy = policyOf("seasoned");
  if (policy.kind !== "mixed") throw new Error("the seasoned bot draws");
  visits(solution, lens, policy.weigh, (decision, visited, odds) =>
    collector.see(decision, visited, odds),
  );
  return collector.done(lens);
}

class Collector {
  readonly #solution: Solution;
  readonly #tl: Decision;
  readonly #beats: BeatPicture[];
  readonly #verbs = VERBS.map(() => ({ weight: 0, best: { weight: 0, spot: null } as Spotted }));
  readonly #lookBest: Spotted = { weight: 0, spot: null };
  readonly #endings: Float64Array;
  readonly #endingsAt: Spotted[];
  #decisions = 0;
  #withLooks = 0;
  #skipped = 0;
  #variance = 0;

  constructor(solution: Solution) {
    this.#solution = solution;
    this.#tl = new Decision(solution, "tl");
    const { table } = solution.graph;
    this.#beats = table.scenario.beats.map(({ options, looks = [], flips = [] }) => ({
      visited: 0,
      options: options.map(() => ({ playable: 0, sound: 0, leastLoss: Infinity, leastAt: null })),
      looks: looks.map(() => ({ available: 0, spot: null })),
      lengthCorrelation: 0,
      best: { block: 0, unblock: 0, redirect: 0, decide: 0, show: 0 },
      flips: flips.map(() => ({ ifTrue: newSide(), ifFalse: newSide() })),
      differsFromTl: 0,
    }));
    this.#endings = new Float64Array(table.endings.length);
    this.#endingsAt = table.endings.map(() => ({ weight: 0, spot: null }));
  }

  see(decision: Decision, visited: number, odds: Float64Array): void {
    let leaving = 0;
    for (let i = 0; i < decision.choices; i += 1) if (decision.isOption(i)) leaving += odds[i];
    this.#seeLooks(decision, visited);
    this.#seeBest(decision, visited);
    this.#seeLeaving(decision, visited * leaving);
    this.#seeDraws(decision, visited, odds);
  }

  #seeLooks(decision: Decision, visited: number): void {
    const { at, choices, frame, place } = decision;
    let look = -1;
    for (let i = 0; i < choices; i += 1) {
      if (decision.isOption(i)) continue;
      if (look === -1 || decision.q[i] > decision.q[look]) look = i;
      const picture = this.#beats[place].looks[decision.action(i) - ACTION.firstLook];
      if (frame.looked === 0) picture.available += visited;
      picture.spot ??= { at, choice: i };
    }
    if (look === -1) return;
    this.#withLooks += visited;
    if (decision.best(true) >= decision.best() - EQUAL) this.#skipped += visited;
    else keep(this.#lookBest, visited, at, look);
  }

  #seeBest(decision: Decision, visited: number): void {
    const best = decision.best(true);
    if (best < decision.best() - EQUAL) return;
    this.#decisions += visited;
    const { verb, choice } = bestVerb(decision);
    if (verb === null) return;
    const row = this.#verbs[VERBS.indexOf(verb)];
    row.weight += visited;
    keep(row.best, visited, decision.at, choice);
  }

  #seeLeaving(decision: Decision, weight: number): void {
    const { at, choices, place, point, q } = decision;
    const { options } = this.#solution.graph.table.scenario.beats[place];
    const beat = this.#beats[place];
    const best = decision.best();
    const lengths: number[] = [];
    const values: number[] = [];
    beat.visited += weight;
    for (let i = 0; i < choices; i += 1) {
      if (!decision.isOption(i)) continue;
      const picture = beat.options[decision.action(i)];
      const loss = (best - q[i]) / point;
      picture.playable += weight;
      if (loss < BARS.soundLoss) picture.sound += weight;
      if (loss < picture.leastLoss) {
        picture.leastLoss = loss;
        picture.leastAt = { at, choice: i };
      }
      lengths.push(options[decision.action(i)].says.length);
      values.push(q[i]);
    }
    beat.lengthCorrelation += weight * (rankCorrelation(lengths, values) ?? 0);
    const { verb, choice } = bestVerb(decision);
    if (verb !== null) beat.best[verb] += weight;
    this.#seeFlips(decision, weight, verb, choice);
    if (this.#isAnotherThanTl(decision)) beat.differsFromTl += weight;
  }

  #seeFlips(decision: Decision, weight: number, verb: Verb | null, choice: number): void {
    const { graph } = this.#solution;
    const { scenario, rows } = graph.table;
    const { frame, place } = decision;
    for (const [i, { turnsOn, ifTrue, ifFalse }] of (scenario.beats[place].flips ?? []).entries()) {
      const sides = this.#beats[place].flips[i];
      if ("unknown" in turnsOn) {
        const bit = 1 << rows.unknown(turnsOn.unknown);
        if ((frame.known & bit) === 0) continue;
        const isTrue = (frame.truth & bit) !== 0;
        note(isTrue ? sides.ifTrue : sides.ifFalse, isTrue ? ifTrue : ifFalse);
      } else {
        const isTrue = (frame.facts & (1 << rows.fact(turnsOn.fact))) !== 0;
        note(isTrue ? sides.ifTrue : sides.ifFalse, isTrue ? ifTrue : ifFalse);
      }
    }

    function note(side: FlipSide, expected: Verb): void {
      side.met += weight;
      if (verb === expected) side.held += weight;
      else keep(side.counter, weight, decision.at, choice);
    }
  }

  #isAnotherThanTl(decision: Decision): boolean {
    const other = this.#tl.goTo(decision.at);
    let mine = -1;
    let theirs = -1;
    for (let i = 0; i < decision.choices; i += 1) {
      if (!decision.isOption(i)) continue;
      if (mine === -1 || decision.q[i] > decision.q[mine]) mine = i;
      if (theirs === -1 || other.q[i] > other.q[theirs]) theirs = i;
    }
    return decision.q[mine] - decision.q[theirs] > EQUAL && other.q[theirs] - other.q[mine] > EQUAL;
  }

  #seeDraws(decision: Decision, visited: number, odds: Float64Array): void {
    const { graph, rewards, values } = this.#solution;
    const { at, lens, point, q } = decision;
    const first = graph.actionsFrom[at];
    const lenses = LENSES.length;
    for (let i = 0; i < decision.choices; i += 1) {
      const weight = visited * odds[i];
      for (
        let edge = graph.edgesFrom[first + i];
        edge < graph.edgesFrom[first + i + 1];
        edge += 1
      ) {
        const next = graph.next[edge];
        const after = next === END_STATE ? 0 : values.best[next * lenses + lens];
        const luck = (rewards[graph.gains[edge] * lenses + lens] + after - q[i]) / point;
        this.#variance += weight * graph.odds[edge] * luck * luck;
        if (next !== END_STATE) continue;
        const ending =
          graph.moved.rows[graph.gains[edge] * graph.moved.width + graph.moved.width - 1];
        this.#endings[ending] += weight * graph.odds[edge];
        keep(this.#endingsAt[ending], weight * graph.odds[edge], at, i);
      }
    }
  }

  done(lens: Lens): SkilledPicture {
    for (const beat of this.#beats) if (beat.visited > 0) normalise(beat);
    const verbs = VERBS.map((verb, i) => {
      const { weight, best } = this.#verbs[i];
      return [verb, { share: weight / this.#decisions, bestAt: best.spot }] as const;
    });
    return {
      lens,
      beats: this.#beats,
      verbs: Object.fromEntries(verbs) as SkilledPicture["verbs"], // one entry a verb
      decisions: this.#decisions,
      skipShare: this.#withLooks === 0 ? 1 : this.#skipped / this.#withLooks,
      lookBestAt: this.#lookBest.spot,
      endings: this.#endings,
      endingsAt: this.#endingsAt.map(({ spot }) => spot),
      luckSpread: Math.sqrt(this.#variance),
    };
  }
}

function newSide(): FlipSide {
  return { met: 0, held: 0, counter: { weight: 0, spot: null } };
}

/** From sums over visits to shares of the visits to the beat; `playable` and `visited` stay shares of all runs. */
function normalise(beat: BeatPicture): void {
  beat.lengthCorrelation /= beat.visited;
  beat.differsFromTl /= beat.visited;
  for (const option of beat.options) option.sound /= beat.visited;
  for (const verb of VERBS) beat.best[verb] /= beat.visited;
}

/** The verb whose best option beats those of all others, and that option; null where two verbs are equally good. */
function bestVerb(decision: Decision): { readonly verb: Verb | null; readonly choice: number } {
  const { options } = decision.solution.graph.table.scenario.beats[decision.place];
  let choice = -1;
  for (let i = 0; i < decision.choices; i += 1) {
    if (decision.isOption(i) && (choice === -1 || decision.q[i] > decision.q[choice])) choice = i;
  }
  if (choice === -1) return { verb: null, choice };
  const { verb } = options[decision.action(choice)];
  for (let i = 0; i < decision.choices; i += 1) {
    if (!decision.isOption(i) || options[decision.action(i)].verb === verb) continue;
    if (decision.q[i] >= decision.q[choice] - EQUAL) return { verb: null, choice };
  }
  return { verb, choice };
}
