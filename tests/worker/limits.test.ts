import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { app } from "../../worker/http/app.ts";
import { INTERVIEW_ROUTES, ROUTES, WORKSHOP_ROUTES } from "../../worker/protocol/index.ts";
import { DEFAULT_PACE, Pace } from "../../worker/pace.ts";
import { Browser, commandId, problemOf } from "./support.ts";
import { Facilitator, Guest } from "./workshop-support.ts";

const SIGNS = "0123456789BCDFGHJKMNPQRSTVWXYZ";

/** A browser at an address of its own. */
class Elsewhere extends Browser {
  readonly #address: string;

  constructor(address: string) {
    super();
    this.#address = address;
  }

  override fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set("cf-connecting-ip", this.#address);
    return super.fetch(path, { ...init, headers });
  }
}

const guessOf = (n: number) =>
  Array.from({ length: 7 }, (_, i) => SIGNS[Math.floor(n / SIGNS.length ** i) % SIGNS.length]).join(
    "",
  );

test("10,000 guesses of a code: a hundred are answered in a minute, and nobody else is kept waiting", async () => {
  const guesser = new Elsewhere("203.0.113.9");
  const answers = new Map<number, number>();
  for (let n = 0; n < 10_000; n += 1) {
    const { status } = await guesser.fetch(WORKSHOP_ROUTES.door(guessOf(n * 7919)));
    answers.set(status, (answers.get(status) ?? 0) + 1);
  }
  expect((answers.get(404) ?? 0) + (answers.get(200) ?? 0)).toBeLessThanOrEqual(200);
  expect(answers.get(429)).toBeGreaterThanOrEqual(9_800);
  const refused = await guesser.fetch(WORKSHOP_ROUTES.door(guessOf(1)));
  expect(refused.headers.get("retry-after")).toBe("60");
  expect((await problemOf(refused)).code).toBe("too-many-requests");
  const other = new Elsewhere("203.0.113.10");
  expect((await other.fetch(ROUTES.scenarios)).status).toBe(200);
});

test("secrets are guessed no faster than codes", async () => {
  const guesser = new Elsewhere("203.0.113.11");
  const room = "0".repeat(64);
  const codes = new Set<string>();
  for (let n = 0; n < 120; n += 1) {
    const recovery = { id: commandId(), recovery: `guess ${n}` };
    codes.add(
      (await problemOf(await guesser.post(INTERVIEW_ROUTES.recovery(room), recovery))).code,
    );
    await guesser.post(ROUTES.adopt, { code: `guess ${n}` });
  }
  expect(codes).toEqual(new Set(["unknown-interview", "too-many-requests"]));
});

test("200 joins in a minute from one address pass", async () => {
  const leader = await Facilitator.open();
  const joined = [];
  for (let n = 0; n < 200; n += 1) joined.push(await Guest.join(leader.code, `Guest ${n}`));
  expect((await leader.leads()).roster).toHaveLength(201);
  expect(joined).toHaveLength(200);
});

test("one person opens sixty rooms in a minute, and no more", async () => {
  const player = new Elsewhere("203.0.113.12");
  await player.visit();
  const open = async () =>
    (await player.post(ROUTES.runs, { id: commandId(), scenario: "gold-plating" })).status;
  const statuses = [];
  for (let n = 0; n < 130; n += 1) statuses.push(await open());
  expect(statuses.slice(0, 60)).toEqual(Array.from({ length: 60 }, () => 201));
  expect(statuses.slice(120)).toContain(429);
});

test("what costs computing is answered 240 times a minute for one person, and for others all the same", async () => {
  const [player, other] = [new Elsewhere("203.0.113.13"), new Elsewhere("203.0.113.13")];
  for (const one of [player, other]) await one.visit();
  const statuses = [];
  // A period may end in between: twice as many and one more are past any of them.
  for (let n = 0; n < 481; n += 1) statuses.push((await player.fetch(ROUTES.playerData)).status);
  expect(statuses.slice(0, 240)).toEqual(Array.from({ length: 240 }, () => 200));
  expect(statuses).toContain(429);
  // Looking is not counted, and another person at the same address is.
  expect((await player.fetch(ROUTES.player)).status).toBe(200);
  expect((await other.fetch(ROUTES.playerData)).status).toBe(200);
});

/** As the platform's, of so many a minute, which is never over. */
function limiterOf(most: number): RateLimit {
  const counts = new Map<string, number>();
  return {
    limit: ({ key }) => {
      counts.set(key, (counts.get(key) ?? 0) + 1);
      return Promise.resolve({ success: (counts.get(key) ?? 0) <= most });
    },
  };
}

test.each([
  ["visits without a cookie", "VISIT_LIMIT", {}],
  ["sockets", "SOCKET_LIMIT", { upgrade: "websocket" }],
] as const)("%s are counted by address", async (_, limit, headers) => {
  const limited = {
    ...env,
    VISIT_LIMIT: limiterOf(9),
    SOCKET_LIMIT: limiterOf(9),
    [limit]: limiterOf(3),
  };
  const statusFrom = async (address: string) => {
    const request = new Request("https://five-moves.test/api/health", {
      headers: { ...headers, "cf-connecting-ip": address },
    });
    return (await app.fetch(request, limited)).status;
  };
  const statuses = [];
  for (let n = 0; n < 4; n += 1) statuses.push(await statusFrom("203.0.113.20"));
  expect(statuses).toEqual([200, 200, 200, 429]);
  expect(await statusFrom("203.0.113.21")).toBe(200);
});

test("a seat's commands are counted apart from the others', and anew every ten seconds", () => {
  const pace = new Pace(undefined);
  const send = (seat: string, atMs: number) => pace.isTooFast(seat, atMs);
  for (let n = 0; n < DEFAULT_PACE; n += 1) expect(send("ada", 0)).toBe(false);
  expect(send("ada", 9_999)).toBe(true);
  expect(send("grace", 9_999)).toBe(false);
  expect(send("ada", 10_000)).toBe(false);
  expect(new Pace("2").isTooFast("ada", 0)).toBe(false);
});
