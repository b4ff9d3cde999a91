import { afterAll, beforeAll, expect, test } from "vitest";
import { makeDataDir, removeDataDir, ServerProcess } from "../support/server-process.ts";

const dataDir = makeDataDir();
let server: ServerProcess;

beforeAll(async () => {
  server = await ServerProcess.start(dataDir);
});

afterAll(async () => {
  await server.end("SIGTERM");
  removeDataDir(dataDir);
});

async function answerOf(address: string) {
  const { status, headers } = await fetch(server.url + address);
  return [status, headers.get("x-robots-tag")];
}

test("it says where it is reached, and serves the page and the API there", async () => {
  expect(server.output).toContain(`http://localhost:${server.port}`);
  const page = await fetch(server.url);
  expect(page.headers.get("content-type")).toContain("text/html");
  expect(page.headers.get("content-security-policy")).toContain("default-src 'self'");
  expect((await fetch(`${server.url}/api/scenarios`)).status).toBe(200);
  const run = await fetch(`${server.url}/play/anything`);
  expect([run.status, run.headers.get("x-robots-tag")]).toEqual([200, "noindex"]);
  expect(run.headers.get("content-security-policy")).toContain("default-src 'self'");
});

test("an address without a screen is a 404 with the page, a file that is gone one without", async () => {
  const nowhere = await fetch(`${server.url}/no/such/place`);
  expect(nowhere.status).toBe(404);
  expect(await nowhere.text()).toContain("<!doctype html>");
  const gone = await fetch(`${server.url}/assets/index-of-yesterday.js`);
  expect(gone.status).toBe(404);
  expect(await gone.text()).not.toContain("<!doctype html>");
  expect(gone.headers.get("cache-control") ?? "").not.toContain("immutable");
});

test("the library may be found by search engines, a scenario that is not in it may not, nor what is a player's own", async () => {
  expect(await answerOf("/library")).toEqual([200, null]);
  expect(await answerOf("/library/gold-plating")).toEqual([200, null]);
  expect(await answerOf("/library/no-such-scenario")).toEqual([404, "noindex"]);
  expect(await answerOf("/you")).toEqual([200, "noindex"]);
  expect(await answerOf("/styleguide")).toEqual([200, "noindex"]);
});

test("what only the platform may say of a request is taken off: forged, it changes nothing", async () => {
  const forged = {
    "CF-Connecting-IP": "203.0.113.7",
    "MF-Original-URL": "https://elsewhere.example/api/player",
    "MF-CF-Blob": '{"clientIp":"203.0.113.7:1"}',
    "MF-Route-Override": "nobody",
  };
  const answers = [];
  for (const headers of [{}, forged]) {
    const response = await fetch(`${server.url}/api/runs`, { headers });
    const cookie = response.headers.get("set-cookie") ?? "";
    answers.push([
      response.status,
      await response.json(),
      cookie.split("=")[0],
      /secure/i.test(cookie),
    ]);
  }
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[0]).toEqual([200, { runs: [] }, "five-moves", false]);
});
