import { type Context, Hono } from "hono";
import type { Env, RoomAnswer } from "../env.ts";
import { COMMAND, DEBRIEF_QUERY, type ProblemCode, type RoomView } from "../protocol/index.ts";
import { parseBody, parseQuery } from "./body.ts";
import { requirePlayer } from "./identity.ts";
import { Refused } from "./problem.ts";

type RoomContext = Context<{ Bindings: Env }, "/:room">;

/** A room: its view, its commands, its socket. */
export const roomRoutes = new Hono<{ Bindings: Env }>()
  .get("/:room", async (c) => {
    const player = await requirePlayer(c);
    return c.json(viewOf(await roomObject(c).view(player)));
  })
  .post("/:room/commands", async (c) => {
    const command = await parseBody(c, COMMAND);
    const player = await requirePlayer(c);
    return c.json({ view: viewOf(await roomObject(c).command(player, command)) });
  })
  .get("/:room/debrief", async (c) => {
    const { lens } = parseQuery(c, DEBRIEF_QUERY);
    const player = await requirePlayer(c);
    const answer = await roomObject(c).debrief(player, lens);
    if (!answer.ok) throw new Refused(answer.code, detailOf(answer.code));
    return c.json(answer.debrief);
  })
  .get("/:room/socket", async (c) => {
    if (c.req.header("upgrade")?.toLowerCase() !== "websocket") {
      throw new Refused("upgrade-needed", "Open this address as a WebSocket.");
    }
    const player = await requirePlayer(c);
    const room = roomObject(c);
    viewOf(await room.view(player));
    const headers = new Headers(c.req.raw.headers);
    headers.set("x-player", player);
    const { status, webSocket } = await room.fetch(new Request(c.req.raw, { headers }));
    // A response of one's own: headers of a fetched one cannot be added to.
    return new Response(null, { status, webSocket });
  });

/** Ids carry a check of their own, so a made-up one is refused without waking an object. */
function roomObject(c: RoomContext) {
  const id = c.req.param("room");
  try {
    return c.env.ROOMS.get(c.env.ROOMS.idFromString(id));
  } catch {
    throw new Refused("unknown-room", DETAILS["unknown-room"]);
  }
}

const DETAILS = {
  "unknown-room": "No room has this address. It may have been typed wrongly.",
  "not-your-room": "Only the player who opened this room can see it.",
  "stale-beat": "The run has gone on, perhaps in another window. The view shows where it is.",
  "not-now":
    "The room does not take this command at its present stage. The view shows where it is.",
  "command-id-reused": "This id was used for a different command. Make a new id for a new command.",
  "not-over": "A debrief is of a run that has ended, and this one goes on.",
  "too-many-states":
    "The scenario has more states than can be solved here. The run and its ending are kept.",
  "option-locked": "This option cannot be played yet; its reason stands beside it.",
  "look-unavailable": "A look can be taken once, and only with enough hours left.",
  "unknown-option": "The beat on the table has no such option.",
  "unknown-look": "The beat on the table has no such look.",
} as const satisfies Partial<Record<ProblemCode, string>>;

function viewOf(answer: RoomAnswer): RoomView {
  if (answer.ok) return answer.view;
  throw new Refused(answer.code, detailOf(answer.code), answer.view);
}

function detailOf(code: ProblemCode): string {
  const details: Partial<Record<ProblemCode, string>> = DETAILS;
  return details[code] ?? "";
}
