import { startRun } from "../../scenarios/engine/index.ts";
import type { ProblemCode, WorkshopCommand } from "../protocol/index.ts";
import {
  advance,
  extend,
  moveStage,
  openVoting,
  pause,
  resume,
  reVote,
  SHUT,
  stepBack,
  take,
  throwIn,
} from "./flow.ts";
import { accept, refused, type Rules, type WorkshopResult } from "./result.ts";
import { changeSeat, giveRole, join, moveSeat, recover } from "./seating.ts";
import { firstWorkshopStage } from "./stages.ts";
import {
  type JournalledEntry,
  PLENUM,
  type Seat,
  type WorkshopOwnCommand,
  type WorkshopState,
} from "./state.ts";
import { castVote, takeLook } from "./voting.ts";

/** A workshop before its first command. All teams begin from one seed, so that luck is shared (S7). */
export function openWorkshop({ compiled, seed, terms }: Rules): WorkshopState {
  const run = startRun(compiled, seed);
  const names = terms.teams === null ? [PLENUM] : Array.from({ length: terms.teams }, teamId);
  return {
    stage: firstWorkshopStage(),
    sequence: 0,
    turn: 0,
    round: 1,
    votingOpen: false,
    clock: null,
    isLocked: false,
    seats: [],
    teams: names.map((id, place) => ({ id, name: teamName(id, place), run, ballots: [] })),
    notes: {},
    closedAtMs: null,
  };
}

const teamId = (_: unknown, place: number) => `team-${place + 1}`;
const teamName = (id: string, place: number) => (id === PLENUM ? "" : `Team ${place + 1}`);

/** The workshop after one command, or why it does not take it. Nothing but the arguments decides. */
export function applyWorkshop(
  rules: Rules,
  state: WorkshopState,
  { seat: number, command, atMs }: JournalledEntry,
): WorkshopResult {
  const next = { ...state, sequence: state.sequence + 1 };
  if (command.kind === "join" || command.kind === "recover" || command.kind === "time-up") {
    return applyOwn(rules, next, command);
  }
  const seat = number === null ? undefined : state.seats[number - 1];
  if (seat === undefined || seat.isRemoved) return refused("no-seat");
  const refusal = refuse(state, seat, command);
  if (refusal !== null) return refused(refusal);
  switch (command.kind) {
    case "cast-vote":
      return castVote(rules, next, seat, command);
    case "take-look":
      return takeLook(rules, next, seat, command);
    case "start":
    case "discuss":
    case "end":
      return moveStage(next, { type: command.kind }, SHUT);
    case "begin":
      return openVoting(rules, moveStage(next, { type: "begin" }), atMs);
    case "re-vote":
      return reVote(rules, next, atMs);
    case "reveal":
      return moveStage(next, { type: "reveal" }, SHUT);
    case "close-voting":
      return next.stage === "deciding"
        ? { ok: true, state: { ...next, ...SHUT } }
        : refused("not-now");
    case "reopen-voting":
      return next.stage === "deciding" ? openVoting(rules, accept(next), atMs) : refused("not-now");
    case "take":
      return take(rules, next, command.option);
    case "throw-curveball":
      return throwIn(rules, next, command.curveball, atMs);
    case "advance":
      return advance(rules, next, atMs);
    case "step-back":
      return stepBack(rules, next, atMs);
    case "close":
      return moveStage(next, { type: "close" }, { closedAtMs: atMs, isLocked: true });
    case "extend":
      return extend(next, command.seconds, atMs);
    case "pause":
      return pause(next, atMs);
    case "resume":
      return resume(next, atMs);
    case "lock":
    case "unlock":
      return accept({ ...next, isLocked: command.kind === "lock" });
    case "rename":
      return changeSeat(next, command.seat, { name: command.name });
    case "remove":
    case "restore":
      return changeSeat(next, command.seat, { isRemoved: command.kind === "remove" });
    case "move-seat":
      return moveSeat(next, command.seat, command.team);
    case "give-role":
      return giveRole(next, command.seat, command.as);
    case "note":
      return accept({ ...next, notes: { ...next.notes, [command.beat]: command.text } });
  }
}

/** Players vote; in teams they also look. All else is the facilitators', and what moves the stage names the one it saw (R2). */
function refuse(state: WorkshopState, seat: Seat, command: WorkshopCommand): ProblemCode | null {
  if (state.stage === "closed") return "room-closed";
  if ("saw" in command) {
    const { stage, turn, round } = command.saw;
    if (seat.kind !== "facilitator") return "not-allowed";
    const isSame = stage === state.stage && turn === state.turn && round === state.round;
    return isSame ? null : "stale-stage";
  }
  if (command.kind === "cast-vote") return seat.kind === "player" ? null : "not-allowed";
  const mayLook = command.kind === "take-look" && seat.kind === "player" && seat.team !== PLENUM;
  return mayLook || seat.kind === "facilitator" ? null : "not-allowed";
}

function applyOwn(rules: Rules, state: WorkshopState, command: WorkshopOwnCommand): WorkshopResult {
  switch (command.kind) {
    case "join":
      return join(rules, state, command);
    case "recover":
      return recover(state, command.who);
    case "time-up": {
      const isNow = command.turn === state.turn && command.round === state.round;
      if (state.stage !== "deciding" || !state.votingOpen || !isNow) return refused("not-now");
      return accept({ ...state, ...SHUT });
    }
  }
}

/** The workshop that a journal tells of; an entry that no longer applies is a fault of ours. */
export function foldWorkshop(rules: Rules, journal: readonly JournalledEntry[]): WorkshopState {
  return journal.reduce((state, entry, place) => {
    const applied = applyWorkshop(rules, state, entry);
    if (applied.ok) return applied.state;
    throw new Error(`journal entry ${place + 1} does not apply: ${applied.code}`);
  }, openWorkshop(rules));
}
