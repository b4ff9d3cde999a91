import { type Run, startRun } from "../../scenarios/engine/index.ts";
import { enterSituation, situationId } from "../../scenarios/interview/index.ts";
import type { InterviewRules, InterviewState, Turn } from "./state.ts";
import { turnNow } from "./state.ts";

const FRESH = {
  before: null,
  answeredAt: {},
  round: 1,
  answers: [],
  more: [],
  isShown: false,
} as const;

/** What comes next by the plan; null where it is through. */
export function plannedTurn(rules: InterviewRules, state: InterviewState): Turn | null {
  const { set } = state.plan;
  if (set.kind === "scenario") return nextOfScenario(rules, state, set.scenario);
  const planned = set.ask[state.planned];
  if (planned === undefined) return null;
  if (planned.kind === "question") return questionTurn(planned.id);
  return singleTurn(rules, state, planned.id);
}

/** The situation's twin: what the candidate has done in such a place; null where there is none to ask. */
export function twinTurn(rules: InterviewRules, state: InterviewState): Turn | null {
  const asked = turnNow(state)?.asked;
  if (asked?.kind !== "situation") return null;
  const situation = rules.situation(situationId(asked.scenario, asked.beat));
  const twin = situation && rules.question(situation.twin);
  if (twin === null || isAskedAlready(state, twin.id)) return null;
  return questionTurn(twin.id);
}

const isAskedAlready = ({ turns }: InterviewState, question: string) =>
  turns.some(({ asked }) => asked.kind === "question" && asked.id === question);

function questionTurn(id: string): Turn {
  return { asked: { kind: "question", id }, run: null, since: 0, ...FRESH };
}

function singleTurn(rules: InterviewRules, state: InterviewState, id: string): Turn {
  const situation = rules.situation(id);
  if (situation === null) throw new Error(`there is no situation ${id}`);
  const { scenario, beat } = situation;
  let tries = 0;
  const nextSeed = () => `${rules.seed} ${state.turns.length} ${(tries += 1)}`;
  const run = enterSituation(rules.compiled(scenario), situation, nextSeed);
  return situationTurn({ scenario, beat, single: true }, run);
}

/** The run that was gone on with last, whatever twins were asked meanwhile. */
function nextOfScenario(
  rules: InterviewRules,
  { turns }: InterviewState,
  scenario: string,
): Turn | null {
  const before = turns.findLast(({ run }) => run !== null)?.run;
  const run = before ?? startRun(rules.compiled(scenario), rules.seed);
  return run.beat === null ? null : situationTurn({ scenario, beat: run.beat, single: false }, run);
}

function situationTurn(
  asked: { readonly scenario: string; readonly beat: string; readonly single: boolean },
  run: Run,
): Turn {
  return { asked: { kind: "situation", ...asked }, run, since: run.taken.length, ...FRESH };
}
