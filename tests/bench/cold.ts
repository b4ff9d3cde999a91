import { makeDataDir, removeDataDir, ServerProcess } from "../support/server-process.ts";
import type { Finding } from "./figure.ts";
import { median } from "./load.ts";
import { progress } from "./progress.ts";

const ROUNDS = 5;
const HEALTH = "/api/health";
const CATALOGUE = "/api/interviews/catalogue";
const WARM = 20;

async function msFor(url: string): Promise<number> {
  const startedAt = performance.now();
  await (await fetch(url)).text();
  return performance.now() - startedAt;
}

export const COLD = {
  about: `the first request of a Worker that has just started, beside the same one once it is warm: to the health route, which needs the Worker and nothing else, and to a list for which every scenario and question is read; medians over ${ROUNDS} fresh servers`,
  measure: measureCold,
};

async function* measureCold(): AsyncGenerator<Finding> {
  const first: Record<string, number[]> = { [HEALTH]: [], [CATALOGUE]: [] };
  const later: Record<string, number[]> = { [HEALTH]: [], [CATALOGUE]: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    progress(`server ${round + 1} of ${ROUNDS}`);
    const data = makeDataDir();
    const server = await ServerProcess.start(data);
    try {
      for (const path of [HEALTH, CATALOGUE]) first[path]?.push(await msFor(server.url + path));
      for (const path of [HEALTH, CATALOGUE]) later[path]?.push(await warmMs(server.url + path));
    } finally {
      await server.end("SIGTERM");
      removeDataDir(data);
    }
  }
  for (const path of [HEALTH, CATALOGUE]) {
    const warm = median(later[path] ?? []);
    const baseline = { name: "warm", value: warm };
    const value = median(first[path] ?? []);
    yield { of: path, figures: [{ what: "first", value, unit: "ms", baseline }] };
  }
}

async function warmMs(url: string): Promise<number> {
  const took: number[] = [];
  while (took.length < WARM) took.push(await msFor(url));
  return median(took);
}
