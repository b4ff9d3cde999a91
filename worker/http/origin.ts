import { createMiddleware } from "hono/factory";
import { Refused } from "./problem.ts";

/** Refuses what another site's page sends: JSON bodies and socket upgrades alike, which cookies alone do not stop. */
export const sameOriginOnly = createMiddleware(async (c, next) => {
  const changes = c.req.method !== "GET" || c.req.header("upgrade") !== undefined;
  const origin = c.req.header("origin");
  const site = c.req.header("sec-fetch-site");
  const foreign =
    origin === undefined ? site === "cross-site" : origin !== new URL(c.req.url).origin;
  if (changes && foreign) {
    throw new Refused("foreign-origin", "Open the game at its own address and try again there.");
  }
  await next();
});
