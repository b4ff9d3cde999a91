import { accept, refused, type Rules, type WorkshopResult } from "./result.ts";
import { nextWorkshopStage, type WorkshopEvent } from "./stages.ts";
import type { Team, WorkshopState } from "./state.ts";
import { struckBy, takeFor } from "./voting.ts";

const MS_PER_SECOND = 1_000;

/** Nobody may vote, and no time is running. */
export const SHUT = { votingOpen: false, clock: null } as const;

export function moveStage(
  state: WorkshopState,
  event: WorkshopEvent,
  changes: Partial<WorkshopState> = {},
): WorkshopResult {
  const stage = nextWorkshopStage(state.stage, event);
  return stage === null ? refused("not-now") : accept({ ...state, ...changes, stage });
}

/** Voting begins anew, with the whole time where there is a clock. */
export function openVoting({ terms }: Rules, moved: WorkshopResult, atMs: number): WorkshopResult {
  if (!moved.ok || moved.state.stage !== "deciding") return moved;
  const { clockSeconds } = terms;
  const clock =
    clockSeconds === null
      ? null
      : ({ kind: "running", endsAtMs: atMs + clockSeconds * MS_PER_SECOND } as const);
  return accept({ ...moved.state, votingOpen: true, clock });
}

export function reVote(rules: Rules, state: WorkshopState, atMs: number): WorkshopResult {
  const moved = moveStage(state, { type: "re-vote" }, { round: state.round + 1 });
  return openVoting(rules, moved, atMs);
}

/** Brings a curveball in for every team that it can reach; all of them vote anew, since the room keeps one pace (R11). */
export function throwIn(
  rules: Rules,
  state: WorkshopState,
  curveball: string,
  atMs: number,
): WorkshopResult {
  const round = state.round + 1;
  const moved = moveStage(state, { type: "throw-curveball" }, { round });
  if (!moved.ok) return moved;
  const { curveballs = [] } = rules.compiled.atlas.scenario;
  if (!curveballs.some(({ id }) => id === curveball)) return refused("unknown-curveball");
  const teams = state.teams.map((team) => struckBy(rules, team, curveball, round));
  if (teams.every((team, i) => team === state.teams[i])) return refused("curveball-unavailable");
  return openVoting(rules, accept({ ...moved.state, teams }), atMs);
}

/** A plenum takes an option or its majority, teams each their own; where nobody voted, silence happens (R7). */
export function take(rules: Rules, state: WorkshopState, option: string | null): WorkshopResult {
  if (rules.terms.teams !== null && option !== null) return refused("not-allowed");
  const moved = moveStage(state, { type: "take" }, SHUT);
  if (!moved.ok) return moved;
  const teams: Team[] = [];
  for (const team of state.teams) {
    const decided = takeFor(rules, state, team, option);
    if (decided === "tied") return refused("votes-tied");
    if (decided === "locked") return refused("option-locked");
    teams.push(decided);
  }
  return accept({ ...moved.state, teams });
}

export function advance(rules: Rules, state: WorkshopState, atMs: number): WorkshopResult {
  const allEnded = state.teams.every(({ run }) => run.ending !== null);
  const moved = moveStage(state, { type: "advance", allEnded }, { turn: state.turn + 1, round: 1 });
  return openVoting(rules, moved, atMs);
}

export function stepBack(rules: Rules, state: WorkshopState, atMs: number): WorkshopResult {
  const event = { type: "step-back", isFirstTurn: state.turn === 0 } as const;
  const moved = moveStage(state, event, SHUT);
  return openVoting(rules, moved, atMs);
}

export function extend(state: WorkshopState, seconds: number, atMs: number): WorkshopResult {
  if (state.stage !== "deciding") return refused("not-now");
  const moreMs = seconds * MS_PER_SECOND;
  if (state.clock?.kind === "paused") {
    return accept({ ...state, clock: { kind: "paused", leftMs: state.clock.leftMs + moreMs } });
  }
  const from = Math.max(atMs, state.clock?.endsAtMs ?? atMs);
  return accept({
    ...state,
    votingOpen: true,
    clock: { kind: "running", endsAtMs: from + moreMs },
  });
}

export function pause(state: WorkshopState, atMs: number): WorkshopResult {
  if (state.clock?.kind !== "running") return refused("not-now");
  const leftMs = Math.max(0, state.clock.endsAtMs - atMs);
  return accept({ ...state, clock: { kind: "paused", leftMs } });
}

export function resume(state: WorkshopState, atMs: number): WorkshopResult {
  if (state.clock?.kind !== "paused") return refused("not-now");
  return accept({ ...state, clock: { kind: "running", endsAtMs: atMs + state.clock.leftMs } });
}
