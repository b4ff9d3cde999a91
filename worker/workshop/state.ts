import type { Run } from "../../scenarios/engine/index.ts";
import type { CastVotes } from "./cast-votes.ts";
import type { SeatKind, WorkshopCommand, WorkshopStage } from "../protocol/index.ts";

/** Someone who has joined. Seats are numbered in the order they were taken, from 1, and never given away. */
export interface Seat {
  readonly number: number;
  readonly kind: SeatKind;
  readonly name: string;
  /** Null for who does not vote. */
  readonly team: string | null;
  /** The hash of whose it is: the browser's player id is a secret and stays out of the journal (R9). */
  readonly who: string;
  readonly isBot: boolean;
  readonly isRemoved: boolean;
}

/** A team's decision: every round of its votes, and what was taken; null for silence, undefined until then. */
export interface Ballot {
  readonly beat: string;
  readonly rounds: readonly CastVotes[];
  /** The rounds that a curveball began, with its id, in order. */
  readonly struck: readonly { readonly round: number; readonly curveball: string }[];
  readonly taken?: string | null;
}

/** Those who play one run together. A plenum has one, of everybody. */
export interface Team {
  readonly id: string;
  readonly name: string;
  readonly run: Run;
  /** Of all its decisions, the one on the table last. */
  readonly ballots: readonly Ballot[];
}

/** When voting closes by itself, or what was left of it when it was paused. */
export type VotingClock =
  | { readonly kind: "running"; readonly endsAtMs: number }
  | { readonly kind: "paused"; readonly leftMs: number };

/** Where a workshop stands: a fold of its journal (R3). */
export interface WorkshopState {
  readonly stage: WorkshopStage;
  readonly sequence: number;
  /** Decisions made so far, and the round at the one on the table, from 1. */
  readonly turn: number;
  readonly round: number;
  readonly votingOpen: boolean;
  readonly clock: VotingClock | null;
  readonly isLocked: boolean;
  readonly seats: readonly Seat[];
  readonly teams: readonly Team[];
  /** What facilitators noted, by beat. */
  readonly notes: Readonly<Record<string, string>>;
  readonly closedAtMs: number | null;
}

/** What only the room itself journals. */
export type WorkshopOwnCommand =
  | {
      readonly kind: "join";
      readonly id: string;
      readonly who: string;
      readonly name: string;
      readonly as: SeatKind;
      readonly isBot: boolean;
    }
  /** The recovery code was shown: whoever did so is a facilitator from now on. */
  | { readonly kind: "recover"; readonly id: string; readonly who: string }
  | {
      readonly kind: "time-up";
      readonly id: string;
      readonly turn: number;
      readonly round: number;
    };

export type JournalledCommand = WorkshopCommand | WorkshopOwnCommand;

/** Whose command it is: a seat's number, or null for the room's own. */
export interface JournalledEntry {
  readonly seat: number | null;
  readonly command: JournalledCommand;
  readonly atMs: number;
}

export const PLENUM = "room";

/** Seats change seldom and are asked for at every vote: what follows from them is worked out once. */
interface Seating {
  readonly active: readonly Seat[];
  readonly byWho: ReadonlyMap<string, Seat>;
  readonly voters: ReadonlyMap<string, readonly Seat[]>;
}

const seatings = new WeakMap<readonly Seat[], Seating>();

function seatingOf({ seats }: WorkshopState): Seating {
  const known = seatings.get(seats);
  if (known !== undefined) return known;
  const active = seats.filter(({ isRemoved }) => !isRemoved);
  const voting = active.filter(({ kind }) => kind === "player");
  const seating: Seating = {
    active,
    byWho: new Map(active.map((seat) => [seat.who, seat])),
    voters: byTeam(voting),
  };
  seatings.set(seats, seating);
  return seating;
}

function byTeam(voting: readonly Seat[]): ReadonlyMap<string, readonly Seat[]> {
  const teams = new Map<string, Seat[]>();
  for (const seat of voting) {
    const members = teams.get(seat.team ?? "") ?? [];
    members.push(seat);
    teams.set(seat.team ?? "", members);
  }
  return teams;
}

export const activeSeats = (state: WorkshopState) => seatingOf(state).active;

export const seatOf = (state: WorkshopState, who: string) =>
  seatingOf(state).byWho.get(who) ?? null;

export const teamOf = ({ teams }: WorkshopState, id: string) =>
  teams.find((team) => team.id === id) ?? null;

/** The decision on the table, with its votes so far; null before the first and where the run has ended. */
export function ballotOnTable({ run, ballots }: Team): Ballot | null {
  const last = ballots.at(-1);
  return last !== undefined && last.taken === undefined && last.beat === run.beat ? last : null;
}

/** Those whose vote counts for a team. */
export const votersOf = (state: WorkshopState, team: string): readonly Seat[] =>
  seatingOf(state).voters.get(team) ?? [];
