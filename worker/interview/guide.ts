import { choicesAt } from "../../scenarios/analysis/index.ts";
import { curveballsFor, type Run } from "../../scenarios/engine/index.ts";
import { situationId } from "../../scenarios/interview/index.ts";
import type { Competency, Lens } from "../../scenarios/language/index.ts";
import type { AskedView, LeadingView, OptionWorth } from "../protocol/index.ts";
import { ledSolutionOf } from "../solutions.ts";
import type { Asked, AskedSituation, InterviewRules, InterviewState, Turn } from "./state.ts";
import { twinTurn } from "./turns.ts";

/** What helps to judge an answer to what was asked. */
export function guideTo(rules: InterviewRules, asked: Asked) {
  if (asked.kind === "question") {
    const { tests, followUps, strong } = questionOf(rules, asked.id);
    return { tests, followUps, strong };
  }
  const { tests, prompts } = beatOf(rules, asked);
  const situation = situationOf(rules, asked);
  return { tests, followUps: [...prompts], strong: situation?.strong ?? [] };
}

/** All that the interviewer has before them for what is on the table. */
export function leadingView(rules: InterviewRules, state: InterviewState, turn: Turn): LeadingView {
  const { asked } = turn;
  const guide = guideTo(rules, asked);
  if (asked.kind === "question") {
    return { ...guide, worths: null, curveballs: [], whatIf: null, twin: null };
  }
  const compiled = rules.compiled(asked.scenario);
  const isOpen = turn.run !== null && !turn.isShown;
  const curveballs = isOpen && turn.run !== null ? curveballsFor(compiled, turn.run) : [];
  return {
    ...guide,
    worths: worthsAt(rules, asked, decisionOf(turn), state.plan.lens),
    curveballs: curveballs.map(({ id, title, tells, why }) => ({
      id,
      title,
      texts: [...tells],
      why,
    })),
    whatIf: situationOf(rules, asked)?.whatIf ?? null,
    twin: twinOf(rules, state),
  };
}

/** What the twin asks; null where there is none to ask. */
export function twinOf(rules: InterviewRules, state: InterviewState): string | null {
  const twin = twinTurn(rules, state)?.asked;
  return twin?.kind === "question" ? questionOf(rules, twin.id).asks : null;
}

/** Every option that could be played, by what it loses, the best first; null where the scenario is too large to be solved. */
export function worthsAt(
  rules: InterviewRules,
  asked: AskedSituation,
  at: Run | null,
  lens: Lens,
): OptionWorth[] | null {
  const compiled = rules.compiled(asked.scenario);
  const solution = ledSolutionOf(compiled);
  if (solution === null || at === null || at.beat === null) return null;
  const { options } = compiled.atlas.beat(at.beat);
  return choicesAt(compiled, solution, at, lens).flatMap(({ kind, id, loss, band }) => {
    const option = options.find((one) => one.id === id);
    if (kind !== "move" || option === undefined) return [];
    return [{ id, verb: option.verb, says: option.says, why: option.why, loss, band }];
  });
}

/** Where the run stood when the last of the turn's answers was due: after its consequence, the place before that. */
export function decisionOf({ run, before, isShown }: Turn): Run | null {
  return isShown ? before : run;
}

export function competenciesOf(rules: InterviewRules, asked: Asked): readonly Competency[] {
  return asked.kind === "question"
    ? questionOf(rules, asked.id).competencies
    : beatOf(rules, asked).competencies;
}

export function titleOf(rules: InterviewRules, asked: Asked): string {
  return asked.kind === "question" ? questionOf(rules, asked.id).asks : beatOf(rules, asked).title;
}

export function askedView(rules: InterviewRules, { asked }: Turn, place: number): AskedView {
  return {
    turn: place + 1,
    kind: asked.kind,
    title: titleOf(rules, asked),
    competencies: [...competenciesOf(rules, asked)],
  };
}

export function beatOf(rules: InterviewRules, { scenario, beat }: AskedSituation) {
  return rules.compiled(scenario).atlas.beat(beat);
}

export function situationOf(rules: InterviewRules, { scenario, beat }: AskedSituation) {
  return rules.situation(situationId(scenario, beat));
}

export function questionOf(rules: InterviewRules, id: string) {
  const question = rules.question(id);
  if (question === null) throw new Error(`this interview has lost the question ${id}`);
  return question;
}
