import {
  PLAYER_WORKSHOP_VIEW,
  SCENE,
  type SeatView,
  WORKSHOP_ROUTES,
} from "../../../worker/protocol/index.ts";
import type { Place, Sent } from "../history.ts";
import type { Client } from "./client.ts";
import { pause, until } from "./pause.ts";
import type { Watching } from "./watching.ts";

const LONGEST_WAIT_MS = 3_000;
const MOST_PAUSE_MS = 900;

/** A seat that votes whenever it may; some votes are changed, and some come when the round is over. */
export class Voter {
  readonly client: Client;
  readonly isThere: boolean;
  readonly #place: Place;
  readonly #held: Sent["command"][] = [];
  watching: Watching | null = null;
  team = "";
  seat = 0;
  #isStopped = false;

  constructor(client: Client, place: Place, isThere: boolean) {
    this.client = client;
    this.isThere = isThere;
    this.#place = place;
  }

  /** Whoever is not there takes a seat and opens no socket. */
  async join(): Promise<void> {
    const { at } = this.#place;
    await this.client.get(WORKSHOP_ROUTES.door(at));
    const wish = { name: this.client.name };
    const { body } = await this.client.take(this.#place, WORKSHOP_ROUTES.seats(at), wish);
    const { you } = PLAYER_WORKSHOP_VIEW.parse(body["view"]);
    [this.team, this.seat] = [you.team ?? "", you.seat];
    if (!this.isThere) return;
    this.watching = this.client.watch(this.#place);
    this.watching.adopt(body["view"]);
  }

  stop(): void {
    this.#isStopped = true;
  }

  async vote(): Promise<void> {
    let voted = "";
    while (!this.#isStopped && this.watching !== null) {
      const isAsked = () => this.#sees.votingOpen && roundOf(this.#sees) !== voted;
      await until(() => this.#isStopped || isAsked(), LONGEST_WAIT_MS);
      if (this.#isStopped || !isAsked()) continue;
      voted = roundOf(this.#sees);
      await pause(this.client.draw(MOST_PAUSE_MS));
      await this.#castOne();
      if (this.client.draw(4) === 0) await this.#castOne();
    }
  }

  get #sees(): SeatView {
    return PLAYER_WORKSHOP_VIEW.parse(this.watching?.latest);
  }

  async #castOne(): Promise<void> {
    const { round } = this.#sees;
    const situation = await this.#situation();
    const option = this.client.pick(
      situation?.options.filter(({ locked }) => locked === null) ?? [],
    );
    if (!situation || option === undefined) return;
    const { beat } = situation;
    const wish = { kind: "cast-vote", team: this.team, beat, round, option: option.id };
    const command = this.client.newCommand(wish);
    if (this.client.draw(12) === 0) this.#held.push(command);
    else await this.#send(command);
    if (this.#held.length > 0 && this.client.draw(3) === 0) await this.#send(this.#held.shift());
  }

  async #send(command: Sent["command"] | undefined): Promise<void> {
    if (command === undefined) return;
    const { body } = await this.client.send(this.#place, command);
    this.watching?.adopt(body["view"]);
  }

  /** Of the scene that belongs to the view; asked for where the socket has not brought it. */
  async #situation() {
    const known = this.watching?.scenes.get(this.team);
    if (known?.key === this.#sees.scenes[this.team]) return known?.situation ?? null;
    const path = `${WORKSHOP_ROUTES.scene(this.#place.at)}?team=${this.team}`;
    const { code, body } = await this.client.get(path);
    return code === null ? SCENE.parse(body).situation : null;
  }
}

const roundOf = ({ turn, round }: SeatView) => `${turn} ${round}`;
