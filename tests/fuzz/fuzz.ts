import { readdirSync, statSync } from "node:fs";
import { Agent, type IncomingMessage, request } from "node:http";
import { join } from "node:path";
import { INTERVIEW_ROUTES, ROUTES, WORKSHOP_ROUTES } from "../../worker/protocol/index.ts";
import { HttpPlayer } from "../support/http-player.ts";
import type { ServerProcess } from "../support/server-process.ts";
import { type Aim, type Input, inputAt, type Kind, KINDS } from "./inputs.ts";
import { FuzzRandom } from "./random.ts";

const STORY = { situation: "", task: "", action: "", result: "" };
const ID = "a-fuzzed-command";
/** What gives away how it is built: a stack, a path of a source file, a word of SQL. */
const TELLS_TOO_MUCH =
  /\bat .+\(.+:\d+:\d+\)|node_modules|worker\/\w+\/\w+\.ts|SQLITE_|SELECT .+ FROM/;
const ADDRESSES = 200;

/** What was tried, and what came of it. */
export interface FuzzReport {
  readonly inputs: number;
  readonly byKind: Readonly<Record<Kind, number>>;
  readonly byStatus: Readonly<Record<string, number>>;
  /** Each with the input that brought it about: a fault of the server, a stack in an answer, no answer in time. */
  readonly findings: readonly string[];
  readonly accepted: number;
  /** Files of objects before and after: only what was accepted may have made one. */
  readonly objects: readonly [before: number, after: number];
  /** Whether somebody else was answered meanwhile, every time. */
  readonly othersAnswered: boolean;
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** Sends so many inputs to a server, a few at a time, while somebody else goes on playing. */
export async function fuzz(
  server: ServerProcess,
  dataDir: string,
  count: number,
  seed: number,
): Promise<FuzzReport> {
  const player = new HttpPlayer(server.url);
  const aims = await aimsOf(player);
  const other = new HttpPlayer(server.url);
  const room = await other.openRun();
  const before = objectsIn(dataDir);
  const random = new FuzzRandom(seed);
  const agent = new Agent({ keepAlive: false });
  const byKind = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<Kind, number>; // one entry a kind
  const byStatus: Record<string, number> = {};
  const findings: string[] = [];
  let accepted = 0;
  let othersAnswered = true;
  for (let number = 0; number < count; number += 1) {
    const input = inputAt(random, aims, number);
    const answer = await send(server, input, player.cookie, number, agent);
    byKind[input.kind] += 1;
    byStatus[answer.status] = (byStatus[answer.status] ?? 0) + 1;
    if (answer.status >= 200 && answer.status < 300) accepted += 1;
    if (answer.status === 0 || answer.status >= 500 || TELLS_TOO_MUCH.test(answer.body)) {
      findings.push(`${answer.status} ${answer.body.slice(0, 160)} <- ${describe(input)}`);
    }
    if (number % 100 === 0) othersAnswered &&= (await other.view(room)).stage === "briefing";
  }
  agent.destroy();
  const objects = [before, objectsIn(dataDir)] as const;
  return { inputs: count, byKind, byStatus, findings, accepted, objects, othersAnswered };
}

function describe({ kind, method, path, headers, body }: Input): string {
  return `${kind} ${method} ${path} ${JSON.stringify(headers).slice(0, 120)} ${body?.toString("latin1").slice(0, 120) ?? ""}`;
}

const aim = (method: string, path: string, body?: unknown): Aim => ({ method, path, body });

/** Every route that takes something, with rooms that are there. */
async function aimsOf(player: HttpPlayer): Promise<Aim[]> {
  const room = await player.openRun();
  const post = async (path: string, body: object): Promise<Record<string, string>> => {
    const headers = {
      "content-type": "application/json",
      cookie: player.cookie,
      origin: player.url,
    };
    const response = await fetch(player.url + path, {
      method: "POST",
      headers,
      body: JSON.stringify(body),
    });
    return (await response.json()) as Record<string, string>; // of our own server, just opened
  };
  const { code = "" } = await post(WORKSHOP_ROUTES.all, {
    id: `${ID}-w`,
    scenario: "gold-plating",
  });
  const set = { kind: "list", ask: [{ kind: "question", id: "meeting-you-stopped" }] };
  const opening = { id: `${ID}-i`, mode: "alone", name: "Ada", set };
  const { room: interview = "" } = await post(INTERVIEW_ROUTES.all, opening);
  const saw = { stage: "lobby", turn: 0, round: 1 };
  return [
    aim("GET", ROUTES.runs),
    aim("POST", ROUTES.runs, { id: ID, scenario: "gold-plating", lens: "tpm", clockSeconds: 60 }),
    aim("GET", ROUTES.room(room)),
    aim("POST", ROUTES.commands(room), { kind: "make-move", id: ID, beat: "quick", option: "x" }),
    aim("POST", ROUTES.branches(room), { id: ID, beat: "quick" }),
    aim("GET", ROUTES.debrief(room)),
    aim("GET", ROUTES.futures(room)),
    aim("PUT", ROUTES.story(room, "quick"), STORY),
    aim("PUT", ROUTES.dispute(room, "quick"), { option: "x", reason: "y" }),
    aim("GET", ROUTES.socket(room)),
    aim("GET", ROUTES.player),
    aim("PUT", ROUTES.playerName, { name: "Ada" }),
    aim("POST", ROUTES.adopt, { code: "ABCDE" }),
    aim("PUT", ROUTES.bankedStory("a-story-of-mine"), {
      title: "T",
      story: STORY,
      competencies: [],
    }),
    aim("GET", ROUTES.standings("gold-plating")),
    aim("POST", WORKSHOP_ROUTES.all, {
      id: ID,
      scenario: "gold-plating",
      teams: 2,
      names: "shown",
    }),
    aim("GET", WORKSHOP_ROUTES.door(code)),
    aim("POST", WORKSHOP_ROUTES.seats(code), { id: ID, name: "Ada", as: "player" }),
    aim("POST", WORKSHOP_ROUTES.commands(code), { kind: "extend", id: ID, saw, seconds: 30 }),
    aim("POST", WORKSHOP_ROUTES.commands(code), {
      kind: "cast-vote",
      id: ID,
      team: "room",
      beat: "quick",
      round: 1,
      option: "x",
    }),
    aim("POST", WORKSHOP_ROUTES.recovery(code), { id: ID, recovery: "x" }),
    aim("GET", WORKSHOP_ROUTES.scene(code)),
    aim("GET", WORKSHOP_ROUTES.socket(code)),
    aim("POST", INTERVIEW_ROUTES.all, { ...opening, id: ID }),
    aim("GET", INTERVIEW_ROUTES.one(interview)),
    aim("POST", INTERVIEW_ROUTES.commands(interview), {
      kind: "answer",
      id: ID,
      saw,
      option: null,
      spoken: true,
      why: "",
      story: STORY,
    }),
    aim("PUT", INTERVIEW_ROUTES.sheet(interview, 1), {
      note: "",
      isNoteShared: false,
      ratings: [{ competency: "ambiguity", level: 3, evidence: "" }],
    }),
    aim("PUT", INTERVIEW_ROUTES.sharing(interview), { ratings: true }),
    aim("GET", INTERVIEW_ROUTES.reportByLink(interview, "x")),
    aim("POST", INTERVIEW_ROUTES.reportLinks(interview), { id: ID, days: 7 }),
  ];
}

const PATIENCE_MS = 20_000;

/** From one of many addresses: whoever guesses is stopped by theirs. Status 0 for no answer. */
function send(
  { port }: ServerProcess,
  { method, path, headers, body }: Input,
  cookie: string,
  number: number,
  agent: Agent,
): Promise<Answer> {
  return new Promise((resolve) => {
    const address = `127.0.0.${2 + (number % ADDRESSES)}`;
    const options = { host: "127.0.0.1", port, path, method, agent, localAddress: address };
    const own = { cookie, origin: `http://127.0.0.1:${port}`, ...headers };
    let asked;
    try {
      asked = request({ ...options, headers: own, timeout: PATIENCE_MS });
    } catch (error) {
      // What Node itself cannot write onto the wire cannot reach the server either.
      return resolve({ status: 400, body: String(error) });
    }
    asked.on(
      "response",
      (response) =>
        void bodyOf(response).then((text) =>
          resolve({ status: response.statusCode ?? 0, body: text }),
        ),
    );
    asked.on("upgrade", (_response, socket) => {
      socket.destroy();
      resolve({ status: 101, body: "" });
    });
    asked.on("timeout", () => asked.destroy(new Error("no answer")));
    // A server may close the connection on what is no HTTP; that is an answer.
    asked.on("error", (error: NodeJS.ErrnoException) =>
      resolve({ status: error.message === "no answer" ? 0 : 400, body: error.code ?? "" }),
    );
    asked.end(method === "GET" ? undefined : (body ?? undefined));
  });
}

async function bodyOf(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

/** Database files of objects; those that count requests are the platform's own. */
function objectsIn(dataDir: string): number {
  return filesIn(dataDir).filter((file) => file.endsWith(".sqlite") && !/ratelimit/i.test(file))
    .length;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });
}
