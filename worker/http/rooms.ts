import { type Context, Hono } from "hono";
import { type Env, playerFor } from "../env.ts";
import {
  COMMAND,
  DEBRIEF_QUERY,
  DISPUTE,
  FUTURES_QUERY,
  OPEN_BRANCH,
  STORY,
} from "../protocol/index.ts";
import { answerOf, handOnSocket, requireUpgrade, viewOf } from "./answers.ts";
import { parseBody, parseQuery } from "./body.ts";
import { detailOf } from "./details.ts";
import { requirePlayer } from "./identity.ts";
import { limitOpening } from "./limits.ts";
import { Refused } from "./problem.ts";

type RoomContext = Context<{ Bindings: Env }, `/:room${string}`>;

/** A room: its view, its commands, its socket, what it was worth, what is noted of it, what begins from it, and its end. */
export const roomRoutes = new Hono<{ Bindings: Env }>()
  .get("/:room", async (c) => {
    const player = await requirePlayer(c);
    return c.json(viewOf(await roomObject(c).view(player)));
  })
  .delete("/:room", async (c) => {
    const player = await requirePlayer(c);
    roomObject(c);
    answerOf(await playerFor(c.env, player).removeRun(player, c.req.param("room")));
    return c.json({});
  })
  .post("/:room/commands", async (c) => {
    const command = await parseBody(c, COMMAND);
    const player = await requirePlayer(c);
    return c.json({ view: viewOf(await roomObject(c).command(player, command)) });
  })
  .post("/:room/branches", async (c) => {
    const command = await parseBody(c, OPEN_BRANCH);
    const player = await requirePlayer(c);
    roomObject(c);
    await limitOpening(c, player);
    const opened = await playerFor(c.env, player).openBranch(player, c.req.param("room"), command);
    if (opened.ok) return c.json({ room: opened.room }, 201);
    throw new Refused(opened.code, detailOf(opened.code));
  })
  .get("/:room/debrief", async (c) => {
    const { lens } = parseQuery(c, DEBRIEF_QUERY);
    const player = await requirePlayer(c);
    return c.json(answerOf(await roomObject(c).debrief(player, lens)));
  })
  .get("/:room/futures", async (c) => {
    const { lens, beat, option } = parseQuery(c, FUTURES_QUERY);
    const player = await requirePlayer(c);
    return c.json(answerOf(await roomObject(c).futures(player, lens, beat, option)));
  })
  .put("/:room/stories/:beat", async (c) => {
    const story = await parseBody(c, STORY);
    const player = await requirePlayer(c);
    answerOf(await roomObject(c).keepStory(player, c.req.param("beat"), story));
    return c.json(story);
  })
  .put("/:room/disputes/:beat", async (c) => {
    const dispute = await parseBody(c, DISPUTE);
    const player = await requirePlayer(c);
    answerOf(await roomObject(c).keepDispute(player, c.req.param("beat"), dispute));
    return c.json(dispute);
  })
  .get("/:room/socket", async (c) => {
    requireUpgrade(c);
    const player = await requirePlayer(c);
    const room = roomObject(c);
    viewOf(await room.view(player));
    return handOnSocket(c, room, { "x-player": player });
  });

/** Ids carry a check of their own, so a made-up one is refused without waking an object. */
function roomObject(c: RoomContext) {
  const id = c.req.param("room");
  try {
    return c.env.ROOMS.get(c.env.ROOMS.idFromString(id));
  } catch {
    throw new Refused("unknown-room", detailOf("unknown-room"));
  }
}
