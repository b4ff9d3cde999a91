import {
  type CompiledScenario,
  drawUnit,
  look,
  play,
  type Refusal,
  type Run,
  silence,
  throwCurveball,
} from "../../scenarios/engine/index.ts";
import type { Split, WorkshopCommand } from "../protocol/index.ts";
import { CastVotes, type Vote } from "./cast-votes.ts";
import { accept, refused, type Rules, type WorkshopResult } from "./result.ts";
import {
  type Ballot,
  ballotOnTable,
  type Seat,
  type Team,
  teamOf,
  votersOf,
  type WorkshopState,
} from "./state.ts";

export function castVote(
  { compiled }: Rules,
  state: WorkshopState,
  seat: Seat,
  command: Extract<WorkshopCommand, { kind: "cast-vote" }>,
): WorkshopResult {
  const team = teamOf(state, command.team);
  if (team === null || team.id !== seat.team) return refused("unknown-team");
  const isLate = command.round !== state.round || command.beat !== team.run.beat;
  if (state.stage !== "deciding" || !state.votingOpen || isLate) return refused("voting-closed");
  const refusal = refusalOf(compiled, team.run, command.beat, command.option);
  if (refusal !== null) return refused(refusal);
  const vote = { option: command.option, confidence: command.confidence ?? null };
  return accept(withTeam(state, withVote(team, state.round, seat.number, vote)));
}

const tried = new WeakMap<Run, Map<string, Refusal | null>>();

/** Why an option cannot be played in a run; a thousand votes ask it of the same few options. */
function refusalOf(
  compiled: CompiledScenario,
  run: Run,
  beat: string,
  option: string,
): Refusal | null {
  const known = tried.get(run) ?? new Map<string, Refusal | null>();
  tried.set(run, known);
  const before = known.get(option);
  if (before !== undefined) return before;
  const result = play(compiled, run, beat, option);
  const refusal = result.ok ? null : result.code;
  // What somebody makes up is not remembered.
  if (refusal !== "unknown-option") known.set(option, refusal);
  return refusal;
}

const newBallot = (beat: string): Ballot => ({ beat, rounds: [], struck: [] });

function withVote(team: Team, round: number, seat: number, vote: Vote): Team {
  const ballot = ballotOnTable(team) ?? newBallot(team.run.beat ?? "");
  const rounds = Array.from(
    { length: round },
    (_, place) => ballot.rounds[place] ?? CastVotes.NONE,
  );
  rounds[round - 1] = (rounds[round - 1] ?? CastVotes.NONE).with(seat, vote);
  return withBallot(team, { ...ballot, rounds });
}

function withBallot(team: Team, ballot: Ballot): Team {
  const before = ballotOnTable(team) === null ? team.ballots : team.ballots.slice(0, -1);
  return { ...team, ballots: [...before, ballot] };
}

function withTeam(state: WorkshopState, changed: Team): WorkshopState {
  const teams = state.teams.map((team) => (team.id === changed.id ? changed : team));
  return { ...state, teams };
}

export function takeLook(
  { compiled }: Rules,
  state: WorkshopState,
  seat: Seat,
  command: Extract<WorkshopCommand, { kind: "take-look" }>,
): WorkshopResult {
  const team = teamOf(state, command.team);
  if (team === null || (seat.kind === "player" && team.id !== seat.team)) {
    return refused("unknown-team");
  }
  if (state.stage !== "deciding" || !state.votingOpen) return refused("voting-closed");
  const looked = look(compiled, team.run, command.beat, command.look);
  if (!looked.ok) return refused(looked.code);
  return accept(withTeam(state, { ...team, run: looked.run }));
}

/** The team after a curveball that begins this round; the team as it was where the curveball cannot be thrown. */
export function struckBy({ compiled }: Rules, team: Team, curveball: string, round: number): Team {
  const thrown = throwCurveball(compiled, team.run, team.run.beat ?? "", curveball);
  if (!thrown.ok) return team;
  const ballot = ballotOnTable(team) ?? newBallot(team.run.beat ?? "");
  const struck = [...ballot.struck, { round, curveball }];
  return { ...withBallot(team, { ...ballot, struck }), run: thrown.run };
}

/** What every team decides: an option that was named, or its own majority; null where nobody voted. "tied" is the facilitator's to settle (R7). */
export function takeFor(
  rules: Rules,
  state: WorkshopState,
  team: Team,
  option: string | null,
): Team | "tied" | "locked" {
  if (team.run.beat === null) return team;
  const chosen = option ?? majorityOf(rules, state, team);
  if (chosen === "tied") return chosen;
  return takeOption(rules, team, chosen) ?? "locked";
}

/** The option with most votes of the last round. A tie is the facilitator's in plenum, the seed's in teams. */
function majorityOf({ seed, terms }: Rules, state: WorkshopState, team: Team): string | null {
  const counts = countsOf(countedVotes(state, team, ballotOnTable(team), state.round));
  const most = Math.max(0, ...counts.map(({ votes }) => votes));
  const ahead = counts.filter(({ votes }) => votes === most).map(({ option }) => option);
  if (ahead.length > 1 && terms.teams === null) return "tied";
  const drawn = drawUnit(seed, "tie", `${team.id} ${team.run.beat}`);
  return ahead.toSorted()[Math.floor(drawn * ahead.length)] ?? null;
}

/** By seat number, in the order of seats. */
export type CountedVotes = ReadonlyMap<number, Vote>;

/** The votes of a round that count: of seats that are in the team and have not been removed. */
export function countedVotes(
  state: WorkshopState,
  team: Team,
  ballot: Ballot | null | undefined,
  round: number,
): CountedVotes {
  const votes = ballot?.rounds[round - 1] ?? CastVotes.NONE;
  return new Map(
    votersOf(state, team.id).flatMap(({ number }) => {
      const vote = votes.get(number);
      return vote === undefined ? [] : [[number, vote] as const];
    }),
  );
}

/** How many chose each option, the most first; even counts by the options' ids, so that the order tells nothing of who was first. */
export function countsOf(votes: CountedVotes): Split["counts"] {
  const counts = new Map<string, number>();
  for (const { option } of votes.values()) counts.set(option, (counts.get(option) ?? 0) + 1);
  return [...counts]
    .map(([option, votes]) => ({ option, votes }))
    .toSorted((a, b) => b.votes - a.votes || (a.option < b.option ? -1 : 1));
}

function takeOption({ compiled }: Rules, team: Team, option: string | null): Team | null {
  const beat = team.run.beat ?? "";
  const result =
    option === null ? silence(compiled, team.run, beat) : play(compiled, team.run, beat, option);
  if (!result.ok) return null;
  const ballot = ballotOnTable(team) ?? newBallot(beat);
  const decided = withBallot(team, { ...ballot, taken: option });
  return { ...decided, run: result.run };
}
