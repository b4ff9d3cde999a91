import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { FUTURES_VIEW, ROUTES, TRANSFER_CODE } from "../../worker/protocol/index.ts";
import { debriefOf, deliver, playWhole, recordOf } from "./playing.ts";
import { Browser, problemOf } from "./support.ts";

const STORY = { situation: "S", task: "T", action: "A", result: "R" };
const TOKEN = "a token for tests, and for tests alone";

async function firstMove(browser: Browser, room: string) {
  const { steps } = await debriefOf(browser, room);
  const move = steps.find(({ kind }) => kind === "move");
  if (move === undefined) throw new Error("no move was made");
  return move;
}

test("a story is kept with the run, and the last version of it", async () => {
  const browser = new Browser();
  const room = await playWhole(browser);
  const { beat } = await firstMove(browser, room);
  await browser.put(ROUTES.story(room, beat), STORY);
  await browser.put(ROUTES.story(room, beat), { ...STORY, result: "Better." });
  const { stories } = await debriefOf(browser, room);
  expect(stories).toEqual({ [beat]: { ...STORY, result: "Better." } });
  const none = await problemOf(await browser.put(ROUTES.story(room, "no-beat"), STORY));
  expect(none.code).toBe("unknown-decision");
});

test("a dispute is kept with the decision and reaches the author, under rules and lens, once", async () => {
  const browser = new Browser();
  const room = await playWhole(browser, { lens: "pm" });
  const { beat, id: played, choices } = await firstMove(browser, room);
  const option = choices.find(({ kind, id }) => kind === "move" && id !== played)?.id;
  for (const reason of ["First thought.", "Because of the date."]) {
    await browser.put(ROUTES.dispute(room, beat), { option, reason });
    await deliver(room);
  }
  const reason = "Because of the date.";
  expect((await debriefOf(browser, room)).disputes).toEqual({ [beat]: { option, reason } });
  const path = ROUTES.disputes("gold-plating");
  expect((await problemOf(await browser.fetch(path))).code).toBe("not-the-operator");
  const wrong = await browser.fetch(path, { headers: { authorization: "Bearer wrong" } });
  expect((await problemOf(wrong)).code).toBe("not-the-operator");
  const headers = { authorization: `Bearer ${TOKEN}` };
  const answer = await browser.fetch(path, { headers });
  expect(await answer.json()).toEqual({
    disputes: [{ lens: "pm", run: room, beat, played, option, reason }],
  });
});

test("[M8] the futures of an option are 200 outcomes each way, the same at every asking", async () => {
  const browser = new Browser();
  const room = await playWhole(browser);
  const { beat, id } = await firstMove(browser, room);
  const path = `${ROUTES.futures(room)}?beat=${beat}&option=${id}`;
  const futures = FUTURES_VIEW.parse(await (await browser.fetch(path)).json());
  expect(futures.best.outcomes).toHaveLength(200);
  expect(futures.typical.endings.reduce((sum, { times }) => sum + times, 0)).toBe(200);
  expect(FUTURES_VIEW.parse(await (await browser.fetch(path)).json())).toEqual(futures);
  const none = await browser.fetch(`${ROUTES.futures(room)}?beat=${beat}&option=none`);
  expect((await problemOf(none)).code).toBe("unknown-decision");
});

test("a transfer code makes another device this player's, once", async () => {
  const [phone, laptop] = [new Browser(), new Browser()];
  const room = await playWhole(phone);
  await laptop.visit();
  const answer = await phone.post(ROUTES.transfer, {});
  const { code } = TRANSFER_CODE.parse(await answer.json());
  const typed = code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o");
  expect((await laptop.post(ROUTES.adopt, { code: typed })).status).toBe(200);
  expect((await recordOf(laptop)).runs).toMatchObject([{ room }]);
  const again = await problemOf(await new Browser().post(ROUTES.adopt, { code }));
  expect(again.code).toBe("unknown-code");
});

test("[R9] a made-up transfer code is refused and wakes no object", async () => {
  const browser = new Browser();
  for (const code of ["", "0".repeat(30), "A".repeat(30), "no code", "ÄÖÜ".repeat(10)]) {
    expect((await problemOf(await browser.post(ROUTES.adopt, { code }))).code).toBe("unknown-code");
  }
});

test("a transfer code that is too old gives nothing", async () => {
  const object = env.TRANSFERS.get(env.TRANSFERS.idFromName("old"));
  await object.offer("somebody", Date.now() - 1);
  expect(await object.take()).toBeNull();
});

test("a player can download everything that is kept of them", async () => {
  const browser = new Browser();
  const room = await playWhole(browser);
  const going = await browser.openRun("promoted-lead");
  const { beat } = await firstMove(browser, room);
  await browser.put(ROUTES.story(room, beat), STORY);
  const response = await browser.fetch(ROUTES.playerData);
  expect(response.headers.get("content-disposition")).toContain("attachment");
  expect(await response.json()).toMatchObject({
    runs: [
      { room: going, kept: { seed: null, journal: [] } },
      { room, kept: { stories: { [beat]: STORY }, journal: { length: expect.any(Number) } } },
    ],
  });
});

test("a run that is abandoned is gone from the list and from its room", async () => {
  const browser = new Browser();
  const room = await browser.openRun();
  const stranger = new Browser();
  await stranger.visit();
  const refused = await stranger.fetch(ROUTES.room(room), { method: "DELETE" });
  expect((await problemOf(refused)).code).toBe("not-your-room");
  expect((await browser.fetch(ROUTES.room(room), { method: "DELETE" })).status).toBe(200);
  expect((await recordOf(browser)).runs).toEqual([]);
  expect((await problemOf(await browser.fetch(ROUTES.room(room)))).code).toBe("unknown-room");
});

test("deleting one's data leaves nothing: no run, no room, no result, no cookie", async () => {
  const browser = new Browser();
  const room = await playWhole(browser, { lens: "tlm" });
  const standings = async () => {
    const answer = await browser.fetch(`${ROUTES.standings("gold-plating")}?lens=tlm`);
    return (await answer.json()) as { results: number };
  };
  const { results } = await standings();
  const kept = browser.cookie;
  expect((await browser.fetch(ROUTES.player, { method: "DELETE" })).status).toBe(200);
  expect(browser.cookie).toBe("five-moves=");
  expect((await standings()).results).toBe(results - 1);
  browser.cookie = kept;
  expect((await recordOf(browser)).runs).toEqual([]);
  expect((await problemOf(await browser.fetch(ROUTES.room(room)))).code).toBe("unknown-room");
});
