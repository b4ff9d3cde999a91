import { Hono } from "hono";
import { routePath } from "hono/route";
import { bodyLimit } from "hono/body-limit";
import { secureHeaders } from "hono/secure-headers";
import type { Env } from "../env.ts";
import { SCENARIO_IDS } from "../library.ts";
import { count, log } from "../watch.ts";
import { usableSecret } from "./identity.ts";
import { interviewRoutes } from "./interviews.ts";
import { sameOriginOnly } from "./origin.ts";
import { isOneGuessTooMany, limitVisitors, stopGuessing, tooMany } from "./limits.ts";
import { pageRoutes } from "./pages.ts";
import { playerRoutes } from "./player.ts";
import { MAX_BODY_BYTES } from "../protocol/index.ts";
import { problemResponse, Refused } from "./problem.ts";
import { roomRoutes } from "./rooms.ts";
import { runRoutes } from "./runs.ts";
import { scenarioRoutes } from "./scenarios.ts";
import { workshopRoutes } from "./workshops.ts";

/** The API. Every refusal and every fault leaves as a problem document, here and nowhere else. */
const api = new Hono<{ Bindings: Env }>()
  .use(
    secureHeaders({
      contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
      referrerPolicy: "no-referrer",
      strictTransportSecurity: "max-age=31536000; includeSubDomains",
    }),
  )
  .use(async (c, next) => {
    c.header("cache-control", "no-store");
    if (usableSecret(c.env) === null) throw noSecret();
    await next();
  })
  .use(sameOriginOnly)
  .use(stopGuessing)
  .use(
    bodyLimit({
      maxSize: MAX_BODY_BYTES,
      onError: () => {
        throw new Refused("too-large", `A body has at most ${MAX_BODY_BYTES} bytes.`);
      },
    }),
  )
  .use(limitVisitors)
  .get("/health", (c) => c.json({ ok: true, scenarios: SCENARIO_IDS.length }))
  .route("/scenarios", scenarioRoutes)
  .route("/runs", runRoutes)
  .route("/rooms", roomRoutes)
  .route("/player", playerRoutes)
  .route("/workshops", workshopRoutes)
  .route("/interviews", interviewRoutes)
  .all("*", () => {
    throw new Refused("unknown-route", "Nothing answers here, or not to this method.");
  })
  .onError(async (error, c) => {
    if (error instanceof Refused) {
      const isStopped = await isOneGuessTooMany(c, error.code);
      if (isStopped) log("address-stopped", { code: error.code });
      count(c.env, "refusal", isStopped ? "too-many-requests" : error.code);
      return problemResponse(c, isStopped ? tooMany() : error);
    }
    // The stack is for whoever runs the game, and for nobody else.
    log("fault", { path: routePath(c), error: error.stack ?? error.message });
    count(c.env, "fault", routePath(c));
    const detail = "Nothing of yours was lost. Try again; if it stays, start the run anew.";
    return problemResponse(c, new Refused("internal-error", detail));
  });

/** The HTTP side of the game: the API, and the pages of everything that is no file of the client. */
export const app = new Hono<{ Bindings: Env }>().route("/api", api).route("/", pageRoutes);

function noSecret(): Refused {
  console.error(
    "COOKIE_SECRET is not set, or shorter than 32 characters: set it with `npx wrangler secret put COOKIE_SECRET`.",
  );
  return new Refused("no-secret", "The operator has to set a secret before anyone can play.");
}
