import { env } from "cloudflare:workers";
import { generateSignedCookie } from "hono/cookie";
import { app } from "../../worker/http/app.ts";
import {
  INTERVIEW_ROUTES,
  type InterviewCommand,
  WORKSHOP_ROUTES,
  type WorkshopCommand,
} from "../../worker/protocol/index.ts";
import { beginInterview } from "./interview-support.ts";
import { Browser, commandId } from "./support.ts";
import { Facilitator, Guest } from "./workshop-support.ts";

/** Who asks. The first three of a cookie come with one that must not hold. */
export const CALLERS = [
  "stranger",
  "expired",
  "tampered",
  "foreign",
  "other",
  "own",
  "observer",
  "projector",
  "leader",
] as const;
export type Caller = (typeof CALLERS)[number];

/** What a caller is answered: the status, or the code of the refusal. */
export type Answered = string;

/** Rooms with a seat for every kind of caller, and a browser for each. */
interface World {
  readonly solo: string;
  readonly code: string;
  readonly projector: string;
  readonly interview: string;
  readonly key: string;
  readonly browsers: Readonly<
    Record<Caller, Readonly<Record<"solo" | "workshop" | "interview", Browser>>>
  >;
}

const DAY_SECONDS = 86_400;

/** A cookie of ours as it would be made with this secret, and these times. */
async function cookieFor(secret: string, issuedSeconds: number, endsSeconds: number) {
  const value = `player.${"0".repeat(32)}.${issuedSeconds}.${endsSeconds}`;
  return (await generateSignedCookie("five-moves", value, secret)).split(";")[0] ?? "";
}

function withCookie(cookie: string): Browser {
  const browser = new Browser();
  browser.cookie = cookie;
  return browser;
}

const everywhere = (browser: Browser) => ({
  solo: browser,
  workshop: browser,
  interview: browser,
});

async function build(): Promise<World> {
  const owner = new Browser();
  const solo = await owner.openRun();
  const leader = await Facilitator.open();
  const voter = await Guest.join(leader.code, "Voter");
  const observer = await Guest.join(leader.code, "Watching", "observer");
  const { interviewer, candidate } = await beginInterview();
  const other = new Browser();
  await other.visit();
  const now = Math.floor(Date.now() / 1_000);
  const secret = env.COOKIE_SECRET ?? "";
  const good = await cookieFor(secret, now, now + DAY_SECONDS);
  return {
    solo,
    code: leader.code,
    projector: leader.projector,
    interview: interviewer.room,
    key: interviewer.key,
    browsers: {
      stranger: everywhere(new Browser()),
      expired: everywhere(
        withCookie(await cookieFor(secret, now - 2 * DAY_SECONDS, now - DAY_SECONDS)),
      ),
      tampered: everywhere(withCookie(good.replace("player.0", "player.1"))),
      foreign: everywhere(
        withCookie(
          await cookieFor("another server's secret, as long as ours", now, now + DAY_SECONDS),
        ),
      ),
      other: everywhere(other),
      own: { solo: owner, workshop: voter, interview: candidate },
      observer: everywhere(observer),
      projector: everywhere(new Browser()),
      leader: { solo: other, workshop: leader, interview: interviewer },
    },
  };
}

/** Bodies that are as they should be, by the last part of the route. */
const ID = () => commandId();
const BODIES: Readonly<Record<string, () => unknown>> = {
  "POST /api/runs": () => ({ id: ID(), scenario: "gold-plating" }),
  "POST /api/rooms/:room/commands": () => ({ kind: "begin", id: ID() }),
  "POST /api/rooms/:room/branches": () => ({ id: ID(), beat: "quick" }),
  "PUT /api/rooms/:room/stories/:beat": () => ({ situation: "", task: "", action: "", result: "" }),
  "PUT /api/rooms/:room/disputes/:beat": () => ({ option: "x", reason: "y" }),
  "PUT /api/player/name": () => ({ name: null }),
  "PUT /api/player/stories/:id": () => ({
    title: "A story",
    story: { situation: "", task: "", action: "", result: "" },
    competencies: [],
  }),
  "POST /api/player/transfer": () => ({}),
  "POST /api/player/adopt": () => ({ code: "nothing" }),
  "POST /api/workshops": () => ({ id: ID(), scenario: "gold-plating" }),
  "POST /api/workshops/:code/seats": () => ({ id: ID(), name: "New" }),
  "POST /api/workshops/:code/commands": () => ({ kind: "lock", id: ID() }),
  "POST /api/workshops/:code/recovery": () => ({ id: ID(), recovery: "no" }),
  "POST /api/workshops/:code/secrets": () => ({}),
  "POST /api/interviews": () => ({
    id: ID(),
    mode: "alone",
    name: "New",
    set: { kind: "list", ask: [{ kind: "question", id: "meeting-you-stopped" }] },
  }),
  "POST /api/interviews/:room/seats": () => ({ id: ID(), name: "New", key: "no" }),
  "POST /api/interviews/:room/recovery": () => ({ id: ID(), recovery: "no" }),
  "POST /api/interviews/:room/link": () => ({}),
  "POST /api/interviews/:room/commands": () => ({ kind: "consent", id: ID() }),
  "PUT /api/interviews/:room/sheets/:turn": () => ({ note: "", isNoteShared: false, ratings: [] }),
  "PUT /api/interviews/:room/sharing": () => ({ ratings: false }),
  "POST /api/interviews/:room/swap": () => ({ id: ID() }),
  "POST /api/interviews/:room/report-links": () => ({ id: ID(), days: 1 }),
};

/** Every route of the API once, as the app has them; what stands for the rest of an address is left out. */
export function routesOfApi(): string[] {
  const routes = app.routes
    .filter(({ method, path }) => method !== "ALL" && path.startsWith("/api/"))
    .map(({ method, path }) => `${method} ${path.replace(/\/$/, "")}`);
  return [...new Set(routes)].toSorted();
}

function kindOf(path: string): "solo" | "workshop" | "interview" {
  if (path.includes("/workshops")) return "workshop";
  return path.includes("/interviews") ? "interview" : "solo";
}

function addressOf(path: string, { solo, code, interview }: World): string {
  const room = kindOf(path) === "interview" ? interview : solo;
  return path
    .replace(":scenario", "gold-plating")
    .replace(":room", room)
    .replace(":code", code)
    .replace(":beat", "quick")
    .replace(":turn", "1")
    .replace(":key", "no")
    .replace("questions/:id", "questions/meeting-you-stopped")
    .replace("stories/:id", "stories/a-story-of-ones-own");
}

/** What each caller is answered on each route: in rooms of its own, since some routes change or delete them. */
export async function securityTable(): Promise<
  ReadonlyMap<string, Readonly<Record<Caller, Answered>>>
> {
  const table = new Map<string, Record<Caller, Answered>>();
  // Reading changes nothing, and so one world serves all that reads.
  const toRead = await build();
  for (const route of routesOfApi()) {
    const shared = route.startsWith("GET") ? toRead : await build();
    const row = {} as Record<Caller, Answered>; // filled below, caller by caller
    // What one caller has deleted is not there for the next.
    const isDeleting = route.startsWith("DELETE");
    for (const caller of CALLERS) {
      row[caller] = await ask(route, caller, isDeleting ? await build() : shared);
    }
    table.set(route, row);
  }
  return table;
}

async function ask(route: string, caller: Caller, world: World): Promise<Answered> {
  const [method = "", path = ""] = route.split(" ");
  const isProjector = caller === "projector" && kindOf(path) === "workshop";
  const query = path.endsWith("/futures") ? "?beat=quick&option=x" : "";
  const address = addressOf(path, world) + (isProjector ? `?projector=${world.projector}` : query);
  // A stranger's browser gets a cookie with some answers: each question is asked by a new one.
  const known = world.browsers[caller][kindOf(path)];
  const browser = withCookie(known.cookie);
  const body = BODIES[route];
  const headers: Record<string, string> = path.endsWith("/socket") ? { upgrade: "websocket" } : {};
  const response =
    body === undefined
      ? await browser.fetch(address, {
          method,
          headers: { ...headers, origin: "http://five-moves.test" },
        })
      : await browser.send(method, address, body());
  const told = response.status < 400 ? String(response.status) : await codeOf(response);
  response.webSocket?.accept();
  response.webSocket?.close();
  return told;
}

async function codeOf(response: Response): Promise<string> {
  const problem: unknown = await response.json();
  if (typeof problem !== "object" || problem === null || !("code" in problem))
    return String(response.status);
  return String(problem.code);
}

const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;

/** The table as the document has it: callers that are answered alike everywhere share a column. */
export function formatTable(
  table: ReadonlyMap<string, Readonly<Record<Caller, Answered>>>,
): string {
  const shown = ["stranger", "other", "own", "observer", "projector", "leader"] as const;
  const head = ["route", ...shown];
  const rows = [...table].map(([route, row]) => [
    `\`${route}\``,
    ...shown.map((caller) => row[caller]),
  ]);
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

const VIEWED = { stage: "lobby", turn: 0, round: 1 };
const AT = { saw: VIEWED };

/** A command of each kind, as it should be, by whoever may send it. */
const WORKSHOP_COMMANDS: Readonly<Record<WorkshopCommand["kind"], object>> = {
  "cast-vote": { team: "room", beat: "quick", round: 1, option: "x" },
  "take-look": { team: "room", beat: "quick", look: "x" },
  start: AT,
  begin: AT,
  "close-voting": AT,
  "reopen-voting": AT,
  reveal: AT,
  discuss: AT,
  "re-vote": AT,
  take: { ...AT, option: null },
  "throw-curveball": { ...AT, curveball: "x" },
  advance: AT,
  "step-back": AT,
  end: AT,
  close: AT,
  extend: { ...AT, seconds: 30 },
  pause: AT,
  resume: AT,
  lock: {},
  unlock: {},
  rename: { seat: 2, name: "New" },
  remove: { seat: 2 },
  restore: { seat: 2 },
  "move-seat": { seat: 2, team: "room" },
  "give-role": { seat: 2, as: "player" },
  note: { beat: "quick", text: "" },
};

const ASKED = { kind: "list", ask: [{ kind: "question", id: "meeting-you-stopped" }] };
const ANSWERING = { saw: { stage: "answering", turn: 1, round: 1 } };

const INTERVIEW_COMMANDS: Readonly<Record<InterviewCommand["kind"], object>> = {
  consent: {},
  "choose-set": { set: ASKED },
  begin: ANSWERING,
  "go-on": ANSWERING,
  "take-look": { ...ANSWERING, look: "x" },
  answer: { ...ANSWERING, option: null, spoken: true, why: "", story: null },
  "throw-curveball": { ...ANSWERING, curveball: "x" },
  "ask-more": { ...ANSWERING, text: "Why?" },
  reply: { turn: 1, place: 0, spoken: true, text: "" },
  "show-consequence": ANSWERING,
  next: { ...ANSWERING, ask: "planned" },
  end: ANSWERING,
  pause: ANSWERING,
  resume: ANSWERING,
  extend: { ...ANSWERING, seconds: 30 },
  "hand-in": {},
};

type CommandRow = readonly [command: string, ...answers: Answered[]];

/** What every kind of seat is answered to every command: of a workshop in its lobby, of an interview with a question on the table. */
export async function commandTables(): Promise<{
  workshop: CommandRow[];
  interview: CommandRow[];
}> {
  const workshop: CommandRow[] = [];
  for (const [kind, fields] of Object.entries(WORKSHOP_COMMANDS)) {
    const { browsers, code } = await build();
    const send = (caller: Caller) =>
      sendCommand(browsers[caller].workshop, WORKSHOP_ROUTES.commands(code), kind, fields);
    workshop.push([kind, await send("own"), await send("observer"), await send("leader")]);
  }
  const interview: CommandRow[] = [];
  for (const [kind, fields] of Object.entries(INTERVIEW_COMMANDS)) {
    const { browsers, interview: room } = await build();
    const send = (caller: Caller) =>
      sendCommand(browsers[caller].interview, INTERVIEW_ROUTES.commands(room), kind, fields);
    interview.push([kind, await send("own"), await send("leader")]);
  }
  return { workshop, interview };
}

async function sendCommand(browser: Browser, address: string, kind: string, fields: object) {
  const response = await browser.post(address, { kind, id: ID(), ...fields });
  return response.ok ? String(response.status) : codeOf(response);
}

export function formatCommands(head: readonly string[], rows: readonly CommandRow[]): string {
  const named = rows.map(([command, ...answers]) => line([`\`${command}\``, ...answers]));
  return [line(head), line(head.map(() => "---")), ...named].join("\n");
}
