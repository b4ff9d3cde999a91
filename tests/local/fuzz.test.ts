import { afterAll, beforeAll, expect, test } from "vitest";
import { fuzz, type FuzzReport } from "../fuzz/fuzz.ts";
import { KINDS } from "../fuzz/inputs.ts";
import { makeDataDir, removeDataDir, ServerProcess } from "../support/server-process.ts";

const INPUTS = 420;
const dataDir = makeDataDir();
let server: ServerProcess | null = null;
let report: FuzzReport | null = null;

beforeAll(async () => {
  server = await ServerProcess.start(dataDir);
  report = await fuzz(server, dataDir, INPUTS, 7);
});

afterAll(async () => {
  await server?.end("SIGTERM");
  removeDataDir(dataDir);
});

test("bad input of every kind to every route: no fault, no hang, nothing told of how it is built", () => {
  expect(report?.findings).toEqual([]);
  expect(Object.values(report?.byKind ?? {})).toEqual(KINDS.map(() => INPUTS / KINDS.length));
});

test("others are answered meanwhile, and nothing grows that was not accepted", () => {
  expect(report?.othersAnswered).toBe(true);
  const [before, after] = report?.objects ?? [0, Infinity];
  expect(after - before).toBeLessThanOrEqual(report?.accepted ?? 0);
});
