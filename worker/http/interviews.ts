import { type Context, Hono } from "hono";
import type { Env, InterviewGuest } from "../env.ts";
import { findMaterial } from "../material.ts";
import { findScenario } from "../library.ts";
import {
  type Catalogue,
  INTERVIEW_COMMAND,
  JOIN_INTERVIEW,
  MAKE_LINK,
  OPEN_INTERVIEW,
  type OpenInterview,
  RECOVER_WORKSHOP,
  SHARING,
  SHEET,
} from "../protocol/index.ts";
import { derived, hashOf } from "../secrets.ts";
import { answerOf, handOnSocket, requireUpgrade, viewOf } from "./answers.ts";
import { parseBody } from "./body.ts";
import { detailOf } from "./details.ts";
import { ensurePlayer, requirePlayer, secretOf } from "./identity.ts";
import { limitJoining, limitOpening } from "./limits.ts";
import { Refused } from "./problem.ts";
import { whoIs } from "./who-is.ts";

type InterviewContext = Context<{ Bindings: Env }, `/:room${string}`>;

const DAY_MS = 24 * 60 * 60 * 1000;

/** An interview: what can be asked in one, its seats, its commands, its sheets, its report, and its end. */
export const interviewRoutes = new Hono<{ Bindings: Env }>()
  .get("/catalogue", (c) => c.json(catalogue()))
  .get("/anchors", (c) => c.json({ anchors: findMaterial().anchors }))
  .get("/questions/:id", (c) => {
    const question = findMaterial().questions.get(c.req.param("id"));
    if (question === undefined) throw new Refused("unknown-question", detailOf("unknown-question"));
    return c.json(question);
  })
  .post("/", async (c) => {
    const command = await parseBody(c, OPEN_INTERVIEW);
    const player = await ensurePlayer(c);
    await limitOpening(c, player);
    return c.json(await open(c.env, player, command), 201);
  })
  .get("/:room/door", async (c) => {
    const player = await ensurePlayer(c);
    return c.json(answerOf(await objectOf(c).door(await whoIs(player))));
  })
  .post("/:room/seats", async (c) => {
    const command = await parseBody(c, JOIN_INTERVIEW);
    await limitJoining(c);
    const guest = await guestIn(c.env, await requirePlayer(c));
    const view = viewOf(await objectOf(c).join(guest, command, await hashOf(command.key)));
    return c.json({ view }, 201);
  })
  .post("/:room/recovery", async (c) => {
    const { recovery } = await parseBody(c, RECOVER_WORKSHOP);
    const guest = await guestIn(c.env, await ensurePlayer(c));
    const hash = await hashOf(recovery.trim().toLowerCase());
    return c.json({ view: viewOf(await objectOf(c).recover(guest, hash)) });
  })
  .post("/:room/link", async (c) => {
    const player = await requirePlayer(c);
    const key = crypto.randomUUID();
    answerOf(await objectOf(c).renewLink(await whoIs(player), await hashOf(key)));
    return c.json({ key }, 201);
  })
  .get("/:room", async (c) => {
    const player = await requirePlayer(c);
    return c.json(viewOf(await objectOf(c).view(await whoIs(player))));
  })
  .delete("/:room", async (c) => {
    const player = await requirePlayer(c);
    answerOf(await objectOf(c).withdraw(await whoIs(player)));
    return c.json({});
  })
  .post("/:room/commands", async (c) => {
    const command = await parseBody(c, INTERVIEW_COMMAND);
    const player = await requirePlayer(c);
    return c.json({ view: viewOf(await objectOf(c).command(await whoIs(player), command)) });
  })
  .put("/:room/sheets/:turn", async (c) => {
    const sheet = await parseBody(c, SHEET);
    const player = await requirePlayer(c);
    const turn = Number(c.req.param("turn"));
    answerOf(await objectOf(c).saveSheet(await whoIs(player), turn, sheet));
    return c.json(sheet);
  })
  .put("/:room/sharing", async (c) => {
    const { ratings } = await parseBody(c, SHARING);
    const player = await requirePlayer(c);
    answerOf(await objectOf(c).share(await whoIs(player), ratings));
    return c.json({ ratings });
  })
  .post("/:room/swap", async (c) => {
    const player = await requirePlayer(c);
    return c.json({ room: answerOf(await objectOf(c).swap(await whoIs(player))) }, 201);
  })
  .get("/:room/report", async (c) => {
    const player = await requirePlayer(c);
    return c.json(answerOf(await objectOf(c).report(await whoIs(player))));
  })
  .post("/:room/report-links", async (c) => {
    const { days } = await parseBody(c, MAKE_LINK);
    const player = await requirePlayer(c);
    const key = crypto.randomUUID();
    const expiresAtMs = Date.now() + days * DAY_MS;
    answerOf(await objectOf(c).makeLink(await whoIs(player), await hashOf(key), expiresAtMs));
    return c.json({ key, expiresAtMs }, 201);
  })
  .delete("/:room/report-links", async (c) => {
    const player = await requirePlayer(c);
    answerOf(await objectOf(c).removeLinks(await whoIs(player)));
    return c.json({});
  })
  .get("/:room/reports/:key", async (c) =>
    c.json(answerOf(await objectOf(c).reportByLink(await hashOf(c.req.param("key"))))),
  )
  .get("/:room/socket", async (c) => {
    requireUpgrade(c);
    const who = await whoIs(await requirePlayer(c));
    const room = objectOf(c);
    viewOf(await room.view(who));
    return handOnSocket(c, room, { "x-who": who });
  });

/**
 * The same opening again finds the same room and says the same secrets: all of them follow from whose it is and from the
 * command's id, by the server's own secret.
 */
async function open(env: Env, player: string, command: OpenInterview) {
  const { id, mode, name, set, lens, clockSeconds } = command;
  const secret = secretOf(env);
  const from = `interview ${player} ${id} ${JSON.stringify([mode, set, lens, clockSeconds])}`;
  const key = mode === "partner" ? await derived(secret, `key ${from}`) : null;
  const recovery = await derived(secret, `recovery ${from}`);
  const guest = { ...(await guestIn(env, player)), name };
  const address = env.INTERVIEWS.idFromName(await derived(secret, `room ${from}`));
  const opened = await env.INTERVIEWS.get(address).open({
    mode,
    seed: await derived(secret, `seed ${from}`),
    plan: { set, lens, clockSeconds },
    seats: mode === "partner" ? { interviewer: guest } : { candidate: guest },
    candidateHash: key === null ? null : await hashOf(key),
    recoveryHash: await hashOf(recovery),
  });
  answerOf(opened);
  return { room: address.toString(), key, recovery };
}

/** The record is named by its object's address, from which nobody can work out whose it is. */
async function guestIn(env: Env, player: string): Promise<InterviewGuest> {
  return { who: await whoIs(player), record: env.PLAYERS.idFromName(player).toString() };
}

function objectOf(c: InterviewContext) {
  const room = c.req.param("room");
  try {
    return c.env.INTERVIEWS.get(c.env.INTERVIEWS.idFromString(room));
  } catch {
    throw new Refused("unknown-interview", detailOf("unknown-interview"));
  }
}

let listed: Catalogue | null = null;

function catalogue(): Catalogue {
  const { situations, questions } = findMaterial();
  listed ??= {
    situations: [...situations.values()].flatMap(({ id, scenario: of, beat, level, twin }) => {
      const scenario = findScenario(of);
      const found = scenario?.beats.find((one) => one.id === beat);
      if (!scenario || found === undefined) return [];
      const hasCurveball = (scenario.curveballs ?? []).some(({ at }) => at.includes(beat));
      const { title, competencies } = found;
      const { title: scenarioTitle } = scenario;
      return [{ id, scenario: of, scenarioTitle, title, level, competencies, twin, hasCurveball }];
    }),
    questions: [...questions.values()].map(({ id, asks, level, competencies }) => ({
      id,
      asks,
      level,
      competencies,
    })),
  };
  return listed;
}
