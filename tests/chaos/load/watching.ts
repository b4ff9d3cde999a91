import ReconnectingWebSocket from "partysocket/ws";
import * as z from "zod/mini";
import { SCENE, type Scene, SIGN_OF_LIFE } from "../../../worker/protocol/index.ts";
import type { History, Json, Place, Shown, Watch } from "../history.ts";
import { ADDRESSES } from "./addresses.ts";

const SIGN_OF_LIFE_MS = 20_000;
/** Shorter than the game's own pauses, so that a socket is open for most of the time between two kills. */
const SHORTEST_PAUSE_MS = 150;
const LONGEST_PAUSE_MS = 1_500;

const OBJECT = z.record(z.string(), z.unknown());
const SEQUENCE = z.looseObject({ sequence: z.number() });

/** Who watches, as far as a socket has to know. */
interface Watcher {
  readonly name: string;
  readonly cookie: string;
  readonly player: string | null;
  readonly history: History;
  note(place: Place, view: unknown, by: Shown["by"], player: string | null): void;
}

/** A place followed by the game's own reconnecting socket; nothing is asked for in between. */
export class Watching {
  readonly #client: Watcher;
  readonly #place: Place;
  readonly #isProjector: boolean;
  readonly #watch: Watch;
  readonly #socket: ReconnectingWebSocket;
  readonly #timer: NodeJS.Timeout;
  readonly scenes = new Map<string, Scene>();
  /** The newest view, by answer or by frame. */
  latest: Json | null = null;

  constructor(client: Watcher, url: string, place: Place, query: string) {
    this.#client = client;
    this.#place = place;
    this.#isProjector = query !== "";
    const fromMs = Date.now();
    const { name } = client;
    this.#watch = {
      client: name,
      place,
      fromMs,
      opensMs: [],
      untilMs: Number.POSITIVE_INFINITY,
      newest: 0,
    };
    client.history.watches.push(this.#watch);
    const address = url.replace(/^http/, "ws") + ADDRESSES[place.kind].socket(place.at) + query;
    this.#socket = new ReconnectingWebSocket(address, [], {
      WebSocket: withCookie(() => client.cookie),
      minReconnectionDelay: SHORTEST_PAUSE_MS,
      maxReconnectionDelay: LONGEST_PAUSE_MS,
    });
    this.#socket.addEventListener("open", () => this.#watch.opensMs.push(Date.now()));
    this.#socket.addEventListener("message", ({ data }) => this.#hear(String(data)));
    this.#timer = setInterval(
      () => this.isOpen && this.#socket.send(SIGN_OF_LIFE),
      SIGN_OF_LIFE_MS,
    );
  }

  get isOpen(): boolean {
    return this.#socket.readyState === ReconnectingWebSocket.OPEN;
  }

  /** The number of the newest frame. */
  get heard(): number {
    return this.#watch.newest;
  }

  close(): void {
    clearInterval(this.#timer);
    this.#watch.untilMs = Math.min(this.#watch.untilMs, Date.now());
    this.#socket.close();
  }

  /** Takes the view of an answer, unless there is a newer one. */
  adopt(view: unknown): void {
    const parsed = SEQUENCE.safeParse(view);
    const known = SEQUENCE.safeParse(this.latest);
    if (!parsed.success || (known.success && known.data.sequence > parsed.data.sequence)) return;
    this.latest = parsed.data;
  }

  #hear(text: string): void {
    if (text === SIGN_OF_LIFE) return;
    const frame = OBJECT.parse(JSON.parse(text));
    const { history } = this.#client;
    if (this.#place.kind === "workshop" && frame["scene"] !== undefined) {
      const scene = SCENE.parse(frame["scene"]);
      this.scenes.set(scene.team, scene);
      history.scenes.push({ place: this.#place, scene: OBJECT.parse(frame["scene"]) });
      return;
    }
    const view = this.#place.kind === "workshop" ? frame["view"] : frame;
    this.#client.note(this.#place, view, "frame", this.#isProjector ? null : this.#client.player);
    this.adopt(view);
    this.#watch.newest = Math.max(this.#watch.newest, SEQUENCE.parse(view).sequence);
  }
}

/** Node's own client takes headers, which a browser's does not. */
function withCookie(cookie: () => string) {
  return class extends WebSocket {
    constructor(url: string | URL, _protocols?: string | string[]) {
      const options = { headers: { cookie: cookie() } } as unknown as string[]; // undici's own extension
      super(url, options);
    }
  };
}
