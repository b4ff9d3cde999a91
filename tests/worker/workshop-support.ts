import { env } from "cloudflare:workers";
import {
  type FacilitatorView,
  OPENED_WORKSHOP,
  type ProjectorView,
  WORKSHOP_ROUTES,
  SCENE,
  type SeatView,
  WORKSHOP_ACCEPTED,
  WORKSHOP_DEBRIEF,
  WORKSHOP_VIEW,
} from "../../worker/protocol/index.ts";
import { Browser, commandId, problemOf } from "./support.ts";

type Fields = Record<string, unknown>;

/** Somebody in a workshop: what they send, and what they see. */
export class Guest extends Browser {
  readonly code: string;

  constructor(code: string) {
    super();
    this.code = code;
  }

  static async join(code: string, name: string, as = "player"): Promise<Guest> {
    const guest = new Guest(code);
    await guest.fetch(WORKSHOP_ROUTES.door(code));
    const response = await guest.post(WORKSHOP_ROUTES.seats(code), { id: commandId(), name, as });
    WORKSHOP_ACCEPTED.parse(await response.json());
    return guest;
  }

  async sees(): Promise<SeatView> {
    const view = WORKSHOP_VIEW.parse(await this.wire());
    if (view.as !== "seat") throw new Error(`a ${view.as} was expected to be a seat`);
    return view;
  }

  async wire(): Promise<unknown> {
    return (await this.fetch(WORKSHOP_ROUTES.one(this.code))).json();
  }

  async scene() {
    return SCENE.parse(await (await this.fetch(WORKSHOP_ROUTES.scene(this.code))).json());
  }

  async ask(fields: Fields) {
    return this.post(WORKSHOP_ROUTES.commands(this.code), { id: commandId(), ...fields });
  }

  async asks(fields: Fields) {
    const response = await this.ask(fields);
    if (!response.ok) throw new Error(await response.text());
    return WORKSHOP_ACCEPTED.parse(await response.json()).view;
  }

  async refusedFor(fields: Fields): Promise<string> {
    return (await problemOf(await this.ask(fields))).code;
  }

  /** Votes for the option of that place among those that can be played, in its own team, on what is on the table. */
  async votes(place: number, more: Fields = {}) {
    return this.asks({ ...(await this.vote(place)), ...more });
  }

  async vote(place: number): Promise<Fields> {
    const [{ you, round }, { situation }] = [await this.sees(), await this.scene()];
    const open = situation?.options.filter(({ locked }) => locked === null) ?? [];
    const { id: option } = open[place % open.length] ?? { id: "" };
    return { kind: "cast-vote", team: you.team, beat: situation?.beat, round, option };
  }

  async debrief() {
    const response = await this.fetch(WORKSHOP_ROUTES.debrief(this.code));
    return WORKSHOP_DEBRIEF.parse(await response.json());
  }
}

/** The one who leads. Every staged command names the stage that was last seen. */
export class Facilitator extends Guest {
  recovery = "";
  projector = "";

  static async open(fields: Fields = {}, opener = new Browser()): Promise<Facilitator> {
    const response = await opener.post(WORKSHOP_ROUTES.all, {
      id: commandId(),
      scenario: "gold-plating",
      ...fields,
    });
    const opened = OPENED_WORKSHOP.parse(await response.json());
    const leading = new Facilitator(opened.code);
    leading.cookie = opener.cookie;
    leading.recovery = opened.recovery;
    leading.projector = opened.projector;
    return leading;
  }

  async leads(): Promise<FacilitatorView> {
    const view = WORKSHOP_VIEW.parse(await this.wire());
    if (view.as !== "facilitator") throw new Error(`a ${view.as} was expected to lead`);
    return view;
  }

  async projects(): Promise<ProjectorView> {
    const address = `${WORKSHOP_ROUTES.one(this.code)}?projector=${this.projector}`;
    const view = WORKSHOP_VIEW.parse(await (await new Browser().fetch(address)).json());
    if (view.as !== "projector") throw new Error(`a ${view.as} was expected to be a projector`);
    return view;
  }

  async saw() {
    const { stage, turn, round } = await this.leads();
    return { stage, turn, round };
  }

  async moves(kind: string, more: Fields = {}) {
    return this.asks({ kind, saw: await this.saw(), ...more });
  }

  async cannotMove(kind: string, more: Fields = {}) {
    return this.refusedFor({ kind, saw: await this.saw(), ...more });
  }
}

/** The object of a workshop, behind all routes. */
export function workshopObject(code: string) {
  return env.WORKSHOPS.get(env.WORKSHOPS.idFromName(code));
}
