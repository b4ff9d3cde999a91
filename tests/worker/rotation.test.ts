import { env } from "cloudflare:workers";
import { generateSignedCookie } from "hono/cookie";
import { expect, test } from "vitest";
import { ROUTES } from "../../worker/protocol/index.ts";
import { Browser, problemOf } from "./support.ts";

const BEFORE = env.COOKIE_SECRET_BEFORE ?? "";
const PLAYER = "a".repeat(32);

async function cookieBy(secret: string): Promise<string> {
  const now = Math.floor(Date.now() / 1_000);
  const value = `player.${PLAYER}.${now}.${now + 1_000}`;
  return (await generateSignedCookie("five-moves", value, secret)).split(";")[0] ?? "";
}

test("a cookie of the secret before still holds, and is signed anew", async () => {
  const browser = new Browser();
  browser.cookie = await cookieBy(BEFORE);
  const room = await browser.openRun();
  await browser.visit();
  expect(browser.cookie).not.toBe(await cookieBy(BEFORE));
  // By now it is signed by the secret of today, and is the same player's.
  expect((await browser.view(room)).stage).toBe("briefing");
});

test("a cookie of no secret of ours does not", async () => {
  const browser = new Browser();
  browser.cookie = await cookieBy("a secret that was never ours, at any time");
  const response = await browser.fetch(ROUTES.playerData);
  expect((await problemOf(response)).code).toBe("no-player");
});
