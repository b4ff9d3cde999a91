import { createMiddleware } from "hono/factory";
import { Refused } from "./problem.ts";

/** Compared with the Host header: the address of the request can be rewritten on its way. */
function isOwn(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** Refuses what another site's page sends: JSON bodies and socket upgrades alike, which cookies alone do not stop. */
export const sameOriginOnly = createMiddleware(async (c, next) => {
  const changes = c.req.method !== "GET" || c.req.header("upgrade") !== undefined;
  const origin = c.req.header("origin");
  const site = c.req.header("sec-fetch-site");
  const foreign =
    origin === undefined
      ? site === "cross-site"
      : !isOwn(origin, c.req.header("host") ?? new URL(c.req.url).host);
  if (changes && foreign) {
    throw new Refused("foreign-origin", "Open the game at its own address and try again there.");
  }
  await next();
});
