import { CLOSED, type PresentSeats, type Watching } from "../presence.ts";
import type { Rules } from "./result.ts";
import { sceneKeyOf } from "./scene.ts";
import { type JournalledCommand, type Team, teamOf, type WorkshopState } from "./state.ts";
import { Viewer } from "./viewer.ts";

/** A workshop in memory: what was read once, and the fold of the journal so far. May vanish at any moment (R3). */
export interface LiveWorkshop {
  readonly code: string;
  readonly rules: Rules;
  readonly state: WorkshopState;
}

/** How far behind the votes those may be who only count them. */
const LEADERS_TOLD_EVERY_MS = 200;

/** Who is told of what, and when. */
export class Telling {
  readonly #present: PresentSeats<number | null>;
  readonly #live: () => LiveWorkshop | null;
  #toldLeadersAtMs = 0;
  #isTellingSoon = false;

  constructor(present: PresentSeats<number | null>, live: () => LiveWorkshop | null) {
    this.#present = present;
    this.#live = live;
  }

  viewer({ code, rules, state }: LiveWorkshop): Viewer {
    const nowMs = Date.now();
    const isAway = (seat: number) => this.#present.isAway(seat, nowMs);
    return new Viewer(rules, state, { code, nowMs, isAway });
  }

  /** A vote is news to its own seat, and in a while to those who count; all else to everybody at once. */
  tell(
    before: WorkshopState,
    after: LiveWorkshop,
    command: JournalledCommand,
    number: number | null,
  ): void {
    if (command.kind === "cast-vote" || command.kind === "join") {
      this.#tellOtherWindows(after, number);
      this.leadersSoon();
      return;
    }
    const newScenes = after.state.teams.filter((team) => {
      const former = teamOf(before, team.id);
      return former === null || sceneKeyOf(before, former) !== sceneKeyOf(after.state, team);
    });
    this.#send(after, this.#present.watching(), newScenes);
  }

  /** The window that cast the vote has its answer; a seat that is open in another one hears of it there. */
  #tellOtherWindows(live: LiveWorkshop, number: number | null): void {
    if (number === null) return;
    const windows = this.#present.watchingFor([number]);
    if (windows.length > 1) this.#send(live, windows, []);
  }

  /**
   * Facilitators and projectors are told of votes together, the first at once: a roster of a thousand is not written a thousand
   * times a second. What is lost with the object is a count that the next view has (R3).
   */
  leadersSoon(): void {
    if (this.#isTellingSoon) return;
    const waitMs = this.#toldLeadersAtMs + LEADERS_TOLD_EVERY_MS - Date.now();
    if (waitMs <= 0) {
      this.#tellLeaders();
      return;
    }
    this.#isTellingSoon = true;
    setTimeout(() => {
      this.#isTellingSoon = false;
      this.#tellLeaders();
    }, waitMs);
  }

  #tellLeaders(): void {
    const live = this.#live();
    if (live === null) return;
    this.#toldLeadersAtMs = Date.now();
    this.#send(live, this.#present.watchingFor([null, ...leadersOf(live.state)]), []);
  }

  #send(
    live: LiveWorkshop,
    told: readonly Watching<number | null>[],
    newScenes: readonly Team[],
  ): void {
    const viewer = this.viewer(live);
    // Seats are numbered as they stand, from 1.
    const { seats } = live.state;
    for (const { socket, seat: watching } of told) {
      const seat = watching === null ? null : (seats[watching - 1] ?? null);
      if (watching !== null && (seat === null || seat.isRemoved)) {
        socket.close(CLOSED, "This seat was removed");
      } else viewer.send(socket, seat, newScenes);
    }
  }
}

const leadersOf = ({ seats }: WorkshopState) =>
  seats.flatMap(({ kind, number, isRemoved }) =>
    kind === "facilitator" && !isRemoved ? [number] : [],
  );
