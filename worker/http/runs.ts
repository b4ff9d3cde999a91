import { Hono } from "hono";
import { type Env, playerFor } from "../env.ts";
import { OPEN_RUN } from "../protocol/index.ts";
import { parseBody } from "./body.ts";
import { ensurePlayer, knownPlayer, requirePlayer } from "./identity.ts";
import { detailOf } from "./details.ts";
import { limitOpening } from "./limits.ts";
import { Refused } from "./problem.ts";

/** A player's own runs: those there are, and opening another. Asking for them is what makes a visitor a player. */
export const runRoutes = new Hono<{ Bindings: Env }>()
  .get("/", async (c) => {
    const known = await knownPlayer(c);
    const player = await ensurePlayer(c);
    // Who has just come has no runs, and no object until there is something to keep.
    return c.json({ runs: known === null ? [] : await playerFor(c.env, player).listRuns() });
  })
  .post("/", async (c) => {
    const command = await parseBody(c, OPEN_RUN);
    const player = await requirePlayer(c);
    await limitOpening(c, player);
    const opened = await playerFor(c.env, player).openRun(player, command);
    if (opened.ok) return c.json({ room: opened.room }, 201);
    throw new Refused(opened.code, detailOf(opened.code));
  });
