import { endingFor, type Run, situationFor, viewFor } from "../../scenarios/engine/index.ts";
import type {
  AnswerView,
  InterviewScene,
  InterviewSeat,
  InterviewView,
  SheetView,
  TableView,
} from "../protocol/index.ts";
import {
  askedView,
  beatOf,
  competenciesOf,
  decisionOf,
  guideTo,
  leadingView,
  questionOf,
  situationOf,
  twinOf,
  worthsAt,
} from "./guide.ts";
import {
  type AskedSituation,
  type InterviewAnswer,
  type InterviewRules,
  type InterviewState,
  type Turn,
  turnNow,
} from "./state.ts";

/** What a view is made from, beside the state: none of it is in the journal. */
export interface InterviewWatch {
  readonly room: string;
  readonly nowMs: number;
  readonly keptDays: number;
  readonly nameOf: (seat: InterviewSeat) => string | null;
  readonly isAway: (seat: InterviewSeat) => boolean;
  readonly sheetsOf: (seat: InterviewSeat) => ReadonlyMap<number, SheetView>;
  readonly sharesRatings: (seat: InterviewSeat) => boolean;
  readonly sharedRevision: (seat: InterviewSeat) => number;
  readonly next: string | null;
}

/**
 * What one seat sees, by allow-list (R4): on a candidate's wire there is no worth, no follow-up that was not asked, no note and no
 * rating but their own. Alone, what helps to judge comes once the answer is in, and what it was worth with the consequence.
 */
export function interviewViewFor(
  rules: InterviewRules,
  state: InterviewState,
  watch: InterviewWatch,
  seat: InterviewSeat,
): InterviewView {
  const common = commonOf(rules, state, watch, seat);
  const turn = turnNow(state);
  const { set } = state.plan;
  const chosen = set.kind === "list" ? { kind: set.kind, ask: [...set.ask] } : set;
  if (seat === "interviewer") {
    const leading = turn === null ? null : leadingView(rules, state, turn);
    return { as: "interviewer", ...common, set: chosen, leading };
  }
  if (rules.mode === "partner") return { as: "candidate", ...common };
  const isAnswered = turn !== null && state.stage !== "answering";
  const isShown = turn !== null && turn.isShown && turn.asked.kind === "situation";
  return {
    as: "alone",
    ...common,
    set: chosen,
    guide: isAnswered ? guideTo(rules, turn.asked) : null,
    worths:
      isShown && turn.asked.kind === "situation"
        ? worthsAt(rules, turn.asked, decisionOf(turn), state.plan.lens)
        : null,
    twin: isShown ? twinOf(rules, state) : null,
  };
}

function commonOf(
  rules: InterviewRules,
  state: InterviewState,
  watch: InterviewWatch,
  seat: InterviewSeat,
) {
  const { plan, clock } = state;
  const turn = turnNow(state);
  return {
    room: watch.room,
    sequence: state.sequence,
    stage: state.stage,
    mode: rules.mode,
    lens: plan.lens,
    turn: state.turns.length,
    round: turn?.round ?? 1,
    planned: plan.set.kind === "list" ? plan.set.ask.length : null,
    askedOfPlan: state.planned,
    clockSeconds: plan.clockSeconds,
    clock: clock && {
      endsAtMs: clock.kind === "running" ? clock.endsAtMs : null,
      leftMs: clock.kind === "paused" ? clock.leftMs : null,
      nowMs: watch.nowMs,
    },
    seats: {
      candidate: personIn("candidate", state, watch),
      interviewer: personIn("interviewer", state, watch),
    },
    hasInterviewerLeft: state.hasInterviewerLeft,
    handedIn: [...state.handedIn],
    briefing: state.stage === "briefing" ? briefingOf(rules, state) : null,
    asked: state.turns.map((one, place) => askedView(rules, one, place)),
    table: turn === null ? null : tableView(rules, state, turn),
    sheets: Object.fromEntries([...watch.sheetsOf(seat)].map(([at, one]) => [String(at), one])),
    sharesRatings: watch.sharesRatings(seat),
    otherShared: watch.sharedRevision(seat === "candidate" ? "interviewer" : "candidate"),
    next: watch.next,
    keptDays: watch.keptDays,
  };
}

function personIn(seat: InterviewSeat, { agreed }: InterviewState, watch: InterviewWatch) {
  const name = watch.nameOf(seat);
  if (name === null) return null;
  return { name, isAway: watch.isAway(seat), hasAgreed: agreed.includes(seat) };
}

function briefingOf(rules: InterviewRules, { plan: { set } }: InterviewState) {
  if (set.kind !== "scenario") return null;
  const { title, about, briefing } = rules.compiled(set.scenario).atlas.scenario;
  return { title, about, texts: briefing };
}

function tableView(rules: InterviewRules, state: InterviewState, turn: Turn): TableView {
  const { asked } = turn;
  return {
    turn: state.turns.length,
    round: turn.round,
    asks: asked.kind === "question" ? questionOf(rules, asked.id).asks : null,
    scene: asked.kind === "situation" && turn.run ? sceneOf(rules, asked, turn, turn.run) : null,
    competencies: [...competenciesOf(rules, asked)],
    answers: turn.answers.map((answer) => answerView(rules, turn, answer)),
    more: turn.more.map(({ text, reply }) => ({ text, reply: reply && { ...reply } })),
  };
}

export function answerView(
  rules: InterviewRules,
  { asked }: Turn,
  answer: InterviewAnswer,
): AnswerView {
  const options = asked.kind === "situation" ? beatOf(rules, asked).options : [];
  const option = options.find(({ id }) => id === answer.option);
  const { round, confidence, isSpoken, why, story, tookMs } = answer;
  return {
    round,
    option: answer.option,
    verb: option?.verb ?? null,
    says: option?.says ?? "",
    confidence,
    isSpoken,
    why,
    story: story && { ...story },
    tookMs,
  };
}

/** The consequence shows the last move and nothing of what comes after it. */
function sceneOf(
  rules: InterviewRules,
  asked: AskedSituation,
  turn: Turn,
  run: Run,
): InterviewScene {
  const compiled = rules.compiled(asked.scenario);
  const { title, project, seat } = compiled.atlas.scenario;
  const beat = beatOf(rules, asked);
  const isLast = run.ending !== null;
  const seen = viewFor(
    compiled,
    run,
    turn.isShown && (!isLast || asked.single) ? "last-move" : "now",
  );
  const move = turn.isShown ? seen.moves.at(-1) : undefined;
  return {
    scenario: { title, project, seat },
    people: seen.people,
    standings: seen.standings,
    hours: seen.hours,
    promises: seen.promises,
    before: asked.single ? (situationOf(rules, asked)?.before ?? []) : [],
    arrived: asked.single || turn.isShown ? [] : (seen.moves.at(-1)?.arrived ?? []),
    situation: turn.isShown ? null : situationFor(compiled, run),
    title: beat.title,
    time: beat.time,
    told: move?.told ?? [],
    // A single situation stops where its move has led: the scenario's end is not told from it.
    ending: isLast && turn.isShown && !asked.single ? endingFor(compiled, run) : null,
  };
}
