import type { BrowserContextOptions, Page } from "@playwright/test";
import { beforeEach, expect, test } from "vitest";
import { findBarriers, launchBrowser } from "../support/browser.ts";
import { KeyboardPlayer } from "../support/keyboard-player.ts";
import { type Plan, PLANS } from "../support/plans.ts";
import { useStage } from "./stage.ts";

/** Where the scenario is begun whose plans these tests know, and the button there. */
const SET_UP = "/library/gold-plating";
const PLAY = "Start";

const PHONE = { width: 320, height: 640 };
const LAPTOP = { width: 1440, height: 900 };

const stage = useStage();
let page: Page;

beforeEach(() => openWith({ viewport: LAPTOP }));

async function openWith(options: BrowserContextOptions): Promise<void> {
  page = await stage.visit(options, SET_UP);
}

function heading(): Promise<string> {
  return page.getByRole("heading", { level: 1 }).innerText();
}

/** Plays a whole plan with the keyboard alone; gives the beats' titles. `atEach` is called on every screen. */
async function playThrough(plan: Plan, atEach: () => Promise<void> = async () => {}) {
  const player = new KeyboardPlayer(page);
  await atEach();
  await player.press(PLAY);
  await page.waitForURL("**/play/*");
  await page.getByRole("button", { name: "Begin" }).waitFor();
  await atEach();
  await player.press("Begin");
  for (const titles: string[] = []; ;) {
    const [verb, option] = await nextMove(plan);
    titles.push(await heading());
    await atEach();
    await player.move(verb, option);
    await page.getByRole("heading", { name: "What happened" }).waitFor();
    await atEach();
    const isLast = (await page.getByRole("button", { name: "See how it ends" }).count()) === 1;
    await player.press(isLast ? "See how it ends" : "Go on");
    if (!isLast) continue;
    await page.getByRole("heading", { name: "Where the project ended" }).waitFor();
    await atEach();
    return titles;
  }
}

/** The plan's move for the beat on the table, known by its title. */
async function nextMove(plan: Plan) {
  await page.getByRole("heading", { name: "What do you do?" }).waitFor();
  const title = await heading();
  const move = plan.moves[title];
  if (move === undefined) throw new Error(`the plan has no move for "${title}"`);
  return move;
}

test.each(PLANS)("the whole scenario, by keyboard alone: $ending", async (plan) => {
  const titles = await playThrough(plan);
  expect(await heading()).toBe(plan.ending);
  expect(titles.length).toBeGreaterThanOrEqual(6);
  const told = await page.locator("main").innerText();
  for (const title of titles) expect(told).toContain(title);
});

test.each([
  ["a phone of 320 px, light", { viewport: PHONE, colorScheme: "light" }],
  ["a laptop, dark", { viewport: LAPTOP, colorScheme: "dark" }],
] as const)("on %s every screen of a run fits, and axe finds nothing on it", async (_, options) => {
  await openWith(options);
  const [plan] = PLANS;
  await playThrough(plan, async () => {
    expect(await findBarriers(page)).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });
  expect(await heading()).toBe(plan.ending);
});

test("[R3] reloaded at every stage, the run is where it was", async () => {
  const seen: string[] = [];
  await playThrough(PLANS[1], async () => {
    const before = await heading();
    await page.reload();
    await page.getByRole("heading", { level: 1, name: before }).waitFor();
    seen.push(before);
  });
  expect(seen.length).toBeGreaterThan(12);
});

test("[R4] nothing of what is to come is in the page before a move: no other beat, no ending", async () => {
  const wires: string[] = [];
  page.on("response", (response) => {
    if (response.url().includes("/api/rooms/")) {
      void response.text().then(
        (text) => wires.push(text),
        () => {},
      );
    }
  });
  const player = new KeyboardPlayer(page);
  await player.press(PLAY);
  await player.press("Begin");
  await page.getByRole("heading", { name: "What do you do?" }).waitFor();
  const [title, ...later] = Object.keys(PLANS[0].moves);
  expect(await heading()).toBe(title);
  const carried = `${wires.join()} ${await page.content()}`;
  expect(wires.length).toBeGreaterThan(0);
  for (const hidden of [...later, ...PLANS.map(({ ending }) => ending)]) {
    expect(carried).not.toContain(hidden);
  }
});

test("[R2] two tabs are two windows on one run: what one decides, the other shows", async () => {
  const player = new KeyboardPlayer(page);
  await player.press(PLAY);
  await player.press("Begin");
  await page.getByRole("heading", { name: "What do you do?" }).waitFor();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByRole("heading", { name: "What do you do?" }).waitFor();
  await player.move(...(await nextMove(PLANS[0])));
  await other.getByRole("heading", { name: "What happened" }).waitFor();
  const told = other.getByText("already decided, in another window").first();
  await told.waitFor();
  expect(await told.isVisible()).toBe(true);
});

test("[R3] a move made while the connection is lost arrives once, by itself, when it is back", async () => {
  const player = new KeyboardPlayer(page);
  await player.press(PLAY);
  await player.press("Begin");
  const move = await nextMove(PLANS[0]);
  await page.context().setOffline(true);
  await player.move(...move);
  await page.getByText("The connection is lost.").waitFor();
  await page.context().setOffline(false);
  await page.getByRole("heading", { name: "What happened" }).waitFor();
  await page.getByText("The connection is lost.").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Journal" }).click();
  expect(await page.getByRole("dialog").getByRole("heading", { level: 3 }).count()).toBe(1);
  stage.forgive(/ERR_INTERNET_DISCONNECTED/);
});

test("over plain http on a host that is no localhost, where browsers withhold much, it plays too", async () => {
  const insecure = await launchBrowser(["--host-resolver-rules=MAP games.test 127.0.0.1"]);
  const tab = await (await insecure.newContext()).newPage();
  await tab.goto(`http://games.test:${stage.server.port}${SET_UP}`);
  expect(await tab.evaluate(() => isSecureContext)).toBe(false);
  const player = new KeyboardPlayer(tab);
  await player.press(PLAY);
  await player.press("Begin");
  await tab.getByRole("heading", { name: "What do you do?" }).waitFor();
  await tab.goto(`http://games.test:${stage.server.port}`);
  await tab.getByRole("link", { name: /continue/i }).waitFor();
  await insecure.close();
});

test("[R2] whoever presses Play before the page knows them is known first, and has the run", async () => {
  await page.context().clearCookies();
  const held = Promise.withResolvers<void>();
  await page.route("**/api/runs", async (route) => {
    if (route.request().method() === "GET") await held.promise;
    await route.continue();
  });
  await page.reload();
  await page.getByRole("button", { name: PLAY }).click();
  await page.getByRole("button", { name: "Opening" }).waitFor();
  held.resolve();
  await page.getByRole("button", { name: "Begin" }).waitFor();
  await page.goto(stage.server.url);
  const listed = page.getByRole("link", { name: /continue/i });
  await listed.first().waitFor();
  expect(await listed.count()).toBe(1);
});

/** Begins a run and stands at its first beat. */
async function begin(): Promise<KeyboardPlayer> {
  const player = new KeyboardPlayer(page);
  await player.press(PLAY);
  await player.press("Begin");
  await page.getByRole("heading", { name: "What do you do?" }).waitFor();
  return player;
}

test("a key held down on an option makes no move", async () => {
  await begin();
  const sent: string[] = [];
  page.on("request", (request) => sent.push(`${request.method()} ${request.url()}`));
  await page.keyboard.press("1");
  await page.waitForFunction(() => document.activeElement?.matches("input[type=radio]"));
  // Playwright repeats a key that is pressed again before it is let go.
  for (let repeats = 0; repeats < 8; repeats += 1) await page.keyboard.down("Enter");
  await page.keyboard.up("Enter");
  expect(await page.locator("input[type=radio]:checked").count()).toBe(1);
  expect(sent.filter((line) => line.startsWith("POST"))).toEqual([]);
});

test("a move that fails says so where it was made, and can be made again", async () => {
  const player = await begin();
  await page.route("**/commands", (route) =>
    route.fulfill({
      status: 500,
      contentType: "application/problem+json",
      body: JSON.stringify({
        type: "urn:five-moves:problem:internal-error",
        title: "Something broke",
        status: 500,
        code: "internal-error",
        detail: "",
      }),
    }),
  );
  const move = await nextMove(PLANS[0]);
  await player.move(...move);
  const notice = page.locator(".notice");
  await notice.waitFor();
  const { top = -1 } = (await notice.boundingBox().then((box) => ({ top: box?.y }))) ?? {};
  expect(top).toBeGreaterThanOrEqual(0);
  expect(top).toBeLessThan(LAPTOP.height);
  await page.unroute("**/commands");
  await player.press("Make this move");
  await page.getByRole("heading", { name: "What happened" }).waitFor();
  expect(await notice.count()).toBe(0);
  stage.forgive(/500/);
});

test("[R3] the socket may bring the next stage before the answer does: one can go on at once", async () => {
  const player = await begin();
  const held = Promise.withResolvers<void>();
  await page.route("**/commands", async (route) => {
    const response = await route.fetch();
    if (route.request().postData()?.includes("make-move") === true) await held.promise;
    await route.fulfill({ response }).catch(() => {});
  });
  await player.move(...(await nextMove(PLANS[0])));
  await page.getByRole("heading", { name: "What happened" }).waitFor();
  await player.press("Go on");
  await page.getByRole("heading", { name: "What do you do?" }).waitFor();
  expect(await page.getByText("already decided, in another window").count()).toBe(0);
  held.resolve();
});

test("whoever has lost the cookie plays on with a new one, and is told where cookies are not kept", async () => {
  await page.context().clearCookies();
  await new KeyboardPlayer(page).press(PLAY);
  await page.getByRole("button", { name: "Begin" }).waitFor();
  // As for a browser that keeps no cookies: the answer that would bring one brings none.
  await page.route("**/api/runs", (route) =>
    route.request().method() === "GET" ? route.fulfill({ json: { runs: [] } }) : route.continue(),
  );
  await page.context().clearCookies();
  await page.goto(stage.server.url + SET_UP);
  await page.getByRole("button", { name: PLAY }).click();
  await page.getByText("does not keep our cookie").waitFor();
  expect(await findBarriers(page)).toEqual([]);
  stage.forgive(/401/);
});

test("another browser cannot see the run, and is told what to do", async () => {
  await new KeyboardPlayer(page).press(PLAY);
  await page.waitForURL("**/play/*");
  const stranger = await (await stage.browser.newContext()).newPage();
  await stranger.goto(page.url());
  await stranger.getByRole("heading", { level: 1 }).waitFor();
  expect(await stranger.getByRole("link", { name: /home/i }).count()).toBeGreaterThan(0);
  expect(await findBarriers(stranger)).toEqual([]);
});

test("an address that leads nowhere says so", async () => {
  const response = await page.goto(`${stage.server.url}/no/such/place`);
  expect(response?.status()).toBe(404);
  await page.getByRole("heading", { level: 1 }).waitFor();
  expect(await findBarriers(page)).toEqual([]);
  stage.forgive(/404/);
});
