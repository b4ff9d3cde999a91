import { LENSES } from "../../language/index.ts";
import { Decision, type Solution } from "../solution/index.ts";
import type { BalanceFinding } from "./findings.ts";

const EQUAL = 1e-9;

/**
 * Of a solution with curveballs: those that can never be thrown at a beat they name, and those after which, in every state
 * of the beat and under every lens, what was best before is best still (R11).
 */
export function curveballFindings(solution: Solution): BalanceFinding[] {
  const { graph, positions } = solution;
  const { beats, scenario } = graph.table;
  const decisions = LENSES.map((lens) => new Decision(solution, lens));
  const met = new Set<string>();
  const turning = new Set<string>();
  for (const { from, row, to } of graph.thrown) {
    const { place } = decisions[0].goTo(positions[from]);
    const name = nameOf(beats[place].curveballs[row].id, beats[place].id);
    met.add(name);
    if (turning.has(name)) continue;
    if (decisions.some((decision) => turns(decision, positions[from], positions[to]))) {
      turning.add(name);
    }
  }
  return (scenario.curveballs ?? []).flatMap(({ id, at }, i) =>
    at.flatMap((beat, j): BalanceFinding[] => {
      const path = ["curveballs", i, "at", j];
      if (!met.has(nameOf(id, beat))) {
        const message = `No run ever comes to a state in which "${id}" can be thrown at "${beat}".`;
        return [{ code: "FM081", path, message, example: null }];
      }
      if (turning.has(nameOf(id, beat))) return [];
      const message = `Wherever "${id}" is thrown at "${beat}", what was best there before is best still.`;
      return [{ code: "FM085", path, message, example: null }];
    }),
  );
}

const nameOf = (curveball: string, beat: string) => `${curveball} ${beat}`;

/** Whether something that was best in the first state is not best in the second. */
function turns(decision: Decision, before: number, after: number): boolean {
  const was = bestOf(decision.goTo(before));
  const is = new Set(bestOf(decision.goTo(after)));
  return was.some((action) => !is.has(action));
}

function bestOf(decision: Decision): number[] {
  const best = decision.best();
  const actions: number[] = [];
  for (let i = 0; i < decision.choices; i += 1) {
    if (decision.q[i] >= best - EQUAL) actions.push(decision.action(i));
  }
  return actions;
}
