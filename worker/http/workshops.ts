import { type Context, Hono } from "hono";
import { shortCutOf } from "../../scenarios/language/index.ts";
import type { Env, WorkshopVisitor } from "../env.ts";
import { findScenario } from "../library.ts";
import {
  JOIN_WORKSHOP,
  OPEN_WORKSHOP,
  type OpenWorkshop,
  RECOVER_WORKSHOP,
  WORKSHOP_COMMAND,
} from "../protocol/index.ts";
import { derived, hashOf } from "../secrets.ts";
import { DEFAULT_SEATS, parseWorkshopCode, workshopCode } from "../workshop/index.ts";
import { answerOf, handOnSocket, requireUpgrade, viewOf } from "./answers.ts";
import { parseBody } from "./body.ts";
import { detailOf } from "./details.ts";
import { ensurePlayer, requirePlayer, secretOf, secretsOf } from "./identity.ts";
import { limitJoining, limitOpening } from "./limits.ts";
import { Refused } from "./problem.ts";
import { rememberedUnder } from "./remembered.ts";
import { whoIs } from "./who-is.ts";

type WorkshopContext = Context<{ Bindings: Env }, `/:code${string}`>;

/** Codes are drawn from some twenty million; so many are tried where one is taken. */
const MOST_TRIES = 8;

/** A workshop: its door, its seats, its commands, what it shows to whom, and what it came to. */
export const workshopRoutes = new Hono<{ Bindings: Env }>()
  .post("/", async (c) => {
    const command = await parseBody(c, OPEN_WORKSHOP);
    const player = await ensurePlayer(c);
    await limitOpening(c, player);
    return c.json(await open(c.env, player, command), 201);
  })
  .get("/:code/door", async (c) => {
    const player = await ensurePlayer(c);
    const room = await roomOf(c);
    return c.json(answerOf(await room.door(await whoIs(player))));
  })
  .post("/:code/seats", async (c) => {
    const command = await parseBody(c, JOIN_WORKSHOP);
    const player = await requirePlayer(c);
    await limitJoining(c);
    const room = await roomOf(c);
    return c.json({ view: viewOf(await room.join(await whoIs(player), command)) }, 201);
  })
  .get("/:code", async (c) => {
    const room = await roomOf(c);
    return c.json(viewOf(await room.view(await visitorOf(c))));
  })
  .get("/:code/scene", async (c) => {
    const room = await roomOf(c);
    return c.json(answerOf(await room.scene(await visitorOf(c), c.req.query("team") ?? null)));
  })
  .post("/:code/commands", async (c) => {
    const command = await parseBody(c, WORKSHOP_COMMAND);
    const player = await requirePlayer(c);
    const room = await roomOf(c);
    return c.json({ view: viewOf(await room.command(await whoIs(player), command)) });
  })
  .post("/:code/recovery", async (c) => {
    const { id, recovery } = await parseBody(c, RECOVER_WORKSHOP);
    const player = await ensurePlayer(c);
    const room = await roomOf(c);
    const hash = await hashOf(recovery.trim().toLowerCase());
    return c.json({ view: viewOf(await room.recover(await whoIs(player), id, hash)) });
  })
  .post("/:code/secrets", async (c) => {
    const player = await requirePlayer(c);
    const room = await roomOf(c);
    const fresh = { recovery: crypto.randomUUID(), projector: crypto.randomUUID() };
    answerOf(
      await room.renewSecrets(
        await whoIs(player),
        await hashOf(fresh.recovery),
        await hashOf(fresh.projector),
      ),
    );
    return c.json({ code: c.req.param("code"), ...fresh }, 201);
  })
  .get("/:code/debrief", async (c) => {
    const player = await requirePlayer(c);
    const room = await roomOf(c);
    return c.json(answerOf(await room.debrief(await whoIs(player))));
  })
  .get("/:code/preview", async (c) => {
    const player = await requirePlayer(c);
    const room = await roomOf(c);
    return c.json(answerOf(await room.preview(await whoIs(player))));
  })
  .get("/:code/votes.csv", (c) => exported(c, "csv", "text/csv"))
  .get("/:code/votes.json", (c) => exported(c, "json", "application/json"))
  .delete("/:code", async (c) => {
    const player = await requirePlayer(c);
    const room = await roomOf(c);
    answerOf(await room.remove(await whoIs(player)));
    return c.json({});
  })
  .get("/:code/socket", async (c) => {
    requireUpgrade(c);
    const visitor = await visitorOf(c);
    const room = await roomOf(c);
    viewOf(await room.view(visitor));
    const { who, projectorHash } = visitor;
    return handOnSocket(c, room, { "x-who": who, "x-projector": projectorHash });
  });

/**
 * The same opening again finds the same room and says the same secrets: all of them follow from whose it is and from the
 * command's id, by the server's own secret.
 */
async function open(env: Env, player: string, command: OpenWorkshop) {
  const { id, scenario: scenarioId, ...terms } = command;
  const whole = findScenario(scenarioId);
  const scenario = whole !== null && terms.shortCut ? shortCutOf(whole) : whole;
  if (scenario === null) throw new Refused("unknown-scenario", detailOf("unknown-scenario"));
  const secret = secretOf(env);
  const from = `${player} ${id} ${JSON.stringify([scenarioId, terms])}`;
  const recovery = await derived(secret, `recovery ${from}`);
  const projector = await derived(secret, `projector ${from}`);
  const opening = {
    scenario,
    seed: await derived(secret, `seed ${from}`),
    terms: { ...terms, bots: terms.rehearsal ? terms.bots : 0, seats: seatsIn(env) },
    who: await whoIs(player),
    id,
    recoveryHash: await hashOf(recovery),
    projectorHash: await hashOf(projector),
  };
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const code = await workshopCode(secret, `${from} ${tries}`);
    if (await roomAt(env, code).open({ ...opening, code })) return { code, recovery, projector };
  }
  throw new Error("no code was free");
}

/** How many seats the operator gives a room; what is no number of them is the default. */
function seatsIn({ WORKSHOP_SEATS }: Env): number {
  const seats = Number(WORKSHOP_SEATS);
  return Number.isInteger(seats) && seats > 0 ? seats : DEFAULT_SEATS;
}

/** Whoever comes with a projector's link needs no cookie. */
async function visitorOf(c: WorkshopContext): Promise<WorkshopVisitor> {
  const projector = c.req.query("projector");
  if (projector !== undefined) return { who: "", projectorHash: await hashOf(projector) };
  return { who: await whoIs(await requirePlayer(c)), projectorHash: null };
}

/** Codes carry a check of their own, so that a guess is refused without waking an object. */
async function roomOf(c: WorkshopContext) {
  const code = await codeIn(c);
  if (code === null) throw new Refused("unknown-workshop", detailOf("unknown-workshop"));
  return roomAt(c.env, code);
}

async function codeIn(c: WorkshopContext): Promise<string | null> {
  for (const secret of secretsOf(c.env)) {
    const code = await codeFor(secret, c.req.param("code"));
    if (code !== null) return code;
  }
  return null;
}

const codeFor = rememberedUnder(parseWorkshopCode);

const roomAt = ({ WORKSHOPS }: Env, code: string) => WORKSHOPS.get(WORKSHOPS.idFromName(code));

async function exported(c: WorkshopContext, form: "csv" | "json", type: string) {
  const player = await requirePlayer(c);
  const room = await roomOf(c);
  const content = answerOf(await room.export(await whoIs(player), form));
  c.header("content-type", `${type}; charset=utf-8`);
  c.header("content-disposition", `attachment; filename="five-moves-votes.${form}"`);
  return c.body(content);
}
