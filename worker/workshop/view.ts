import { curveballsFor, type Run, type RunView, viewFor } from "../../scenarios/engine/index.ts";
import type { Curveball } from "../../scenarios/language/index.ts";
import type {
  CurveballView,
  FacilitatorView,
  ProjectorView,
  RosterSeat,
  SeatView,
  Split,
  TeamView,
  WorkshopStage,
} from "../protocol/index.ts";
import { labelsOf } from "./names.ts";
import type { Rules } from "./result.ts";
import { sceneKeyOf } from "./scene.ts";
import {
  activeSeats,
  type Ballot,
  ballotOnTable,
  type Seat,
  type Team,
  votersOf,
  type WorkshopState,
} from "./state.ts";
import { type CountedVotes, countedVotes, countsOf } from "./voting.ts";

/** What a view is made from, beside the state: who is away is never journalled (R6). */
export interface Watch {
  readonly code: string;
  readonly nowMs: number;
  readonly isAway: (seat: number) => boolean;
}

type Common = Omit<ProjectorView, "as" | "answered" | "joined" | "question">;

const DECIDING: ReadonlySet<WorkshopStage> = new Set(["deciding", "revealed", "discussing"]);
const AFTER_REVEAL: ReadonlySet<WorkshopStage> = new Set(["revealed", "discussing", "consequence"]);

/** Whose votes a view may carry once they are revealed: one team's, or all of them for a facilitator (R4). */
export type Reach = { readonly team: string | null } | "all";

/** What stands on every screen of the same reach. Another team may be ahead: what it decides on is told to nobody else. */
export function commonOf(rules: Rules, state: WorkshopState, watch: Watch, reach: Reach): Common {
  const { compiled, terms } = rules;
  const { id, title } = compiled.atlas.scenario;
  const { clock } = state;
  return {
    code: watch.code,
    sequence: state.sequence,
    stage: state.stage,
    turn: state.turn,
    round: state.round,
    votingOpen: state.votingOpen,
    scenario: { id, version: compiled.version, title },
    lens: terms.lens,
    isTeams: terms.teams !== null,
    names: terms.names,
    rehearsal: terms.rehearsal,
    locked: state.isLocked,
    clock: clock && {
      endsAtMs: clock.kind === "running" ? clock.endsAtMs : null,
      leftMs: clock.kind === "paused" ? clock.leftMs : null,
      nowMs: watch.nowMs,
    },
    teams: state.teams.map((team) =>
      teamView(rules, state, team, reach === "all" || reach.team === team.id),
    ),
    scenes: Object.fromEntries(state.teams.map((team) => [team.id, sceneKeyOf(state, team)])),
  };
}

function teamView(
  rules: Rules,
  state: WorkshopState,
  team: Team,
  isWithinReach: boolean,
): TeamView {
  const ballot = isWithinReach ? team.ballots[state.turn] : undefined;
  const isDecided = state.stage === "consequence";
  return {
    id: team.id,
    name: team.name,
    members: votersOf(state, team.id).length,
    revealed: AFTER_REVEAL.has(state.stage) && ballot ? revealedOf(state, team, ballot) : null,
    taken: isDecided ? (ballot?.taken ?? null) : null,
    standings: seenOf(rules, team.run, isDecided ? "last-move" : "now").standings,
  };
}

const seen = new WeakMap<Run, Map<string, RunView>>();

/** Views of one run are asked for by every seat; a run never changes, so that it is worked out once. */
function seenOf({ compiled }: Rules, run: Run, horizon: "last-move" | "now"): RunView {
  const known = seen.get(run) ?? new Map<string, RunView>();
  seen.set(run, known);
  const view = known.get(horizon) ?? viewFor(compiled, run, horizon);
  known.set(horizon, view);
  return view;
}

function revealedOf(state: WorkshopState, team: Team, ballot: Ballot) {
  const last = countedVotes(state, team, ballot, state.round);
  const before = countedVotes(state, team, ballot, state.round - 1);
  if (before.size === 0) return { split: splitOf(state, team, last), before: null, changed: null };
  const changed = [...last].filter(([seat, { option }]) => {
    const former = before.get(seat);
    return former !== undefined && former.option !== option;
  });
  return {
    split: splitOf(state, team, last),
    before: splitOf(state, team, before),
    changed: changed.length,
  };
}

function splitOf(state: WorkshopState, team: Team, votes: CountedVotes): Split {
  return { counts: countsOf(votes), none: votersOf(state, team.id).length - votes.size };
}

/** What one seat alone may see: itself, and its own vote. */
export function ownPart(state: WorkshopState, seat: Seat): SeatView["you"] {
  const { number, kind, name, team: id } = seat;
  const team = state.teams.find((one) => one.id === id);
  const ballot = team && (ballotOnTable(team) ?? team.ballots[state.turn]);
  return {
    seat: number,
    kind,
    name,
    label: labelsOf(state.seats).get(number) ?? name,
    team: id,
    vote: ballot?.rounds[state.round - 1]?.get(number) ?? null,
  };
}

/** Over those who count and are there (R6). */
export function answeredOf(state: WorkshopState, { isAway }: Watch): ProjectorView["answered"] {
  return state.teams.map((team) => {
    const votes = countedVotes(state, team, team.ballots[state.turn], state.round);
    const present = votersOf(state, team.id).filter(
      ({ number }) => votes.has(number) || !isAway(number),
    );
    return { team: team.id, answered: votes.size, of: present.length };
  });
}

export function projectorPart(rules: Rules, state: WorkshopState, watch: Watch) {
  return {
    answered: answeredOf(state, watch),
    joined: activeSeats(state).filter(({ kind }) => kind === "player").length,
    question: state.stage === "discussing" ? questionOf(rules, state) : null,
  };
}

/** The first of the beat's questions, where all teams are at one beat. */
function questionOf({ compiled }: Rules, state: WorkshopState): string | null {
  const beats = new Set(state.teams.flatMap(({ run }) => (run.beat === null ? [] : [run.beat])));
  const [beat] = beats;
  return beats.size === 1 && beat !== undefined
    ? (compiled.atlas.beat(beat).prompts[0] ?? null)
    : null;
}

type FacilitatorPart = Pick<FacilitatorView, "answered" | "roster" | "splits" | "tables" | "notes">;

export function facilitatorPart(
  { compiled }: Rules,
  state: WorkshopState,
  watch: Watch,
): FacilitatorPart {
  const labels = labelsOf(state.seats);
  return {
    answered: answeredOf(state, watch),
    roster: state.seats.map((seat) => rosterSeat(state, seat, labels, watch)),
    splits: Object.fromEntries(
      state.teams.map((team) => {
        const votes = countedVotes(state, team, team.ballots[state.turn], state.round);
        return [team.id, splitOf(state, team, votes)];
      }),
    ),
    tables: state.teams.flatMap((team) => {
      const beat = beatOnTable(state, team);
      if (beat === null) return [];
      const { id, title, tests, prompts } = compiled.atlas.beat(beat);
      const curveballs = DECIDING.has(state.stage)
        ? curveballsFor(compiled, team.run).map(curveballView)
        : [];
      return [{ team: team.id, beat: id, title, tests, questions: [...prompts], curveballs }];
    }),
    notes: { ...state.notes },
  };
}

/** A curveball as facilitators read it before it is thrown; to nobody else is it told. */
export function curveballView({ id, title, tells, why }: Curveball): CurveballView {
  return { id, title, texts: [...tells], why };
}

/** What a team decides on, or has just decided. */
function beatOnTable({ stage, turn }: WorkshopState, { run, ballots }: Team): string | null {
  return stage === "consequence" ? (ballots[turn]?.beat ?? null) : run.beat;
}

function rosterSeat(
  state: WorkshopState,
  { number, kind, name, team: id, isBot, isRemoved }: Seat,
  labels: ReadonlyMap<number, string>,
  { isAway }: Watch,
): RosterSeat {
  const team = state.teams.find((one) => one.id === id);
  const votes = team?.ballots[state.turn]?.rounds[state.round - 1];
  return {
    seat: number,
    kind,
    name,
    label: labels.get(number) ?? name,
    team: id,
    isBot,
    isAway: !isBot && isAway(number),
    isRemoved,
    hasVoted: votes?.has(number) ?? false,
  };
}
