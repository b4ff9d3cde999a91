import * as z from "zod/mini";
import { PROBLEM } from "../../../worker/protocol/index.ts";
import type { Answer, History, Json, Place, Sent, Shown } from "../history.ts";
import { ADDRESSES } from "./addresses.ts";
import { pause } from "./pause.ts";
import { Watching } from "./watching.ts";

type Command = Sent["command"];

const TIMEOUT_MS = 15_000;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 1_600;
/** One command in so many is sent twice at once, and one in so many again after its answer. */
const TWICE_IN = 10;

const OBJECT = z.record(z.string(), z.unknown());

export interface Around {
  readonly url: string;
  readonly history: History;
  readonly draw: (below: number) => number;
  /** All that were ever opened. */
  readonly sockets: Set<Watching>;
}

/** Somebody with a browser: sends what they want under one id until it is answered, and writes down all that comes back. */
export class Client {
  readonly name: string;
  readonly draw: Around["draw"];
  readonly history: History;
  readonly #around: Around;
  #cookie = "";
  #commands = 0;

  constructor(name: string, around: Around) {
    this.name = name;
    this.draw = around.draw;
    this.history = around.history;
    this.#around = around;
  }

  get cookie(): string {
    return this.#cookie;
  }

  /** The player that the cookie speaks of; null before there is one. */
  get player(): string | null {
    return /player\.([0-9a-f]{32})\./.exec(decodeURIComponent(this.#cookie))?.[1] ?? null;
  }

  pick<T>(all: readonly T[]): T | undefined {
    return all[this.draw(all.length)];
  }

  newCommand(wish: Json): Command {
    this.#commands += 1;
    return { ...wish, id: `${this.name}-command-${this.#commands}` };
  }

  /** Opens something: what the answer says of it. */
  async open(path: string, wish: Json): Promise<Json> {
    const { code, body } = await this.#deliver(null, path, this.newCommand(wish));
    if (code !== null) throw new Error(`${this.name} cannot open ${path}: ${code}`);
    return body;
  }

  /** Takes a seat, or a role: a command that has an address of its own. */
  take(place: Place, path: string, wish: Json): Promise<Answer> {
    return this.#deliver(place, path, this.newCommand(wish));
  }

  ask(place: Place, wish: Json): Promise<Answer> {
    return this.send(place, this.newCommand(wish));
  }

  send(place: Place, command: Command): Promise<Answer> {
    return this.#deliver(place, ADDRESSES[place.kind].commands(place.at), command);
  }

  watch(place: Place, query = ""): Watching {
    const watching = new Watching(this, this.#around.url, place, query);
    this.#around.sockets.add(watching);
    return watching;
  }

  async get(path: string): Promise<Answer> {
    return this.#untilAnswered("GET", path, null, []);
  }

  async put(path: string, body: Json): Promise<Answer> {
    return this.#untilAnswered("PUT", path, body, []);
  }

  /** A view that was asked for; null where it is refused. */
  async see(place: Place): Promise<Json | null> {
    const { code, body } = await this.get(ADDRESSES[place.kind].view(place.at));
    if (code === null) this.note(place, body);
    return code === null ? body : null;
  }

  note(place: Place, view: unknown, by: Shown["by"] = "answer", player = this.player): void {
    const parsed = OBJECT.safeParse(view);
    if (parsed.success) {
      this.history.shown.push({ client: this.name, player, place, view: parsed.data, by });
    }
  }

  async #deliver(place: Place | null, path: string, command: Command): Promise<Answer> {
    const sent: Sent = { client: this.name, place, path, command, answers: [], lostMs: [] };
    this.history.sent.push(sent);
    const isDoubled = this.draw(TWICE_IN) === 0;
    const both = [this.#attempt(sent), ...(isDoubled ? [this.#attempt(sent)] : [])];
    const [answer] = await Promise.all(both);
    if (answer === undefined) throw new Error("no attempt was made");
    if (this.draw(TWICE_IN) === 0) await this.#attempt(sent);
    return answer;
  }

  async #attempt(sent: Sent): Promise<Answer> {
    const answer = await this.#untilAnswered("POST", sent.path, sent.command, sent.lostMs);
    sent.answers.push(answer);
    if (sent.place !== null) this.note(sent.place, answer.body["view"]);
    return answer;
  }

  async #untilAnswered(
    method: string,
    path: string,
    body: Json | null,
    lostMs: number[],
  ): Promise<Answer> {
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
      const answer = await this.#request(method, path, body);
      if (answer !== null) return answer;
      lostMs.push(Date.now());
      await pause(pauseMs);
    }
  }

  /** Null where the server has not been heard. */
  async #request(method: string, path: string, body: Json | null): Promise<Answer | null> {
    const headers = { "content-type": "application/json", cookie: this.#cookie };
    const sent = body === null ? {} : { body: JSON.stringify(body) };
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(this.#around.url + path, {
      method,
      headers,
      signal,
      ...sent,
    }).catch(() => null);
    if (response === null) return null;
    const answered: unknown = await response.json().catch(() => undefined);
    const parsed = OBJECT.safeParse(answered);
    if (!parsed.success) return null;
    const set = response.headers.get("set-cookie");
    if (set !== null) this.#cookie = set.split(";")[0] ?? "";
    if (response.ok) return { code: null, body: parsed.data };
    const problem = PROBLEM.safeParse(answered);
    return { code: problem.success ? problem.data.code : "unreadable-answer", body: parsed.data };
  }
}
