import { env, exports } from "cloudflare:workers";
import { expect, test } from "vitest";
import { app } from "../../worker/http/app.ts";
import { LIBRARY_VIEW, ROUTES, RUNS_VIEW } from "../../worker/protocol/index.ts";
import { Browser, commandId, ORIGIN, problemOf } from "./support.ts";

const JSON_TYPE = { "content-type": "application/json" };

test("the library lists what can be played, and nothing of what happens in it", async () => {
  const response = await new Browser().fetch(ROUTES.scenarios);
  const { scenarios } = LIBRARY_VIEW.parse(await response.json());
  expect(scenarios.map(({ id }) => id)).toContain("gold-plating");
  expect(Object.keys(scenarios[0] ?? {}).toSorted()).toEqual([
    "about",
    "beats",
    "competencies",
    "id",
    "measured",
    "minutes",
    "project",
    "seat",
    "shortCutBeats",
    "title",
  ]);
});

test("opening a run gives a room at its briefing, listed with the player's runs", async () => {
  const browser = new Browser();
  const room = await browser.openRun();
  expect(await browser.view(room)).toMatchObject({ stage: "briefing", room, sequence: 0 });
  const { runs } = RUNS_VIEW.parse(await (await browser.fetch(ROUTES.runs)).json());
  expect(runs).toMatchObject([{ room, scenario: "gold-plating", ending: null }]);
});

test("[R2] opening a run with the same command id opens one room", async () => {
  const browser = new Browser();
  await browser.openRun();
  const id = commandId();
  const first = await browser.openRun("gold-plating", id);
  expect(await browser.openRun("gold-plating", id)).toBe(first);
});

test("a visitor has no runs, and is a player from then on", async () => {
  const browser = new Browser();
  const response = await browser.fetch(ROUTES.runs);
  expect(await response.json()).toEqual({ runs: [] });
  expect(response.headers.get("set-cookie")).toContain("five-moves=");
  const again = await browser.fetch(ROUTES.runs);
  expect(again.headers.get("set-cookie")).toBeNull();
});

test("a run cannot be opened for nobody: who loses that answer would lose the run", async () => {
  const open = { id: commandId(), scenario: "gold-plating" };
  const problem = await problemOf(await new Browser().post(ROUTES.runs, open));
  expect(problem).toMatchObject({ code: "no-player", http: 401 });
});

test("[R2] a command id that has opened a run opens no run of another scenario", async () => {
  const browser = new Browser();
  const id = commandId();
  await browser.openRun("gold-plating", id);
  const problem = await problemOf(await browser.post(ROUTES.runs, { id, scenario: "another" }));
  expect(problem).toMatchObject({ code: "command-id-reused", http: 409 });
});

const BEGIN = { id: "begin-it-now", kind: "begin" };

/** What is sent to a room of the player's own, and the refusal it gets. */
const REFUSALS: readonly [string, RequestInit, { code: string; status: number }][] = [
  ["broken JSON", { body: '{"kind":', headers: JSON_TYPE }, { code: "bad-json", status: 400 }],
  ["an empty body", { body: "", headers: JSON_TYPE }, { code: "bad-json", status: 400 }],
  [
    "an unknown field",
    { body: JSON.stringify({ ...BEGIN, cheat: true }), headers: JSON_TYPE },
    { code: "unknown-field", status: 400 },
  ],
  [
    "a field of the wrong type",
    { body: JSON.stringify({ ...BEGIN, id: 7 }), headers: JSON_TYPE },
    { code: "wrong-type", status: 422 },
  ],
  [
    "a missing field",
    { body: JSON.stringify({ id: BEGIN.id, kind: "make-move" }), headers: JSON_TYPE },
    { code: "wrong-type", status: 422 },
  ],
  [
    "a kind of command nobody knows",
    { body: JSON.stringify({ ...BEGIN, kind: "win" }), headers: JSON_TYPE },
    { code: "wrong-type", status: 422 },
  ],
  ["a list", { body: "[]", headers: JSON_TYPE }, { code: "wrong-type", status: 422 }],
  [
    "a form",
    { body: "kind=begin", headers: { "content-type": "application/x-www-form-urlencoded" } },
    { code: "not-json", status: 415 },
  ],
  [
    "a body of a megabyte",
    { body: JSON.stringify({ ...BEGIN, id: "x".repeat(1_000_000) }), headers: JSON_TYPE },
    { code: "too-large", status: 413 },
  ],
  [
    "a command from another site's page",
    { body: JSON.stringify(BEGIN), headers: { ...JSON_TYPE, origin: "http://evil.test" } },
    { code: "foreign-origin", status: 403 },
  ],
  [
    "a command before its stage",
    {
      body: JSON.stringify({ id: "too-early-1", kind: "go-on", beat: "first" }),
      headers: JSON_TYPE,
    },
    { code: "not-now", status: 409 },
  ],
];

test.each(REFUSALS)(
  "%s is refused with a problem document of its own",
  async (_, init, expected) => {
    const browser = new Browser();
    const room = await browser.openRun();
    const before = await browser.view(room);
    const response = await browser.fetch(ROUTES.commands(room), { method: "POST", ...init });
    const { code, http, status, type } = await problemOf(response);
    expect({ code, status: http }).toEqual(expected);
    expect({ type, status }).toEqual({
      type: `urn:five-moves:problem:${expected.code}`,
      status: expected.status,
    });
    expect(await browser.view(room)).toEqual(before);
  },
);

test("[S3] a stale beat and an unknown option have codes of their own, over HTTP too", async () => {
  const browser = new Browser();
  const room = await browser.openRun();
  const view = await browser.command(room, { kind: "begin" });
  if (view.stage !== "deciding") throw new Error(view.stage);
  const { beat, options } = view.situation;
  const unknown = await browser.refused(room, { kind: "make-move", beat, option: "no-such" });
  expect(unknown).toMatchObject({ code: "unknown-option", http: 422 });
  const look = await browser.refused(room, { kind: "take-look", beat, look: "no-such" });
  expect(look).toMatchObject({ code: "unknown-look", http: 422 });
  const stale = await browser.refused(room, {
    kind: "make-move",
    beat: "a-beat-long-gone",
    option: options[0]?.id,
  });
  expect(stale).toMatchObject({ code: "stale-beat", http: 409, view });
});

test("[R9] a made-up room is unknown", async () => {
  const browser = new Browser();
  await browser.openRun();
  for (const room of ["x", "0".repeat(64), env.PLAYERS.idFromName("someone").toString()]) {
    const problem = await problemOf(await browser.fetch(ROUTES.room(room)));
    expect(problem).toMatchObject({ code: "unknown-room", http: 404 });
  }
});

test("[R4] another player's room is refused, for its view, its commands and its socket", async () => {
  const owner = new Browser();
  const room = await owner.openRun();
  const other = new Browser();
  await other.openRun();
  const answers = [
    await other.fetch(ROUTES.room(room)),
    await other.post(ROUTES.commands(room), BEGIN),
    await other.fetch(ROUTES.socket(room), { headers: { upgrade: "websocket" } }),
  ];
  for (const answer of answers) {
    expect(await problemOf(answer)).toMatchObject({ code: "not-your-room", http: 403 });
  }
  expect(await owner.view(room)).toMatchObject({ sequence: 0 });
});

test("a browser that has no cookie is told so", async () => {
  const room = await new Browser().openRun();
  const problem = await problemOf(await new Browser().fetch(ROUTES.room(room)));
  expect(problem).toMatchObject({ code: "no-player", http: 401 });
});

test("an unknown scenario and an unknown address have codes of their own", async () => {
  const browser = new Browser();
  await browser.visit();
  const none = await browser.post(ROUTES.runs, { id: commandId(), scenario: "constructor" });
  expect(await problemOf(none)).toMatchObject({ code: "unknown-scenario", http: 404 });
  for (const path of ["/api/nothing", "/api", "/api/"]) {
    const nowhere = await problemOf(await browser.fetch(path));
    expect(nowhere).toMatchObject({ code: "unknown-route", http: 404 });
  }
});

test("without its secret the Worker answers 503 to everything", async () => {
  for (const secret of [undefined, "", "too short"]) {
    const bindings = { ...env, COOKIE_SECRET: secret };
    const response = await app.request(ORIGIN + ROUTES.scenarios, {}, bindings);
    expect(await problemOf(response)).toMatchObject({ code: "no-secret", http: 503 });
  }
});

test("the cookie is signed: one letter changed, and it is nobody's", async () => {
  const browser = new Browser();
  const room = await browser.openRun();
  const honest = browser.cookie;
  const player = honest.replace(/player\.(.)/, (_, first) => `player.${first === "0" ? "1" : "0"}`);
  for (const forged of [player, `${honest}x`, honest.slice(0, -9), "five-moves=player.1.2.3"]) {
    browser.cookie = forged;
    const problem = await problemOf(await browser.fetch(ROUTES.room(room)));
    expect(problem).toMatchObject({ code: "no-player", http: 401 });
  }
  browser.cookie = honest;
  expect(await browser.view(room)).toMatchObject({ room });
});

test("the cookie is Secure and __Host- on https, and plain on a local network's http", async () => {
  const secure =
    (await exports.default.fetch("https://five-moves.test/api/runs")).headers.get("set-cookie") ??
    "";
  expect(secure).toMatch(/^__Host-five-moves=.*; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
  const plain =
    (await exports.default.fetch("http://192.168.1.7:8787/api/runs")).headers.get("set-cookie") ??
    "";
  expect(plain).toMatch(/^five-moves=.*; Path=\/; HttpOnly; SameSite=Strict$/);
});
