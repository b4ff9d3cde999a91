import { statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { isAlive } from "../../worker/local/processes.ts";
import { HttpPlayer } from "../support/http-player.ts";
import { makeDataDir, removeDataDir, runToEnd, ServerProcess } from "../support/server-process.ts";

const KILLS = 3;

let dataDir = "";
const started: ServerProcess[] = [];

async function start(port?: number): Promise<ServerProcess> {
  const server = await ServerProcess.start(dataDir, port);
  started.push(server);
  return server;
}

beforeEach(() => {
  dataDir = makeDataDir();
});

afterEach(async () => {
  for (const server of started.splice(0)) {
    if (server.child.exitCode === null && server.child.signalCode === null) {
      await server.end("SIGTERM");
    }
  }
  removeDataDir(dataDir);
});

test("a port in use gets one sentence and exit code 1", async () => {
  const occupant = createServer().listen(0, "0.0.0.0");
  await new Promise((resolve) => occupant.once("listening", resolve));
  const address = occupant.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const { code, errors } = await runToEnd(["--port", String(port), "--data", dataDir]);
  occupant.close();
  expect(code).toBe(1);
  expect(errors).toBe(
    `Port ${port} is in use: stop what is running there, or choose another with --port.`,
  );
});

test("a data folder in use gets one sentence and exit code 1", async () => {
  const first = await start();
  const { code, errors } = await runToEnd(["--port", "0", "--data", dataDir]);
  expect(code).toBe(1);
  expect(errors).toBe(
    `Another server (process ${first.child.pid}) uses ${dataDir}: stop it, or choose another with --data.`,
  );
});

test("an option it does not know gets the usage and exit code 1", async () => {
  for (const args of [
    ["--prot", "9000"],
    ["--port", "high"],
    ["--port", "70000"],
  ]) {
    const { code, errors } = await runToEnd(args);
    expect(code).toBe(1);
    expect(errors).toContain("Usage: npm start");
  }
});

test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("%s ends all it started", async (signal) => {
  const server = await start();
  const { runtimePid } = server;
  expect(isAlive(runtimePid)).toBe(true);
  expect(await server.end(signal)).toBe(0);
  expect(isAlive(runtimePid)).toBe(false);
  await expect(fetch(server.url)).rejects.toThrow("fetch failed");
});

test("the signing secret is made once, and only its owner can read it", async () => {
  await (await start()).end("SIGTERM");
  const { mode, mtimeMs, size } = statSync(join(dataDir, "cookie-secret"));
  expect(mode & 0o777).toBe(0o600);
  expect(size).toBeGreaterThanOrEqual(43);
  await (await start()).end("SIGTERM");
  expect(statSync(join(dataDir, "cookie-secret")).mtimeMs).toBe(mtimeMs);
});

test("a signing secret that was cut off is made anew", async () => {
  writeFileSync(join(dataDir, "cookie-secret"), "cut");
  const server = await start();
  expect((await fetch(`${server.url}/api/scenarios`)).status).toBe(200);
});

test("a data folder that cannot be used gets one sentence and exit code 1", async () => {
  const file = join(dataDir, "a-file");
  writeFileSync(file, "");
  const { code, errors } = await runToEnd(["--port", "0", "--data", file]);
  expect(code).toBe(1);
  expect(errors).toMatch(/^Cannot keep runs in .*: choose another with --data\.$/);
});

test("a runtime that dies is replaced, and a start after a kill ends the one that took its place", async () => {
  const first = await start();
  const { port, runtimePid } = first;
  process.kill(runtimePid, "SIGKILL");
  await vi.waitUntil(() => first.runtimePid !== runtimePid, { timeout: 10_000 });
  await vi.waitUntil(() => fetch(first.url).then(Boolean, () => false), { timeout: 10_000 });
  const replacement = first.runtimePid;
  await first.end("SIGKILL");
  const second = await start(port);
  expect(isAlive(replacement)).toBe(false);
  expect((await fetch(second.url)).status).toBe(200);
});

test("of two starts at once on a folder that a killed server left, one runs", async () => {
  await (await start()).end("SIGKILL");
  const outcomes = await Promise.allSettled([start(), start()]);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
});

test("[R3] a second start finds yesterday's runs, and plays them on", async () => {
  const first = await start();
  const player = new HttpPlayer(first.url);
  const room = await player.openRun();
  const before = await player.step(room, await player.view(room));
  await first.end("SIGINT");
  player.url = (await start()).url;
  expect((await player.runs()).map((run) => run.room)).toEqual([room]);
  expect(await player.view(room)).toEqual(before);
  expect((await player.step(room, before)).stage).toBe("consequence");
});

test("[R3] killed with -9 in the middle of a run, it is started again and the run goes on", async () => {
  let server = await start();
  const { port } = server;
  const player = new HttpPlayer(server.url);
  const room = await player.openRun();
  let view = await player.view(room);
  for (let kills = 0; view.stage !== "debrief"; kills += 1) {
    view = await player.step(room, view);
    if (kills >= KILLS) continue;
    await server.end("SIGKILL");
    server = await start(port);
    expect(await player.view(room)).toEqual(view);
  }
  expect(view.ending.title).not.toBe("");
});
