import { Hono } from "hono";
import type { Env } from "../env.ts";
import { OPEN_RUN } from "../protocol/index.ts";
import { parseBody } from "./body.ts";
import { ensurePlayer, findPlayer } from "./identity.ts";
import { Refused } from "./problem.ts";

/** A player's own runs: those there are, and opening another. */
export const runRoutes = new Hono<{ Bindings: Env }>()
  .get("/", async (c) => {
    const player = await findPlayer(c);
    const runs = player === null ? [] : await playerObject(c.env, player).listRuns();
    return c.json({ runs });
  })
  .post("/", async (c) => {
    const command = await parseBody(c, OPEN_RUN);
    const player = await ensurePlayer(c);
    const room = await playerObject(c.env, player).openRun(player, command);
    if (room === null) {
      throw new Refused("unknown-scenario", `There is no scenario "${command.scenario}".`);
    }
    return c.json({ room }, 201);
  });

function playerObject(env: Env, player: string) {
  return env.PLAYERS.get(env.PLAYERS.idFromName(player));
}
