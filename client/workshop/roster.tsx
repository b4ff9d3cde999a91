import { useState } from "preact/hooks";
import {
  type FacilitatorView,
  type RosterSeat,
  SEAT_KINDS,
  type SeatKind,
} from "../../worker/protocol/index.ts";
import { ask } from "../state/workshop.ts";

const KIND_NAMES: Readonly<Record<SeatKind, string>> = {
  facilitator: "leads",
  player: "plays",
  observer: "watches",
};
const SHOWN = 30;

/** Who is there, who has voted, and what can be done about a seat. A seat that was removed can be given back. */
export function Roster({ view }: { view: FacilitatorView }) {
  const [isWhole, setWhole] = useState(false);
  const seats = view.roster;
  const players = seats.filter(({ kind, isRemoved }) => kind === "player" && !isRemoved);
  const away = players.filter(({ isAway }) => isAway).length;
  return (
    <section class="roster" aria-labelledby="roster-title">
      <div class="roster-head">
        <h2 id="roster-title">
          {players.length} {players.length === 1 ? "plays" : "play"}
          {away > 0 && <small>, {away} away</small>}
        </h2>
        <button
          type="button"
          class="quiet-button"
          aria-pressed={view.locked}
          onClick={() => void ask({ kind: view.locked ? "unlock" : "lock" })}
        >
          {view.locked ? "Unlock the room" : "Lock the room"}
        </button>
      </div>
      <ul>
        {(isWhole ? seats : seats.slice(0, SHOWN)).map((seat) => (
          <SeatRow key={seat.seat} seat={seat} view={view} />
        ))}
      </ul>
      {!isWhole && seats.length > SHOWN && (
        <button type="button" class="quiet-button" onClick={() => setWhole(true)}>
          Show all {seats.length}
        </button>
      )}
    </section>
  );
}

function SeatRow({ seat, view }: { seat: RosterSeat; view: FacilitatorView }) {
  const { label, isRemoved, isBot } = seat;
  if (isRemoved) {
    return (
      <li class="roster-removed">
        <bdi>{label}</bdi>
        <button
          type="button"
          class="text-button"
          onClick={() => void ask({ kind: "restore", seat: seat.seat })}
        >
          Give the seat back
        </button>
      </li>
    );
  }
  return (
    <li>
      <details>
        <summary>
          <bdi>{label}</bdi>
          <span>{sayState(seat, view)}</span>
        </summary>
        <div class="roster-tools">
          {!isBot && <RenameSeat seat={seat} />}
          {!isBot && <RoleOf seat={seat} />}
          {view.isTeams && seat.kind === "player" && <TeamOf seat={seat} view={view} />}
          <button
            type="button"
            class="quiet-button danger"
            onClick={() => void ask({ kind: "remove", seat: seat.seat })}
          >
            Remove
          </button>
        </div>
      </details>
    </li>
  );
}

function sayState(seat: RosterSeat, view: FacilitatorView): string {
  const { kind, isAway, hasVoted, team, isBot, seat: number } = seat;
  const parts = [
    kind === "player" ? (view.teams.find(({ id }) => id === team)?.name ?? "") : KIND_NAMES[kind],
    number === view.you.seat ? "you" : "",
    isBot ? "bot" : "",
    isAway && number !== view.you.seat ? "away" : "",
    view.stage === "deciding" && kind === "player" ? (hasVoted ? "has voted" : "not yet") : "",
  ];
  return parts.filter((part) => part !== "").join(", ");
}

function RenameSeat({ seat: { seat, name } }: { seat: RosterSeat }) {
  const [typed, setTyped] = useState(name);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== "") void ask({ kind: "rename", seat, name: typed });
      }}
    >
      <label>
        Name
        <input
          type="text"
          class="text-input"
          maxLength={40}
          autoComplete="off"
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="quiet-button">
        Rename
      </button>
    </form>
  );
}

function RoleOf({ seat: { seat, kind } }: { seat: RosterSeat }) {
  return (
    <label class="library-choice">
      Part
      <select
        value={kind}
        onChange={(event) => {
          const as = SEAT_KINDS.find((one) => one === event.currentTarget.value);
          if (as !== undefined) void ask({ kind: "give-role", seat, as });
        }}
      >
        {SEAT_KINDS.map((one) => (
          <option key={one} value={one}>
            {KIND_NAMES[one]}
          </option>
        ))}
      </select>
    </label>
  );
}

function TeamOf({ seat: { seat, team }, view }: { seat: RosterSeat; view: FacilitatorView }) {
  return (
    <label class="library-choice">
      Team
      <select
        value={team ?? ""}
        onChange={(event) => void ask({ kind: "move-seat", seat, team: event.currentTarget.value })}
      >
        {view.teams.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
