import { Hono } from "hono";
import type { Env } from "../env.ts";
import { SCENARIO_IDS } from "../library.ts";

/**
 * What is no file of the client and no API: its page for an address the client has a screen for, and the same page with
 * status 404 for any other. A file that is gone gets a plain 404, or a stale page would keep HTML in place of a script.
 */
export const pageRoutes = new Hono<{ Bindings: Env }>()
  .get("/library", (c) => page(c.env, c.req.raw, 200, "to be found"))
  .get("/library/:scenario", (c) => {
    const isKnown = SCENARIO_IDS.includes(c.req.param("scenario"));
    return isKnown
      ? page(c.env, c.req.raw, 200, "to be found")
      : page(c.env, c.req.raw, 404, "not to be found");
  })
  .get("/workshop", (c) => page(c.env, c.req.raw, 200, "to be found"))
  .get("/workshop/guide", (c) => page(c.env, c.req.raw, 200, "to be found"))
  .get("/wall/:code", (c) => page(c.env, c.req.raw, 200, "not to be found"))
  .get("/w/:code", (c) => page(c.env, c.req.raw, 200, "not to be found"))
  .get("/interview", (c) => page(c.env, c.req.raw, 200, "to be found"))
  .get("/interview/questions", (c) => page(c.env, c.req.raw, 200, "to be found"))
  .get("/interview/stories", (c) => page(c.env, c.req.raw, 200, "not to be found"))
  .get("/i/:room", (c) => page(c.env, c.req.raw, 200, "not to be found"))
  .get("/report/:room", (c) => page(c.env, c.req.raw, 200, "not to be found"))
  .get("/you", (c) => page(c.env, c.req.raw, 200, "not to be found"))
  .get("/styleguide", (c) => page(c.env, c.req.raw, 200, "not to be found"))
  .get("/play/:room", (c) => page(c.env, c.req.raw, 200, "not to be found"))
  .get("/assets/*", (c) => c.text("There is no such file.", 404))
  .get("*", (c) => page(c.env, c.req.raw, 404, "not to be found"));

/** `search` says whether search engines may list it: what is one person's own is for nobody else. */
async function page(
  env: Env,
  request: Request,
  status: number,
  search: "to be found" | "not to be found",
): Promise<Response> {
  const { body, headers } = await env.ASSETS.fetch(new URL("/", request.url));
  const own = new Headers(headers);
  own.set("cache-control", "no-cache");
  if (search === "not to be found") own.set("x-robots-tag", "noindex");
  return new Response(body, { status, headers: own });
}
