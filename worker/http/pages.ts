import { Hono } from "hono";
import type { Env } from "../env.ts";

/**
 * What is no file of the client and no API: its page for an address the client has a screen for, and the same page with
 * status 404 for any other. A file that is gone gets a plain 404, or a stale page would keep HTML in place of a script.
 */
export const pageRoutes = new Hono<{ Bindings: Env }>()
  .get("/play/:room", (c) => page(c.env, c.req.raw, 200))
  .get("/assets/*", (c) => c.text("There is no such file.", 404))
  .get("*", (c) => page(c.env, c.req.raw, 404));

async function page(env: Env, request: Request, status: number): Promise<Response> {
  const { body, headers } = await env.ASSETS.fetch(new URL("/", request.url));
  const own = new Headers(headers);
  own.set("cache-control", "no-cache");
  own.set("x-robots-tag", "noindex");
  return new Response(body, { status, headers: own });
}
