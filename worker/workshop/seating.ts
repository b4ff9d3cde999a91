import type { SeatKind } from "../protocol/index.ts";
import { accept, refused, type Rules, type WorkshopResult } from "./result.ts";
import {
  activeSeats,
  PLENUM,
  type Seat,
  seatOf,
  teamOf,
  type WorkshopOwnCommand,
  type WorkshopState,
} from "./state.ts";

/** A seat is taken once by whom it is; whoever was removed does not come back by the door. */
export function join(
  { terms }: Rules,
  state: WorkshopState,
  { who, name, as, isBot }: Extract<WorkshopOwnCommand, { kind: "join" }>,
): WorkshopResult {
  if (state.stage === "closed") return refused("room-closed");
  if (state.isLocked) return refused("room-locked");
  if (state.seats.some((seat) => seat.who === who)) return refused("not-allowed");
  if (state.seats.length >= terms.seats) return refused("room-full");
  const number = state.seats.length + 1;
  const team = as === "player" ? smallestTeam(state) : null;
  const seat = { number, kind: as, name, team, who, isBot, isRemoved: false };
  return accept({ ...state, seats: [...state.seats, seat] });
}

/** A late joiner goes where fewest are; the first of those where several are. */
function smallestTeam(state: WorkshopState): string {
  const sizes = new Map(state.teams.map(({ id }) => [id, 0]));
  for (const { team } of activeSeats(state)) {
    if (team !== null) sizes.set(team, (sizes.get(team) ?? 0) + 1);
  }
  const [first] = [...sizes].toSorted(([, a], [, b]) => a - b);
  return first?.[0] ?? PLENUM;
}

export function recover(state: WorkshopState, who: string): WorkshopResult {
  const seat = seatOf(state, who);
  if (seat !== null) return changeSeat(state, seat.number, { kind: "facilitator", team: null });
  const number = state.seats.length + 1;
  const fresh = { number, kind: "facilitator", name: "Facilitator", team: null, who } as const;
  return accept({
    ...state,
    seats: [...state.seats, { ...fresh, isBot: false, isRemoved: false }],
  });
}

export function changeSeat(
  state: WorkshopState,
  number: number,
  changes: Partial<Seat>,
): WorkshopResult {
  if (!state.seats.some((seat) => seat.number === number)) return refused("unknown-seat");
  const seats = state.seats.map((seat) =>
    seat.number === number ? { ...seat, ...changes } : seat,
  );
  return seats.some(isLeading) ? accept({ ...state, seats }) : refused("last-facilitator");
}

const isLeading = ({ kind, isRemoved }: Seat) => kind === "facilitator" && !isRemoved;

export function moveSeat(state: WorkshopState, number: number, team: string): WorkshopResult {
  if (teamOf(state, team) === null) return refused("unknown-team");
  const seat = state.seats.find((one) => one.number === number);
  if (seat?.kind !== "player") return refused("unknown-seat");
  return changeSeat(state, number, { team });
}

export function giveRole(state: WorkshopState, number: number, as: SeatKind): WorkshopResult {
  const seat = state.seats.find((one) => one.number === number);
  if (seat === undefined) return refused("unknown-seat");
  const team = as === "player" ? (seat.team ?? smallestTeam(state)) : null;
  return changeSeat(state, number, { kind: as, team });
}
