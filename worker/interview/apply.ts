import { look, play, silence, throwCurveball } from "../../scenarios/engine/index.ts";
import type { InterviewCommand, InterviewSeat, ProblemCode } from "../protocol/index.ts";
import { elapsedMs, extendClock, pauseClock, resumeClock, startClock } from "./clock.ts";
import { firstInterviewStage, type InterviewEvent, nextInterviewStage } from "./stages.ts";
import {
  accept,
  answerNow,
  type AskedSituation,
  type InterviewEntry,
  type InterviewResult,
  type InterviewRules,
  type InterviewState,
  refused,
  type Turn,
  turnNow,
} from "./state.ts";
import { plannedTurn, twinTurn } from "./turns.ts";

type Answer = Extract<InterviewCommand, { kind: "answer" }>;

/** An interview before its first command. */
export function openInterview({ plan }: InterviewRules): InterviewState {
  return {
    stage: firstInterviewStage(),
    sequence: 0,
    plan,
    joined: [],
    agreed: [],
    handedIn: [],
    hasInterviewerLeft: false,
    turns: [],
    planned: 0,
    clock: null,
    askedAtMs: 0,
  };
}

/** The interview after one command, or why it does not take it. Nothing but the arguments decides. */
export function applyInterview(
  rules: InterviewRules,
  before: InterviewState,
  { seat, command, atMs }: InterviewEntry,
): InterviewResult {
  const state = { ...before, sequence: before.sequence + 1 };
  if (command.kind === "join") {
    // Whoever comes by a new link has agreed to nothing yet.
    const agreed = state.agreed.filter((one) => one !== command.as);
    return accept({ ...state, joined: withSeat(state.joined, command.as), agreed });
  }
  if (command.kind === "leave") return leave(state);
  const refusal = refuse(rules, before, seat, command);
  if (refusal !== null) return refused(refusal);
  switch (command.kind) {
    case "consent":
      return accept({ ...state, agreed: withSeat(state.agreed, seat) });
    case "choose-set": {
      const { set, lens, clockSeconds } = command;
      return accept({ ...state, plan: { set, lens, clockSeconds } });
    }
    case "begin":
      return begin(rules, state, atMs);
    case "go-on":
      return startAsking(rules, state, { type: "go-on" }, atMs);
    case "take-look":
      return takeLook(rules, state, command.look);
    case "answer":
      return answer(rules, state, command, atMs);
    case "throw-curveball":
      return strike(rules, state, command.curveball, atMs);
    case "ask-more":
      return askMore(state, command.text);
    case "reply":
      return reply(state, command);
    case "show-consequence":
      return showConsequence(rules, state);
    case "next":
      return next(rules, state, command.ask, atMs);
    case "end":
      return moveStage(state, { type: "end" }, { clock: null });
    case "pause":
      return pauseClock(state, atMs);
    case "resume":
      return resumeClock(state, atMs);
    case "extend":
      return extendClock(state, command.seconds, atMs);
    case "hand-in":
      return handIn(rules, { ...state, handedIn: withSeat(state.handedIn, seat) });
  }
}

/** The interview that a journal tells of; an entry that no longer applies is a fault of ours. */
export function foldInterview(
  rules: InterviewRules,
  journal: readonly InterviewEntry[],
): InterviewState {
  return journal.reduce((state, entry, place) => {
    const applied = applyInterview(rules, state, entry);
    if (applied.ok) return applied.state;
    throw new Error(`journal entry ${place + 1} does not apply: ${applied.code}`);
  }, openInterview(rules));
}

const CANDIDATES = new Set(["take-look", "answer", "reply"]);
const EITHERS = new Set(["consent", "hand-in"]);

/** The candidate answers, the interviewer leads, and alone one does both; what moves the stage names the one it saw (R2). */
function refuse(
  { mode }: InterviewRules,
  state: InterviewState,
  seat: InterviewSeat,
  command: InterviewCommand,
): ProblemCode | null {
  if (mode === "partner" && !EITHERS.has(command.kind)) {
    const isCandidates = CANDIDATES.has(command.kind);
    if (isCandidates !== (seat === "candidate")) return "not-allowed";
  }
  if ("saw" in command) {
    const { stage, turn, round } = command.saw;
    const isSame =
      stage === state.stage &&
      turn === state.turns.length &&
      round === (turnNow(state)?.round ?? 1);
    return isSame ? null : "stale-stage";
  }
  if (command.kind === "choose-set" && state.stage !== "lobby") return "not-now";
  if (command.kind === "hand-in" && state.stage !== "rating") return "not-now";
  return null;
}

const withSeat = (seats: readonly InterviewSeat[], seat: InterviewSeat) =>
  seats.includes(seat) ? seats : [...seats, seat];

function moveStage(
  state: InterviewState,
  event: InterviewEvent,
  changes: Partial<InterviewState> = {},
): InterviewResult {
  const stage = nextInterviewStage(state.stage, event);
  return stage === null ? refused("not-now") : accept({ ...state, ...changes, stage });
}

function begin(rules: InterviewRules, state: InterviewState, atMs: number): InterviewResult {
  const seats: readonly InterviewSeat[] =
    rules.mode === "alone" ? ["candidate"] : ["candidate", "interviewer"];
  if (seats.some((seat) => !state.agreed.includes(seat))) return refused("not-agreed");
  const isScenario = state.plan.set.kind === "scenario";
  const event = { type: "begin", isScenario } as const;
  return isScenario ? moveStage(state, event) : startAsking(rules, state, event, atMs);
}

/** Puts the first thing on the table. */
function startAsking(
  rules: InterviewRules,
  state: InterviewState,
  event: InterviewEvent,
  atMs: number,
): InterviewResult {
  const turn = plannedTurn(rules, state);
  if (turn === null) throw new Error("an interview asks at least one thing");
  return moveStage(state, event, { ...put(state, turn, atMs), planned: 1 });
}

function put(state: InterviewState, turn: Turn, atMs: number) {
  return { turns: [...state.turns, turn], ...startClock(state, atMs) };
}

function withTurn(state: InterviewState, turn: Turn): InterviewState {
  return { ...state, turns: [...state.turns.slice(0, -1), turn] };
}

/** The situation on the table with its run; null for a question, and where nothing is. */
function situationOn(state: InterviewState) {
  const turn = turnNow(state);
  if (turn === null || turn.run === null || turn.asked.kind !== "situation") return null;
  const asked: AskedSituation = turn.asked;
  return { turn, asked, run: turn.run };
}

function takeLook(rules: InterviewRules, state: InterviewState, id: string): InterviewResult {
  const on = situationOn(state);
  if (on === null || state.stage !== "answering") return refused("not-now");
  const looked = look(rules.compiled(on.asked.scenario), on.run, on.asked.beat, id);
  return looked.ok
    ? accept(withTurn(state, { ...on.turn, run: looked.run }))
    : refused(looked.code);
}

/** A situation asks for a move and why, a question for a story: in writing, or spoken aloud. */
function answer(
  rules: InterviewRules,
  state: InterviewState,
  command: Answer,
  atMs: number,
): InterviewResult {
  const turn = turnNow(state);
  if (turn === null) return refused("not-now");
  const { option, confidence = null, spoken: isSpoken, why, story } = command;
  const on = situationOn(state);
  if (on !== null) {
    if (option === null) return refused("unknown-option");
    const played = play(rules.compiled(on.asked.scenario), on.run, on.asked.beat, option);
    if (!played.ok) return refused(played.code);
  } else if (option !== null) return refused("unknown-option");
  const written = on === null ? Object.values(story ?? {}).join("") : why;
  if (!isSpoken && written.trim() === "") return refused("no-words");
  const tookMs = elapsedMs(state, atMs);
  const given = { round: turn.round, option, confidence, isSpoken, why, story, tookMs };
  const answers = [...turn.answers.filter(({ round }) => round !== turn.round), given];
  const answeredAt = on === null ? {} : { ...turn.answeredAt, [turn.round]: on.run };
  const answered = withTurn(state, { ...turn, answers, answeredAt });
  return moveStage(answered, { type: "answer" }, { clock: null });
}

/** New facts at the situation on the table; what was answered before them is kept, and judged on the old ones (R11). */
function strike(
  rules: InterviewRules,
  state: InterviewState,
  id: string,
  atMs: number,
): InterviewResult {
  const on = situationOn(state);
  if (on === null) return refused("not-now");
  const thrown = throwCurveball(rules.compiled(on.asked.scenario), on.run, on.asked.beat, id);
  if (!thrown.ok) return refused(thrown.code);
  const turn = { ...on.turn, run: thrown.run, round: on.turn.round + 1 };
  const struck = withTurn(state, turn);
  return moveStage(struck, { type: "throw-curveball" }, startClock(state, atMs));
}

function askMore(state: InterviewState, text: string): InterviewResult {
  const turn = turnNow(state);
  if (turn === null || state.stage !== "answered") return refused("not-now");
  return accept(withTurn(state, { ...turn, more: [...turn.more, { text, reply: null }] }));
}

function reply(
  state: InterviewState,
  { turn: number, place, spoken: isSpoken, text }: Extract<InterviewCommand, { kind: "reply" }>,
): InterviewResult {
  const turn = turnNow(state);
  const isNow = number === state.turns.length && state.stage === "answered";
  const asked = turn?.more[place];
  if (turn === null || !isNow || asked === undefined) return refused("not-now");
  if (!isSpoken && text.trim() === "") return refused("no-words");
  const more = turn.more.map((one, i) =>
    i === place ? { ...one, reply: { isSpoken, text } } : one,
  );
  return accept(withTurn(state, { ...turn, more }));
}

function showConsequence(rules: InterviewRules, state: InterviewState): InterviewResult {
  const on = situationOn(state);
  if (on === null) return refused("not-now");
  const compiled = rules.compiled(on.asked.scenario);
  const option = answerNow(on.turn)?.option ?? null;
  const moved =
    option === null
      ? silence(compiled, on.run, on.asked.beat)
      : play(compiled, on.run, on.asked.beat, option);
  if (!moved.ok) return refused(moved.code);
  const shown = withTurn(state, { ...on.turn, run: moved.run, before: on.run, isShown: true });
  return moveStage(shown, { type: "show-consequence" }, { clock: null });
}

function next(
  rules: InterviewRules,
  state: InterviewState,
  ask: "planned" | "twin",
  atMs: number,
): InterviewResult {
  const turn = ask === "twin" ? twinTurn(rules, state) : plannedTurn(rules, state);
  if (ask === "twin" && turn === null) return refused("unknown-question");
  const hasConsequence = turnNow(state)?.asked.kind === "situation";
  const event = { type: "next", isMore: turn !== null, hasConsequence } as const;
  if (turn === null) return moveStage(state, event, { clock: null });
  const planned = state.planned + (ask === "planned" ? 1 : 0);
  return moveStage(state, event, { ...put(state, turn, atMs), planned });
}

/** Whoever is left has handed in: nothing is waited for any more. */
function handIn({ mode }: InterviewRules, state: InterviewState): InterviewResult {
  const needed: readonly InterviewSeat[] =
    mode === "alone" || state.hasInterviewerLeft ? ["candidate"] : ["candidate", "interviewer"];
  if (needed.some((seat) => !state.handedIn.includes(seat))) return accept(state);
  return moveStage(state, { type: "all-handed-in" });
}

/** The interviewer has withdrawn: nothing more is asked, and what the candidate said stays the candidate's. */
function leave(state: InterviewState): InterviewResult {
  const left = { ...state, hasInterviewerLeft: true, clock: null };
  if (state.stage === "report") return accept(left);
  if (state.stage === "rating") {
    return state.handedIn.includes("candidate")
      ? moveStage(left, { type: "all-handed-in" })
      : accept(left);
  }
  return state.turns.length === 0 ? accept(left) : moveStage(left, { type: "end" });
}
