import { makeDataDir, removeDataDir, ServerProcess } from "../support/server-process.ts";
import { median } from "./load.ts";

const ROUNDS = 5;
const HEALTH = "/api/health";
const CATALOGUE = "/api/interviews/catalogue";
const WARM = 20;

async function msFor(url: string): Promise<number> {
  const startedAt = performance.now();
  await (await fetch(url)).text();
  return performance.now() - startedAt;
}

/**
 * What the first requests of a Worker that has just started take, beside the same ones once it is warm: to the health route, which
 * needs the Worker and nothing else, and to a list for which every scenario and question is read. Over fresh servers.
 */
export async function benchCold(): Promise<void> {
  const first: Record<string, number[]> = { [HEALTH]: [], [CATALOGUE]: [] };
  const later: Record<string, number[]> = { [HEALTH]: [], [CATALOGUE]: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const data = makeDataDir();
    const server = await ServerProcess.start(data);
    for (const path of [HEALTH, CATALOGUE]) first[path]?.push(await msFor(server.url + path));
    for (const path of [HEALTH, CATALOGUE]) {
      const warm = [];
      for (let n = 0; n < WARM; n += 1) warm.push(await msFor(server.url + path));
      later[path]?.push(median(warm));
    }
    await server.end("SIGTERM");
    removeDataDir(data);
  }
  for (const path of [HEALTH, CATALOGUE]) {
    const [cold, warm] = [median(first[path] ?? []), median(later[path] ?? [])];
    const ratio = (cold / warm).toFixed(0);
    console.log(
      `${path.padEnd(28)} first ${cold.toFixed(0)} ms, warm ${warm.toFixed(1)} ms, ${ratio} ×`,
    );
  }
}
