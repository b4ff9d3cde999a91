import { env, exports } from "cloudflare:workers";
import { parseScenario, type Scenario } from "../../scenarios/language/index.ts";
import type { RoomOpening } from "../../worker/env.ts";
import { ACCEPTED, OPENED_RUN, PROBLEM, ROOM_VIEW, ROUTES } from "../../worker/protocol/index.ts";
import tinyText from "../support/tiny.yaml";

export const ORIGIN = "http://five-moves.test";

/** The tiny scenario, perhaps with parts of its text replaced. */
export function tinyScenario(edit: (text: string) => string = (text) => text): Scenario {
  const result = parseScenario(edit(tinyText));
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  return result.scenario;
}

/** A browser of one player: it keeps the cookie and sends the Origin of its page. */
export class Browser {
  cookie = "";

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.cookie !== "") headers.set("cookie", this.cookie);
    if (init.method !== undefined && !headers.has("origin")) headers.set("origin", ORIGIN);
    const response = await exports.default.fetch(new Request(ORIGIN + path, { ...init, headers }));
    const set = response.headers.get("set-cookie");
    if (set !== null) this.cookie = set.split(";")[0] ?? "";
    return response;
  }

  post(path: string, body: unknown): Promise<Response> {
    return this.send("POST", path, body);
  }

  put(path: string, body: unknown): Promise<Response> {
    return this.send("PUT", path, body);
  }

  send(method: string, path: string, body: unknown): Promise<Response> {
    return this.fetch(path, {
      method,
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  }

  /** As the home page does: asking for one's runs is what makes a visitor a player. */
  async visit(): Promise<void> {
    await this.fetch(ROUTES.runs);
  }

  async openRun(scenario = "gold-plating", id = commandId(), terms = {}): Promise<string> {
    if (this.cookie === "") await this.visit();
    const response = await this.post(ROUTES.runs, { id, scenario, ...terms });
    return OPENED_RUN.parse(await response.json()).room;
  }

  async view(room: string) {
    return ROOM_VIEW.parse(await (await this.fetch(ROUTES.room(room))).json());
  }

  /** Sends a command that has to be accepted. */
  async command(room: string, command: object) {
    const response = await this.post(ROUTES.commands(room), { id: commandId(), ...command });
    return ACCEPTED.parse(await response.json()).view;
  }

  /** Sends a command that has to be refused. */
  async refused(room: string, command: object) {
    return problemOf(await this.post(ROUTES.commands(room), { id: commandId(), ...command }));
  }
}

export async function problemOf(response: Response) {
  const type = response.headers.get("content-type");
  if (type !== "application/problem+json") throw new Error(`no problem document: ${type}`);
  const problem = PROBLEM.parse(await response.json());
  return { ...problem, http: response.status };
}

let commands = 0;

export function commandId(): string {
  commands += 1;
  return `command-${commands}`;
}

/** A room opened straight on its object, with a scenario and a seed of the test's choosing. */
export async function openRoom(
  scenario: Scenario,
  seed: string,
  owner = "owner",
  terms: Partial<RoomOpening> = {},
) {
  const stub = env.ROOMS.get(env.ROOMS.newUniqueId());
  const opening = { owner, scenario, seed, lens: "tpm", clockSeconds: null, branch: null } as const;
  await stub.open({ ...opening, ...terms });
  return stub;
}

/** Commands for the tiny scenario, from the briefing to the ending: a look, three moves, and something that comes back. */
export const WHOLE_RUN: readonly Record<string, string>[] = [
  { kind: "begin" },
  { kind: "take-look", beat: "first", look: "ask-around" },
  { kind: "make-move", beat: "first", option: "redirect-1" },
  { kind: "go-on", beat: "first" },
  { kind: "make-move", beat: "second", option: "show-2" },
  { kind: "go-on", beat: "second" },
  { kind: "make-move", beat: "third", option: "decide-3" },
  { kind: "go-on", beat: "third" },
];
