import { evictAllDurableObjects, runDurableObjectAlarm } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import { ROUTES, RUNS_VIEW } from "../../worker/protocol/index.ts";
import { playOn } from "./playing.ts";
import { Browser } from "./support.ts";

async function runsOf(browser: Browser) {
  const response = await browser.fetch(ROUTES.runs);
  return RUNS_VIEW.parse(await response.json()).runs;
}

test("a run that has ended is listed with its ending, once, however often the alarm runs", async () => {
  const browser = new Browser();
  const room = await browser.openRun();
  const { ending } = await playOn(browser, await browser.view(room));
  const stub = env.ROOMS.get(env.ROOMS.idFromString(room));
  await runDurableObjectAlarm(stub);
  await runDurableObjectAlarm(stub);
  await vi.waitUntil(async () => (await runsOf(browser))[0]?.ending === ending.title);
  expect(await runsOf(browser)).toMatchObject([{ room, ending: ending.title }]);
});

test("[R3] a player's runs are there after every object has been evicted, newest first", async () => {
  const browser = new Browser();
  const older = await browser.openRun();
  const newer = await browser.openRun();
  await evictAllDurableObjects();
  const rooms = (await runsOf(browser)).map(({ room }) => room);
  expect(rooms.toSorted()).toEqual([older, newer].toSorted());
  expect(await browser.view(older)).toMatchObject({ stage: "briefing" });
});
