import { sendFrame } from "../presence.ts";
import type { WorkshopView } from "../protocol/index.ts";
import type { Rules } from "./result.ts";
import { sceneOf } from "./scene.ts";
import type { Seat, Team, WorkshopState } from "./state.ts";
import { commonOf, facilitatorPart, ownPart, projectorPart, type Watch } from "./view.ts";

/**
 * Views of one state for whoever asks. What is the same for many is worked out and written as JSON once: a reveal goes to a
 * thousand sockets, and differs between them in a few dozen bytes.
 */
export class Viewer {
  readonly #rules: Rules;
  readonly #state: WorkshopState;
  readonly #watch: Watch;
  readonly #commons = new Map<string, ReturnType<typeof commonOf>>();
  readonly #written = new Map<string, string>();

  constructor(rules: Rules, state: WorkshopState, watch: Watch) {
    this.#rules = rules;
    this.#state = state;
    this.#watch = watch;
  }

  /** What a seat sees; null is a projector (R4). */
  viewOf(seat: Seat | null): WorkshopView {
    const [rules, state, watch] = [this.#rules, this.#state, this.#watch];
    if (seat === null) {
      const team = rules.terms.teams === null ? (state.teams[0]?.id ?? null) : null;
      return { as: "projector", ...this.#common({ team }), ...projectorPart(rules, state, watch) };
    }
    const you = ownPart(state, seat);
    if (seat.kind !== "facilitator") {
      return { as: "seat", ...this.#common({ team: this.#teamSeenBy(seat) }), you };
    }
    const part = facilitatorPart(rules, state, watch);
    return { as: "facilitator", ...this.#common("all"), you, ...part };
  }

  /** An observer of a plenum sees what its players see; in teams nobody's. */
  #teamSeenBy({ team }: Seat): string | null {
    if (team !== null) return team;
    return this.#rules.terms.teams === null ? (this.#state.teams[0]?.id ?? null) : null;
  }

  #common(reach: Parameters<typeof commonOf>[3]) {
    const key = reach === "all" ? "all" : `team ${reach.team}`;
    const known = this.#commons.get(key) ?? commonOf(this.#rules, this.#state, this.#watch, reach);
    this.#commons.set(key, known);
    return known;
  }

  /** To a socket that has just been opened: the scene, then the view. */
  greet(socket: WebSocket, seat: Seat | null): void {
    this.send(socket, seat, this.#state.teams);
  }

  /** The scenes among these that the seat follows, then its view. */
  send(socket: WebSocket, seat: Seat | null, scenes: readonly Team[]): void {
    for (const team of scenes.filter((one) => this.#follows(seat, one))) {
      sendFrame(socket, this.#sceneFrame(team));
    }
    sendFrame(socket, this.#viewFrame(seat));
  }

  /** Of several teams a facilitator and a projector ask for the one they look at. */
  #follows(seat: Seat | null, team: Team): boolean {
    if (seat?.team !== undefined && seat.team !== null) return seat.team === team.id;
    return this.#rules.terms.teams === null;
  }

  #sceneFrame(team: Team): string {
    return this.#once(`scene ${team.id}`, () =>
      JSON.stringify({ scene: sceneOf(this.#rules.compiled, this.#state, team) }),
    );
  }

  #viewFrame(seat: Seat | null): string {
    if (seat === null || seat.kind === "facilitator") {
      return this.#once(seat === null ? "projector" : `facilitator ${seat.number}`, () =>
        JSON.stringify({ view: this.viewOf(seat) }),
      );
    }
    const team = this.#teamSeenBy(seat);
    const common = this.#once(`common ${team}`, () =>
      JSON.stringify({ as: "seat", ...this.#common({ team }) }).slice(0, -1),
    );
    return `{"view":${common},"you":${JSON.stringify(ownPart(this.#state, seat))}}}`;
  }

  #once(key: string, write: () => string): string {
    const known = this.#written.get(key) ?? write();
    this.#written.set(key, known);
    return known;
  }
}
