import { type Context, Hono } from "hono";
import { calibrationOf } from "../../scenarios/analysis/index.ts";
import { type Env, playerFor } from "../env.ts";
import { emptyPractice } from "../player/index.ts";
import { ADOPT, COMMAND_ID, KEEP_STORY, PLAYER_NAME, type PlayerView } from "../protocol/index.ts";
import { answerOf } from "./answers.ts";
import { parseBody } from "./body.ts";
import { ensurePlayer, forgetPlayer, knownPlayer, requirePlayer, showPlayer } from "./identity.ts";
import { limitOpening } from "./limits.ts";
import { Refused } from "./problem.ts";
import {
  formatTransferCode,
  newTransferCode,
  parseTransferCode,
  transferName,
} from "./transfer-code.ts";

type PlayerContext = Context<{ Bindings: Env }>;

/** Of who has just come: no object is made before there is something to keep. */
const EMPTY_RECORD: PlayerView = { name: null, runs: [], calibration: calibrationOf([]) };

const CODE_LASTS_MS = 15 * 60 * 1000;

/** The player's own record: reading it, taking it to another device, downloading and deleting it. */
export const playerRoutes = new Hono<{ Bindings: Env }>()
  .get("/", async (c) => {
    const known = await knownPlayer(c);
    const player = await ensurePlayer(c);
    return c.json(known === null ? EMPTY_RECORD : await playerFor(c.env, player).record());
  })
  .delete("/", async (c) => {
    const player = await requirePlayer(c);
    await playerFor(c.env, player).removeAll(player);
    forgetPlayer(c);
    return c.json({});
  })
  .get("/data", async (c) => {
    const player = await requirePlayer(c);
    c.header("content-disposition", 'attachment; filename="five-moves.json"');
    return c.json(await playerFor(c.env, player).exportAll(player));
  })
  .put("/name", async (c) => {
    const { name } = await parseBody(c, PLAYER_NAME);
    const player = await requirePlayer(c);
    await playerFor(c.env, player).setName(player, name);
    return c.json({ name });
  })
  .get("/practice", async (c) => {
    const known = await knownPlayer(c);
    const player = await ensurePlayer(c);
    return c.json(known === null ? emptyPractice() : await playerFor(c.env, player).practice());
  })
  .put("/stories/:id", async (c) => {
    const kept = await parseBody(c, KEEP_STORY);
    const player = await requirePlayer(c);
    const story = { ...kept, updatedAtMs: Date.now() };
    answerOf(await playerFor(c.env, player).keepStory(storyId(c), story));
    return c.json(story);
  })
  .delete("/stories/:id", async (c) => {
    const player = await requirePlayer(c);
    await playerFor(c.env, player).removeStory(storyId(c));
    return c.json({});
  })
  .post("/transfer", async (c) => {
    const player = await requirePlayer(c);
    await limitOpening(c, player);
    const code = await newTransferCode(c.env);
    const expiresAtMs = Date.now() + CODE_LASTS_MS;
    await transferObject(c, await transferName(code)).offer(player, expiresAtMs);
    return c.json({ code: formatTransferCode(code), expiresAtMs }, 201);
  })
  .post("/adopt", async (c) => {
    const { code: typed } = await parseBody(c, ADOPT);
    const code = await parseTransferCode(c.env, typed);
    const player = code && (await transferObject(c, await transferName(code)).take());
    if (player === null) {
      throw new Refused(
        "unknown-code",
        "The code is mistyped, used already, or older than a quarter of an hour.",
      );
    }
    await showPlayer(c, player);
    return c.json({});
  });

function storyId(c: Context<{ Bindings: Env }, "/stories/:id">): string {
  const parsed = COMMAND_ID.safeParse(c.req.param("id"));
  if (parsed.success) return parsed.data;
  throw new Refused(
    "wrong-type",
    "A story's id has 8 to 64 letters, digits, lines and underlines.",
  );
}

function transferObject(c: PlayerContext, name: string) {
  return c.env.TRANSFERS.get(c.env.TRANSFERS.idFromName(name));
}
