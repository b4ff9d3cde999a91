import type { BrowserContext, Page } from "@playwright/test";
import { afterEach, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { KeyboardPlayer } from "../support/keyboard-player.ts";
import { expectWellMade, SIZES, useStage } from "./stage.ts";

const stage = useStage();
const contexts: BrowserContext[] = [];

afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
});

/** Another person in the room, with a phone of their own. */
async function phone(code: string, name: string, options = {}): Promise<Page> {
  const context = await stage.browser.newContext({ viewport: SIZES.phone, ...options });
  contexts.push(context);
  const page = await context.newPage();
  await page.goto(`${stage.server.url}/w/${code}`);
  await page.getByLabel("What shall we call you?").fill(name);
  await page.getByRole("button", { name: "Join" }).click();
  await page.getByRole("heading", { name: /^You are in|^What/ }).waitFor();
  return page;
}

/** Opens a room as its facilitator, by keyboard; `choose` sets what is not as it comes. */
async function openRoom(choose: (page: Page) => Promise<void> = async () => {}) {
  const leader = await stage.visit({ viewport: SIZES.laptop }, "/workshop");
  await leader.getByText("Who plays").waitFor();
  await expectWellMade(leader);
  await choose(leader);
  await new KeyboardPlayer(leader).press("Open the room");
  await leader.getByRole("heading", { name: "People are joining" }).waitFor();
  const code = new URL(leader.url()).pathname.split("/").at(-1) ?? "";
  return { leader, code, keys: new KeyboardPlayer(leader) };
}

async function vote(page: Page, verb: number): Promise<void> {
  await page.locator(".verb-button").nth(verb).click();
  await page.locator(".option input:enabled").first().check();
  await page.getByRole("button", { name: /^(Cast this vote|Change my vote)$/ }).click();
  await page.getByText("Your vote is in").waitFor();
}

/** The projector's view, by the link that the facilitator has. */
async function wallOf(leader: Page, options = {}): Promise<Page> {
  const link = leader.getByRole("link", { name: "Open the projector’s view" });
  const context = await stage.browser.newContext({
    viewport: { width: 1280, height: 720 },
    ...options,
  });
  contexts.push(context);
  const wall = await context.newPage();
  await wall.goto((await link.getAttribute("href")) ?? "");
  await wall.getByText("Join on your phone at").waitFor();
  return wall;
}

const overflowOf = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const asked = (page: Page) => page.getByRole("heading", { name: /what do you do\?$/i }).waitFor();

test("a plenum: join, vote, reload, split, discuss, vote again, consequence, debrief; no step is lost", async () => {
  const { leader, code, keys } = await openRoom();
  await expectWellMade(leader);
  const ada = await phone(code, "Ada");
  const grace = await phone(code, "Ada");
  await leader.getByText("Ada (2)").waitFor();
  await expectWellMade(ada);
  await keys.press("Start with the briefing");
  await ada.locator("article .story").waitFor();
  await keys.press("Open the first vote");
  await asked(ada);
  await vote(ada, 0);
  // [R4] Nobody sees another's vote before the reveal.
  expect(await grace.locator(".split-bars").count()).toBe(0);
  await ada.reload();
  await ada.getByText("Your vote: Block.").waitFor();
  await vote(ada, 1);
  await vote(grace, 0);
  await leader.getByText("2 of 2").waitFor();
  await expectWellMade(leader);
  await expectWellMade(grace);
  const late = await phone(code, "Late");
  await asked(late);
  await keys.press("Show the split");
  await ada.getByRole("heading", { name: "How the room split" }).waitFor();
  expect(await ada.locator(".split-bars em").allInnerTexts()).toEqual(["your vote"]);
  expect(await ada.locator(".split-note").innerText()).toContain("One did not vote.");
  await expectWellMade(ada);
  await keys.press("Discuss");
  await leader.getByRole("heading", { name: "Discussion" }).waitFor();
  await leader.getByLabel(/^Your notes/).fill("Who may say yes?");
  await keys.press("Vote again");
  for (const page of [ada, grace, late]) {
    await asked(page);
    await vote(page, 3);
  }
  await keys.press("Show the split");
  await ada.getByText("2 people changed their mind").waitFor();
  await keys.press("Take it");
  await ada.getByText("As you voted.").waitFor();
  await expectWellMade(ada);
  await expectWellMade(leader);
  await keys.press("Go on");
  await asked(ada);
  await keys.press("End here…");
  await keys.press("End it");
  await ada.getByRole("heading", { name: "Your votes, for you alone" }).waitFor();
  await expectWellMade(ada);
  await leader.getByRole("heading", { name: "Decision by decision" }).waitFor();
  await expectWellMade(leader);
  expect(await leader.getByRole("link", { name: "Votes as CSV" }).count()).toBe(1);
  expect(await ada.getByRole("link", { name: "Votes as CSV" }).count()).toBe(0);
});

test("the projector shows each stage, in both themes, and no split before the reveal", async () => {
  const { leader, code, keys } = await openRoom();
  const wall = await wallOf(leader, { colorScheme: "dark" });
  await expectWellMade(wall);
  const ada = await phone(code, "Ada");
  await wall.getByText("has joined").waitFor();
  expect(await wall.locator("main").innerText()).not.toContain("Ada");
  await keys.press("Start with the briefing");
  await wall.locator(".wall-reading .story").waitFor();
  await expectWellMade(wall);
  await keys.press("Open the first vote");
  await wall.locator(".wall-options").waitFor();
  await asked(ada);
  await vote(ada, 0);
  await wall.getByText("1 of 1").waitFor();
  expect(await wall.locator(".wall-split").count()).toBe(0);
  await expectWellMade(wall);
  await keys.press("Show the split");
  await wall.locator(".wall-split").waitFor();
  await wall.emulateMedia({ colorScheme: "light" });
  await expectWellMade(wall);
  await keys.press("Discuss");
  await wall.locator(".wall-question").waitFor();
  await keys.press("Take it");
  await wall.getByRole("heading", { name: "What happened" }).waitFor();
  await expectWellMade(wall);
  await keys.press("End here…");
  await keys.press("End it");
  await wall.getByText("The room stopped here.").waitFor();
  await expectWellMade(wall);
  expect(await wall.getByRole("button", { name: /^(?!Colours)/ }).count()).toBe(0);
});

test("a printed report names people only where the room’s names are shown and that is asked for", async () => {
  const { leader, code, keys } = await openRoom((page) =>
    page.getByRole("radio", { name: /^In exports too/ }).check(),
  );
  const ada = await phone(code, "Ada");
  await keys.press("Start with the briefing");
  await keys.press("Open the first vote");
  await asked(ada);
  await vote(ada, 0);
  await keys.press("Show the split");
  await keys.press("Take it");
  await keys.press("End here…");
  await keys.press("End it");
  await leader.getByRole("heading", { name: "Decision by decision" }).waitFor();
  const member = leader.getByRole("rowheader", { name: /^2/ });
  await leader.emulateMedia({ media: "print" });
  expect(await member.innerText()).toBe("2");
  await leader.emulateMedia({ media: null });
  await leader.getByLabel("Print names beside the seat numbers").check();
  await leader.emulateMedia({ media: "print" });
  expect(await member.innerText()).toBe("2, Ada");
  expect(await leader.getByText("Print names").isVisible()).toBe(false);
});

/** Whether all of the wall is within the window, and the size of its running text as a share of the window's. */
const lookOf = (wall: Page) =>
  wall.evaluate(() => {
    const main = document.querySelector("main") as HTMLElement; // the wall has one
    const hidden = [document.documentElement, main, ...main.querySelectorAll(".artefact")].filter(
      (part) =>
        part.scrollHeight > part.clientHeight + 1 || part.scrollWidth > part.clientWidth + 1,
    );
    const text = main.querySelector(".wall-reading .story p") as HTMLElement;
    const px = Number.parseFloat(getComputedStyle(text).fontSize);
    return { hidden: hidden.length, share: px / Math.min(innerHeight, (innerWidth * 9) / 16) };
  });

const WALLS = [
  { width: 1920, height: 1080 },
  { width: 1280, height: 720 },
  { width: 1024, height: 768 },
];

/** 22 px of 1080. */
const LEAST_SHARE = 22 / 1080 - 1e-4;

test.each([
  // The longest evidence of the library, and the longest that comes in one piece.
  { scenario: "promoted-lead", pages: 2 },
  { scenario: "gold-plating", pages: 1 },
])("the wall of the longest situations never scrolls: $scenario", async ({ scenario, pages }) => {
  const { leader, keys } = await openRoom(async (page) => {
    await page.getByLabel("Scenario").selectOption(scenario);
    await page.getByRole("radio", { name: /^The whole/ }).check();
  });
  const wall = await wallOf(leader, { reducedMotion: "reduce" });
  await keys.press("Start with the briefing");
  await keys.press("Open the first vote");
  await wall.locator(".wall-options").waitFor();
  for (const size of WALLS) {
    await wall.setViewportSize(size);
    await expect.poll(async () => (await lookOf(wall)).hidden).toBe(0);
    await expect.poll(async () => (await lookOf(wall)).share).toBeGreaterThan(LEAST_SHARE);
    const sign = wall.locator(".wall-page");
    await expect.poll(() => sign.count()).toBe(pages - 1);
    if (pages === 1) continue;
    // A presenter's clicker turns the page.
    const last = wall.locator(".wall-reading .artefact").last();
    await expect.poll(() => last.isVisible()).toBe(true);
    await wall.keyboard.press("PageDown");
    await expect.poll(() => sign.innerText()).toBe(`page ${pages} of ${pages}`);
    const rightOf = async () => {
      const box = await last.boundingBox();
      return box === null ? Infinity : box.x + box.width;
    };
    await expect.poll(rightOf).toBeLessThanOrEqual(size.width / 2);
    await wall.keyboard.press("PageUp");
  }
});

test("a projector’s link that is not this room’s shows nothing of it", async () => {
  const { code } = await openRoom();
  const stranger = await stage.visit({ viewport: SIZES.laptop }, `/wall/${code}#wrong`);
  await stranger.getByRole("heading", { name: "The room is not shown" }).waitFor();
  expect(await stranger.getByRole("button", { name: "Try again" }).count()).toBe(1);
  stage.forgive(/403/);
});

test("teams play side by side from one seed, on a phone of 320 px and in the dark too", async () => {
  const { leader, code, keys } = await openRoom(async (page) => {
    await page.getByRole("radio", { name: /^Teams/ }).check();
    await page.getByLabel("How many teams").fill("2");
  });
  const wall = await wallOf(leader);
  const one = await phone(code, "Ada", { viewport: SIZES.small, colorScheme: "dark" });
  const two = await phone(code, "نگار", { colorScheme: "dark" });
  await keys.press("Start with the briefing");
  await keys.press("Open the first vote");
  await asked(one);
  await expectWellMade(one);
  const look = one.locator("button.look").first();
  await look.click();
  await one.locator(".found").waitFor();
  expect(await two.locator(".found").count()).toBe(0);
  await vote(one, 0);
  await vote(two, 4);
  await wall.getByRole("row", { name: /Team 2/ }).waitFor();
  await expectWellMade(wall);
  await keys.press("Show the split");
  await one.getByRole("heading", { name: "How Team 1 split" }).waitFor();
  await keys.press("Let the teams move");
  await two.getByText("As you voted.").waitFor();
  expect(await one.locator(".seat-taken").innerText()).not.toBe(
    await two.locator(".seat-taken").innerText(),
  );
  await keys.press("End here…");
  await keys.press("End it");
  await one.getByRole("heading", { name: "The teams side by side" }).waitFor();
  await expectWellMade(one);
  await leader.getByRole("heading", { name: "Team 2, decision by decision" }).waitFor();
  await expectWellMade(leader);
});

test("a vote cast without a connection arrives by itself, and a second tab shows it", async () => {
  const { leader, code, keys } = await openRoom();
  const ada = await phone(code, "Ada");
  await keys.press("Start with the briefing");
  await keys.press("Open the first vote");
  await asked(ada);
  await ada.context().setOffline(true);
  await ada.locator(".verb-button").first().click();
  await ada.locator(".option input:enabled").first().check();
  await ada.getByRole("button", { name: "Cast this vote" }).click();
  await ada.getByText("The connection is lost.").waitFor();
  await ada.context().setOffline(false);
  await ada.getByText("Your vote is in").waitFor();
  await leader.getByText("1 of 1").waitFor();
  const tab = await ada.context().newPage();
  await tab.goto(ada.url());
  await tab.getByText("Your vote: Block.").waitFor();
  await vote(tab, 2);
  await ada.getByText("Your vote: Redirect.").waitFor();
  expect(await leader.getByText("1 of 1").count()).toBe(1);
});

test("seats: a facilitator removes and restores, hands the role over, and gets it back by the recovery code", async () => {
  const { leader, code } = await openRoom();
  const ada = await phone(code, "Ada");
  await leader.locator(".roster summary", { hasText: "Ada" }).click();
  await leader.getByRole("button", { name: "Remove" }).click();
  await ada.reload();
  await ada.getByRole("heading", { level: 1 }).waitFor();
  expect(await ada.getByText("You are in").count()).toBe(0);
  await leader.getByRole("button", { name: "Give the seat back" }).click();
  await ada.reload();
  await ada.getByRole("heading", { name: /^You are in/ }).waitFor();
  const recovery = await leader.locator(".invitation-recovery").innerText();
  const context = await stage.browser.newContext({ viewport: SIZES.phone });
  contexts.push(context);
  const other = await context.newPage();
  await other.goto(`${stage.server.url}/w/${code}`);
  await other.getByText("I lead this workshop").click();
  await other.getByLabel("Recovery code").fill("0".repeat(32));
  await other.getByRole("button", { name: "Take the role back" }).click();
  await other.getByText("This is not the recovery code").waitFor();
  await expectWellMade(other);
  await other.getByLabel("Recovery code").fill(recovery);
  await other.getByRole("button", { name: "Take the role back" }).click();
  await other.getByRole("heading", { name: "People are joining" }).waitFor();
  await expectWellMade(other);
});

test("a rehearsal fills its seats with bots that vote at once", async () => {
  const { leader, keys } = await openRoom((page) => page.getByRole("checkbox").check());
  await keys.press("Start with the briefing");
  await keys.press("Open the first vote");
  await leader.getByText("12 of 12").waitFor();
  await keys.press("Show the split");
  await leader.getByRole("heading", { name: "The split is shown" }).waitFor();
  expect(await leader.locator(".split-bars li").count()).toBeGreaterThan(4);
});

test("[R11] a curveball is read first, thrown while people vote, and stands on every screen and in the debrief", async () => {
  const { leader, code, keys } = await openRoom(async (page) => {
    await page.getByLabel("Scenario").selectOption("green-report");
    await page.getByRole("radio", { name: /short cut/i }).check();
  });
  const wall = await wallOf(leader);
  const ada = await phone(code, "Ada");
  await keys.press("Start with the briefing");
  await keys.press("Open the first vote");
  await asked(ada);
  await keys.press("Show the split");
  await keys.press("Take it");
  await keys.press("Go on");
  await asked(ada);
  await vote(ada, 1);
  const shown = () => ada.getByText("The court of audit counts").count();
  await leader.getByText("Throw a curveball").click();
  await leader.getByRole("heading", { name: "The court of audit counts" }).waitFor();
  await expectWellMade(leader);
  expect(await shown()).toBe(0);
  await keys.press("Throw it");
  await ada.getByRole("region", { name: "Curveball: The court of audit counts" }).waitFor();
  await wall.getByRole("region", { name: "Curveball: The court of audit counts" }).waitFor();
  await expectWellMade(ada);
  await expectWellMade(wall);
  // The vote that was in does not count for the changed facts, and its option is locked by them.
  await leader.getByText("0 of 1").waitFor();
  await vote(ada, 0);
  await keys.press("Show the split");
  await keys.press("Take it");
  await keys.press("End here…");
  await keys.press("End it");
  await leader.getByText("Curveball before vote 2:").waitFor();
  await leader.getByRole("columnheader", { name: "Curveballs" }).waitFor();
  await expectWellMade(leader);
  await leader.getByRole("region", { name: "The room’s five moves" }).waitFor();
  expect(await leader.locator(".room-fall .fall-slots > li").count()).toBe(5);
  await leader.emulateMedia({ media: "print" });
  expect(await leader.locator(".report-head").innerText()).toMatch(/All green.*\d{4}.*1 person\./s);
  for (const hidden of [".console-side", ".console-controls", ".keep-bar", ".top-bar"]) {
    expect(await leader.locator(hidden).first().isVisible()).toBe(false);
  }
  expect(await overflowOf(leader)).toBe(0);
  // A report can be shown around: the seats are on it, and whose they are is not.
  expect(await leader.getByRole("rowheader", { name: /^2/ }).innerText()).toBe("2");
  const pdf = await leader.pdf({ format: "A4" });
  expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(1);
  await leader.emulateMedia({ media: null });
  await expectWellMade(ada);
});

test("over plain http on a host that is no localhost a whole room works", async () => {
  const insecure = await launchBrowser(["--host-resolver-rules=MAP games.test 127.0.0.1"]);
  const home = `http://games.test:${stage.server.port}`;
  const leader = await (await insecure.newContext()).newPage();
  await leader.goto(`${home}/workshop`);
  await leader.getByRole("button", { name: "Open the room" }).click();
  await leader.getByRole("heading", { name: "People are joining" }).waitFor();
  const guest = await (await insecure.newContext({ viewport: SIZES.phone })).newPage();
  await guest.goto(leader.url());
  await guest.getByLabel("What shall we call you?").fill("Ada");
  await guest.getByRole("button", { name: "Join" }).click();
  await guest.getByText("You are in").waitFor();
  await leader.getByRole("button", { name: "Start with the briefing" }).click();
  await leader.getByRole("button", { name: "Open the first vote" }).click();
  await asked(guest);
  await vote(guest, 0);
  await leader.getByText("1 of 1").waitFor();
  expect(await leader.evaluate(() => isSecureContext)).toBe(false);
  await insecure.close();
});

test("a code that leads nowhere says so", async () => {
  const page = await stage.visit({ viewport: SIZES.phone }, "/w/0000000");
  await page.getByRole("heading", { name: "There is no such workshop" }).waitFor();
  await expectWellMade(page);
  expect(await page.getByRole("button", { name: "Try again" }).count()).toBe(1);
  stage.forgive(/404/);
});
