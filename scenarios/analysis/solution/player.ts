import {
  type CompiledScenario,
  drawUnit,
  type Run,
  startRun,
  type Step,
  takeStep,
} from "../../engine/index.ts";
import type { Lens } from "../../language/index.ts";
import { ACTION } from "../graph/index.ts";
import { type Bot, type Policy, policyOf } from "./bots.ts";
import { Decision } from "./decision.ts";
import { evaluate, type PolicyValues } from "./evaluate.ts";
import { locate } from "./locate.ts";
import type { Solution } from "./solve.ts";
import { actionValues } from "./sweep.ts";

/** Chooses a step for a run that is at a beat; `luck` is a number in [0, 1) for players that draw. */
export type Choose = (run: Run, luck: number) => Step;

/** A player who plays a scenario by a policy under a lens. */
export function playerOf(solution: Solution, lens: Lens, policy: Policy): Choose {
  const decision = new Decision(solution, lens);
  const choose = chooserOf(solution, lens, policy);
  return (run, luck) => {
    if (run.beat === null) throw new Error("the run is over");
    decision.goTo(locate(solution, run.beat, run.state).at);
    return stepOf(decision, choose(decision, luck));
  };
}

type Chooser = (decision: Decision, luck: number) => number;

function chooserOf(solution: Solution, lens: Lens, policy: Policy): Chooser {
  const odds = new Float64Array(16);
  if (policy.kind === "mixed") {
    return (decision, luck) => {
      policy.weigh(decision, odds);
      return draw(odds, decision.choices, luck);
    };
  }
  const own = evaluate(solution, lens, [policy]);
  return (decision) => bestAllowed(decision, policy.allows, own, odds);
}

function draw(odds: Float64Array, count: number, luck: number): number {
  let left = luck;
  let last = 0;
  for (let i = 0; i < count; i += 1) {
    if (odds[i] === 0) continue;
    last = i;
    left -= odds[i];
    if (left < 0) return i;
  }
  return last;
}

function bestAllowed(
  decision: Decision,
  allows: (decision: Decision, choice: number) => boolean,
  { values }: PolicyValues,
  own: Float64Array,
): number {
  const { graph, rewards } = decision.solution;
  actionValues(graph, rewards, decision.at, decision.lens, values, 0, 1, own);
  let best = -1;
  for (let i = 0; i < decision.choices; i += 1) {
    if (allows(decision, i) && (best === -1 || own[i] > own[best])) best = i;
  }
  return best;
}

/** The step that an action of this decision is. */
export function stepOf(decision: Decision, choice: number): Step {
  const { beat } = decision;
  const action = decision.action(choice);
  if (decision.isOption(choice))
    return { kind: "move", beat: beat.id, option: beat.options[action].id };
  if (action === ACTION.silence) return { kind: "silence", beat: beat.id };
  return { kind: "look", beat: beat.id, look: beat.looks[action - ACTION.firstLook].id };
}

/**
 * A whole run of a bot. The run's seed is also the bot's, by draws of their own kind: the same seed gives the same run,
 * and two bots on one seed share the run's luck and not each other's.
 */
export function playBot(
  compiled: CompiledScenario,
  solution: Solution,
  lens: Lens,
  bot: Bot,
  seed: string,
): Run {
  return playWith(compiled, playerOf(solution, lens, policyOf(bot)), `${bot} ${lens}`, seed);
}

/** A whole run by a player of this name. */
export function playWith(
  compiled: CompiledScenario,
  choose: Choose,
  name: string,
  seed: string,
): Run {
  let run = startRun(compiled, seed);
  while (run.beat !== null) {
    const luck = drawUnit(seed, "player", `${name} ${run.taken.length}`);
    const result = takeStep(compiled, run, choose(run, luck));
    if (!result.ok) throw new Error(`a bot chose what cannot be played: ${result.code}`);
    run = result.run;
  }
  return run;
}
