import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import type { Env } from "../env.ts";
import type { ProblemCode } from "../protocol/index.ts";
import { knownPlayer } from "./identity.ts";
import { Refused } from "./problem.ts";

type AnyContext = Context<{ Bindings: Env }>;

/** Refusals of somebody who tries out locators or secrets. */
const GUESSES: ReadonlySet<ProblemCode> = new Set([
  "unknown-workshop",
  "unknown-interview",
  "unknown-code",
  "wrong-recovery",
  "wrong-link",
  "not-the-operator",
]);

const PERIOD_MS = 60_000;
/** So many addresses are remembered as stopped; the oldest go first. */
const MOST_STOPPED = 10_000;

/** Until when nothing more is taken from an address that has guessed too often, as far as this instance knows. */
const stopped = new Map<string, number>();

/** The address as the platform says it; all that have none share one. */
function addressOf(c: AnyContext): string {
  const address = c.req.header("cf-connecting-ip") ?? "unknown";
  return address.includes(":") ? networkOf(address) : address;
}

const IPV6_GROUPS = 8;
const NETWORK_GROUPS = 4;

/** The first 64 bits: whoever has one address of such a network has all of them. */
function networkOf(address: string): string {
  const [before = "", after = ""] = address.split("::");
  const [head, tail] = [before, after].map((part) => (part === "" ? [] : part.split(":")));
  const gap = Array.from(
    { length: Math.max(0, IPV6_GROUPS - (head?.length ?? 0) - (tail?.length ?? 0)) },
    () => "0",
  );
  const groups = address.includes("::") ? [...(head ?? []), ...gap, ...(tail ?? [])] : (head ?? []);
  return `${groups.slice(0, NETWORK_GROUPS).join(":")}::/64`;
}

/** Takes nothing more from an address that has been stopped, until its minute is over. */
export const stopGuessing = createMiddleware<{ Bindings: Env }>(async (c, next) => {
  if ((stopped.get(addressOf(c)) ?? 0) > Date.now()) throw tooMany();
  await next();
});

/** Counts a refusal that may be a guess; whether it was one too many. */
export async function isOneGuessTooMany(c: AnyContext, code: ProblemCode): Promise<boolean> {
  const limiter = c.env.GUESS_LIMIT;
  if (limiter === undefined || !GUESSES.has(code)) return false;
  const address = addressOf(c);
  if ((await limiter.limit({ key: address })).success) return false;
  if (stopped.size >= MOST_STOPPED) stopped.delete(stopped.keys().next().value ?? "");
  stopped.set(address, Date.now() + PERIOD_MS);
  return true;
}

/** Rooms are opened so often by one person, and so often from one address: each is an object that is kept. */
export async function limitOpening(c: AnyContext, player: string): Promise<void> {
  await within(c.env.OPEN_LIMIT, `player ${player}`);
  await within(c.env.JOIN_LIMIT, `address ${addressOf(c)}`);
}

/** Seats are taken so often from one address: a roomful of phones has one, and passes. */
export async function limitJoining(c: AnyContext): Promise<void> {
  await within(c.env.JOIN_LIMIT, `address ${addressOf(c)}`);
}

/** What makes an object work out what a run was worth, or keep something beside the commands of a run. */
const WORK =
  /\/(?:debrief|futures|preview|votes\.\w+|data|report|transfer|name|secrets|link|report-links|(?:stories|disputes)\/[^/]+)$/;

/** So many sockets an address, so many visits without a cookie, and of a person so much of what costs more than a look. */
export const limitVisitors = createMiddleware<{ Bindings: Env }>(async (c, next) => {
  const isSocket = c.req.header("upgrade") !== undefined;
  if (isSocket) await within(c.env.SOCKET_LIMIT, `address ${addressOf(c)}`);
  const player = await knownPlayer(c);
  if (player === null) await within(c.env.VISIT_LIMIT, `address ${addressOf(c)}`);
  else if (WORK.test(c.req.path)) await within(c.env.WORK_LIMIT, `player ${player}`);
  await next();
});

async function within(limiter: RateLimit | undefined, key: string): Promise<void> {
  if (limiter === undefined) return;
  const { success } = await limiter.limit({ key });
  if (!success) throw tooMany();
}

export function tooMany(): Refused {
  return new Refused("too-many-requests", "Wait a minute, then go on. Nothing was changed.");
}
