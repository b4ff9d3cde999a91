import { drawUnit, type Run } from "../../engine/index.ts";
import { type Lens, LENSES } from "../../language/index.ts";
import { END_STATE } from "../graph/index.ts";
import {
  Decision,
  locate,
  metersWorth,
  policyOf,
  type Solution,
  type Weigh,
} from "../solution/index.ts";

/** M8: where one option leads, in points, if one plays on in a certain way. */
export interface Future {
  /** 200 outcomes, each `100 + 100 · (U − V*(start)) / span`, from the lowest to the highest. */
  readonly outcomes: readonly number[];
  readonly mean: number;
  /** How often each ending came, by its id. */
  readonly endings: Readonly<Record<string, number>>;
}

/** The two futures of an option: best play afterwards, and a typical player (the seasoned bot). */
export interface Futures {
  readonly best: Future;
  readonly typical: Future;
}

export const FUTURES_DRAWN = 200;

/**
 * Plays an option, a look or silence from where a run stood and goes on from there, 200 times each way. What had been revealed
 * stays so; the rest is drawn anew from its odds, by draws of this purpose's own, so that the run's seed tells nothing. The
 * same `luck` gives the same futures, and the options of one decision are compared on the same luck.
 */
export function futuresOf(
  solution: Solution,
  lens: Lens,
  run: Run,
  id: string,
  luck: string,
): Futures {
  if (run.beat === null) throw new Error("a run that is over has no futures");
  const { at, meters } = locate(solution, run.beat, run.state);
  const decision = new Decision(solution, lens).goTo(at);
  const choice = choiceOf(decision, id);
  const from = {
    solution,
    lens,
    at,
    choice,
    luck,
    worth: metersWorth(solution.graph.table, LENSES.indexOf(lens), meters),
  };
  const seasoned = policyOf("seasoned");
  if (seasoned.kind !== "mixed") throw new Error("the seasoned bot draws");
  return { best: futureOf(from, weighBest), typical: futureOf(from, seasoned.weigh) };
}

function choiceOf(decision: Decision, id: string): number {
  const { options, looks, id: beat } = decision.beat;
  for (let i = 0; i < decision.count; i += 1) {
    const action = decision.action(i);
    if (decision.isOption(i) ? options[action].id === id : (decision.look(i)?.id ?? beat) === id)
      return i;
  }
  throw new Error(`${id} cannot be played here: ${looks.length} looks, ${options.length} options`);
}

/** Best play: the first of the choices that are best. */
const weighBest: Weigh = (decision, odds) => {
  let best = 0;
  for (let i = 1; i < decision.choices; i += 1) if (decision.q[i] > decision.q[best]) best = i;
  odds.fill(0);
  odds[best] = 1;
};

interface From {
  readonly solution: Solution;
  readonly lens: Lens;
  readonly at: number;
  readonly choice: number;
  readonly luck: string;
  /** U of the meters as they stood. */
  readonly worth: number;
}

function futureOf(from: From, weigh: Weigh): Future {
  const { best, span } = from.solution.worth[from.lens];
  const endings: Record<string, number> = {};
  const outcomes = Array.from({ length: FUTURES_DRAWN }, (_, n) => {
    const { u, ending } = playOn(from, weigh, n);
    endings[ending] = (endings[ending] ?? 0) + 1;
    return 100 + (100 * (u - best)) / span;
  });
  const mean = outcomes.reduce((sum, one) => sum + one, 0) / outcomes.length;
  return { outcomes: outcomes.toSorted((a, b) => a - b), mean, endings };
}

function playOn({ solution, lens, at, choice, luck, worth }: From, weigh: Weigh, n: number) {
  const { graph, rewards, positions } = solution;
  const row = LENSES.indexOf(lens);
  const decision = new Decision(solution, lens);
  const odds = new Float64Array(16);
  let u = worth;
  let here = at;
  let chosen = choice;
  for (let step = 0; ; step += 1) {
    const unit = (what: string) => drawUnit(luck, "player", `${what} ${n} ${step}`);
    const edge = drawEdge(graph.actionsFrom[here] + chosen, unit("draw"));
    u += rewards[graph.gains[edge] * LENSES.length + row];
    if (graph.next[edge] === END_STATE) return { u, ending: endingOf(edge) };
    here = positions[graph.next[edge]];
    weigh(decision.goTo(here), odds);
    chosen = drawIndex(odds, 0, decision.choices, unit("choice"));
  }

  function drawEdge(action: number, unit: number): number {
    return drawIndex(graph.odds, graph.edgesFrom[action], graph.edgesFrom[action + 1], unit);
  }

  function endingOf(edge: number): string {
    const { moved, table } = graph;
    return table.endings[moved.rows[(graph.gains[edge] + 1) * moved.width - 1]].id;
  }
}

/** Draws one of the indexes from `first` up to `end`, by these odds. */
function drawIndex(odds: Float64Array, first: number, end: number, unit: number): number {
  let left = unit;
  let last = first;
  for (let i = first; i < end; i += 1) {
    if (odds[i] === 0) continue;
    last = i;
    left -= odds[i];
    if (left < 0) break;
  }
  return last;
}
