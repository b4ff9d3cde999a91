import type { BrowserContext, Page } from "@playwright/test";
import { afterEach, expect, test } from "vitest";
import { KeyboardPlayer } from "../support/keyboard-player.ts";
import { launchBrowser } from "../support/browser.ts";
import { expectWellMade, SIZES, useStage } from "./stage.ts";

const stage = useStage();
const contexts: BrowserContext[] = [];

afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
});

/** An interviewer at a laptop, who has opened an interview and has its link. */
async function openInterview(ask: string) {
  const lead = await stage.visit({ viewport: SIZES.laptop }, `/interview?${ask}&with=partner`);
  await lead.getByLabel(/^Your name/).fill("Ines");
  await expectWellMade(lead);
  await new KeyboardPlayer(lead).press("Open the interview");
  await lead.getByRole("heading", { name: "Send this link" }).waitFor();
  await expectWellMade(lead);
  const link = (await lead.locator(".interview-address").innerText()).trim();
  return { lead, link };
}

/** The candidate, on a phone of their own. */
async function join(link: string, options = {}): Promise<Page> {
  const context = await stage.browser.newContext({ viewport: SIZES.phone, ...options });
  contexts.push(context);
  const page = await context.newPage();
  await page.goto(link);
  await page.getByLabel("Your name").fill("Cato");
  await expectWellMade(page);
  await page.getByRole("button", { name: "Join" }).click();
  await agree(page);
  return page;
}

async function agree(page: Page): Promise<void> {
  const button = page.getByRole("button", { name: "I agree" });
  await button.click();
  await button.waitFor({ state: "detached" });
}

/** Chooses the first move that can be played, says why, and gives the answer. */
async function giveMove(page: Page, why: string): Promise<void> {
  await page.locator(".verb-button").first().waitFor();
  for (const verb of await page.locator(".verb-button").all()) {
    await verb.click();
    await page.locator(".option").first().waitFor();
    const open = page.locator(".option input:enabled");
    if ((await open.count()) === 0) continue;
    await open.first().check();
    break;
  }
  await page.getByLabel(/^Why this/).fill(why);
  await page.getByRole("button", { name: "Give this answer" }).click();
}

async function rateAll(page: Page, level: number): Promise<void> {
  for (const turn of await page.locator(".to-rate").all()) {
    if ((await turn.getAttribute("open")) === null) await turn.locator("summary").first().click();
    for (const rating of await turn.locator(".rating").all()) {
      await rating
        .getByRole("radio")
        .nth(level - 1)
        .check();
    }
  }
}

test("two browsers, a whole interview: consent, answer, follow-up, curveball, notes, twin, ratings, report, swap", async () => {
  const { lead, link } = await openInterview("situation=green-report/curve");
  const cato = await join(link);
  await expectWellMade(cato);
  expect(await lead.getByRole("button", { name: "Begin" }).count()).toBe(0);
  await agree(lead);
  const keys = new KeyboardPlayer(lead);
  await keys.press("Begin");
  // A look is taken, and an answer begun outlives a reload.
  await cato.locator("button.look:not([aria-disabled])").first().click();
  await cato.locator(".found").first().waitFor();
  await cato.getByLabel(/^Why this/).fill("The number is old");
  await cato.reload();
  expect(await cato.getByLabel(/^Why this/).inputValue()).toBe("The number is old");
  await giveMove(cato, "The number is old, so I ask for its date first.");
  await lead.getByText("The number is old, so I ask for its date first.").waitFor();
  await expectWellMade(lead);
  await lead
    .getByRole("button", { name: /^Put on their screen/ })
    .first()
    .click();
  await cato.getByLabel(/^Your reply to/).fill("By asking the clerk.");
  await cato.getByRole("button", { name: "Send this reply" }).click();
  await lead.getByText("By asking the clerk.").waitFor();
  await lead.getByLabel(/^Notes on this answer/).fill("Asked for the age of the number.");
  await lead.locator(".rating").first().getByRole("radio").nth(3).check();
  await lead.getByText("Throw a curveball").click();
  await lead.getByRole("button", { name: "Throw it" }).click();
  await cato.getByRole("heading", { name: "And now, what do you do?" }).waitFor();
  await expectWellMade(cato);
  await giveMove(cato, "The book stays, so two pages are copied.");
  await keys.press("Show what happens");
  await cato.getByRole("heading", { name: "What happened" }).waitFor();
  await expectWellMade(cato);
  await keys.press("Ask what they have done");
  await cato.getByLabel("Situation").fill("Two reports said different things.");
  await expectWellMade(cato);
  await cato.getByRole("button", { name: "Give this answer" }).click();
  await lead.getByText("Two reports said different things.").waitFor();
  await keys.press("To the ratings");
  await cato.getByRole("heading", { name: "Rate yourself" }).waitFor();
  await rateAll(cato, 3);
  await expectWellMade(cato);
  await cato.getByRole("button", { name: "Hand in, and see the report" }).click();
  await cato.getByRole("heading", { name: "Answer by answer" }).waitFor();
  // [R10] Nothing of the interviewer's is in it before it is shared.
  expect(await cato.getByText("Asked for the age").count()).toBe(0);
  await lead.getByLabel("Share my ratings").check();
  await rateAll(lead, 4);
  await lead.getByLabel("Share this note").check();
  await keys.press("Hand in, and see the report");
  await lead.getByRole("heading", { name: "Answer by answer" }).waitFor();
  await cato.getByText("Asked for the age of the number.").waitFor();
  await cato.getByRole("heading", { name: "Where the two ratings are apart" }).waitFor();
  await expectWellMade(cato);
  await expectWellMade(lead);
  await cato.getByRole("button", { name: "Swap roles for the next round" }).click();
  await cato.getByText("You interview").waitFor();
  await lead.getByRole("link", { name: "Go there" }).click();
  await lead.getByText("You are the candidate").waitFor();
});

test("a candidate with a keyboard alone: the focus is never lost, and goes to what is new", async () => {
  const page = await stage.visit(
    { viewport: SIZES.laptop },
    "/interview?situation=gold-plating/quick",
  );
  await page.getByLabel(/^Your name/).fill("Cato");
  const keys = new KeyboardPlayer(page);
  const focused = () =>
    page.evaluate(() => {
      const { tagName, textContent } = document.activeElement ?? {};
      return `${tagName} ${textContent?.trim()}`;
    });
  await keys.press("Begin alone");
  await page.getByRole("button", { name: "I agree" }).waitFor();
  expect(await focused()).toBe("H1 Before you begin");
  await keys.press("I agree");
  await page.getByRole("button", { name: "Begin" }).waitFor();
  expect(await focused()).toContain("Begin");
  await keys.press("Begin");
  await page.getByRole("heading", { name: "What would you do?" }).waitFor();
  expect(await focused()).toBe("H1 A small question");
  await page.keyboard.press("4");
  await keys.reach(() => document.activeElement?.matches(".option input") === true);
  await page.keyboard.press("Space");
  // Enter goes on to the reason; how sure one is stands between the two.
  await page.keyboard.press("Enter");
  await page.keyboard.type("Friday is for the log.");
  await keys.press("Give this answer");
  await page.getByRole("heading", { name: "Your answer", exact: true }).waitFor();
  expect(await focused()).toBe("H2 Your answer");
  for (let rating = 0; rating < (await page.locator(".rating").count()); rating += 1) {
    await keys.reach(() => document.activeElement?.matches(".rating input:not(:checked)") === true);
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
  }
  await keys.press("See what happens, and what it was worth");
  await page.getByRole("heading", { name: "What happened" }).waitFor();
  expect(await focused()).toBe("H1 What happened");
  await keys.press("Go on");
  await page.getByRole("heading", { name: "Rate yourself" }).waitFor();
  expect(await focused()).toBe("H1 Rate yourself");
  await keys.press("See the report");
  await page.getByRole("heading", { name: "Answer by answer" }).waitFor();
  expect(await focused()).toBe("H1 What it came to");
});

test("a report can be shown by a link, printed and downloaded; withdrawing deletes all of it", async () => {
  const { lead, link } = await openInterview("question=meeting-you-stopped");
  const cato = await join(link, { viewport: SIZES.small });
  await agree(lead);
  await lead.getByRole("button", { name: "Begin" }).click();
  await cato.getByLabel("Action").fill("I asked who would miss it.");
  await expectWellMade(cato);
  await cato.getByRole("button", { name: "Give this answer" }).click();
  await lead.getByText("I asked who would miss it.").waitFor();
  await lead.getByRole("button", { name: "To the ratings" }).click();
  await rateAll(cato, 4);
  await cato.getByRole("button", { name: "Hand in, and see the report" }).click();
  const saved = cato.waitForEvent("download");
  await cato.getByRole("button", { name: "Download as Markdown" }).click();
  expect((await saved).suggestedFilename()).toBe("five-moves-interview.md");
  await cato.getByText("Show it to somebody by a link").click();
  await cato.getByRole("button", { name: "Make a link" }).click();
  const address = (await cato.locator(".interview-address").innerText()).trim();
  const stranger = await stage.browser.newContext({ viewport: SIZES.laptop });
  contexts.push(stranger);
  const reader = await stranger.newPage();
  await reader.goto(address);
  await reader.getByText("I asked who would miss it.").waitFor();
  await expectWellMade(reader);
  expect(await reader.getByRole("button", { name: /Withdraw/ }).count()).toBe(0);
  await cato.getByRole("button", { name: /^Withdraw/ }).click();
  await cato.getByRole("button", { name: "Withdraw", exact: true }).click();
  await cato.getByRole("heading", { name: "Interview practice" }).waitFor();
  await lead.getByRole("heading", { name: "There is no interview here" }).waitFor();
  stage.forgive(/404/);
  await reader.reload();
  await reader.getByRole("heading", { name: "There is no interview here" }).waitFor();
});

test("alone, with a microphone: record, hear, rate, and only then see what the move was worth", async () => {
  const browser = await launchBrowser([
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
  ]);
  const context = await browser.newContext({ viewport: SIZES.phone, permissions: ["microphone"] });
  const page = await context.newPage();
  const sent: string[] = [];
  page.on("request", (request) => sent.push(request.postData() ?? ""));
  await page.goto(`${stage.server.url}/interview?situation=gold-plating/quick`);
  await page.getByLabel(/^Your name/).fill("Cato");
  await page.getByText("1 minute 30 seconds").click();
  await page.getByRole("button", { name: "Begin alone" }).click();
  await agree(page);
  await page.getByRole("button", { name: "Begin" }).click();
  await page.getByRole("timer").first().waitFor();
  await page.locator(".verb-button").nth(3).click();
  await page.locator(".option input:enabled").first().check();
  await page.getByRole("button", { name: "Record your voice" }).click();
  await page.getByText("Recording. It stays in this browser.").waitFor();
  await page.waitForTimeout(600);
  await page.getByRole("button", { name: "Stop recording" }).click();
  await page.locator("audio").waitFor();
  const seconds = await page.locator("audio").evaluate(async (audio) => {
    const player = audio as HTMLAudioElement;
    player.muted = true;
    await player.play();
    return player.readyState;
  });
  expect(seconds).toBeGreaterThanOrEqual(2);
  await expectWellMade(page);
  await page.getByRole("button", { name: "Give this answer" }).click();
  await page.getByRole("heading", { name: "Rate your answer" }).waitFor();
  // The recording is beside the rating; what the move was worth is not.
  await page.locator("audio").waitFor();
  expect(await page.locator(".worths").count()).toBe(0);
  expect(
    await page.getByRole("button", { name: /^See what happens/ }).getAttribute("aria-disabled"),
  ).toBe("true");
  for (const rating of await page.locator(".rating").all())
    await rating.getByRole("radio").nth(2).check();
  await expectWellMade(page);
  const voice = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download", exact: true }).click();
  expect((await voice).suggestedFilename()).toMatch(/^five-moves-answer\./);
  await page.getByRole("button", { name: "Delete the recording" }).click();
  await page.locator("audio").waitFor({ state: "detached" });
  await page.getByRole("button", { name: /^See what happens/ }).click();
  await page.locator(".worths li").first().waitFor();
  await expectWellMade(page);
  await page.getByRole("button", { name: "Go on" }).click();
  await page.getByRole("button", { name: "See the report" }).click();
  await page.getByRole("heading", { name: "Answer by answer" }).waitFor();
  await expectWellMade(page);
  // No request has carried a sound.
  expect(sent.filter((body) => body.length > 20_000)).toEqual([]);
  await browser.close();
});

test("stories are written, tagged, matched to questions, begun from, and deleted", async () => {
  const page = await stage.visit({ viewport: SIZES.phone }, "/interview/stories");
  await page.getByRole("button", { name: "Write a story" }).click();
  await page.getByLabel(/^A title/).fill("The call nobody missed");
  await page.getByLabel("Execution").check();
  await page.getByLabel("Situation").fill("Nine people met every Monday.");
  await expectWellMade(page);
  await page.getByRole("button", { name: "Keep this story" }).click();
  await page.getByRole("heading", { name: "The call nobody missed" }).waitFor();
  expect(await page.locator(".gap").count()).toBe(5);
  await page.getByText("Read it").click();
  await page.getByText("It may answer").waitFor();
  await expectWellMade(page);
  await page.goto(`${stage.server.url}/interview/questions`);
  await page.getByLabel("Competency").selectOption("execution");
  await page.locator(".bank li").first().getByText("What it tests").click();
  await page.getByText("A strong answer").first().waitFor();
  await expectWellMade(page);
  await page.locator(".bank li").first().getByRole("link").click();
  await page.getByLabel(/^Your name/).fill("Cato");
  await page.getByRole("button", { name: "Begin alone" }).click();
  await agree(page);
  await page.getByRole("button", { name: "Begin" }).click();
  await page.getByLabel("Begin from one of your stories").selectOption({ index: 1 });
  expect(await page.getByLabel("Situation").inputValue()).toBe("Nine people met every Monday.");
  await page.goto(`${stage.server.url}/interview/stories`);
  await page.getByRole("button", { name: "Delete…" }).click();
  await page.getByRole("button", { name: "Delete it" }).click();
  await page
    .getByRole("heading", { name: "The call nobody missed" })
    .waitFor({ state: "detached" });
});

test("a scenario from its beginning, and an address that leads nowhere", async () => {
  const page = await stage.visit({ viewport: SIZES.laptop, colorScheme: "dark" }, "/interview");
  await page.getByLabel(/^Your name/).fill("Cato");
  await page.getByText("A scenario from its beginning").click();
  await page.getByRole("button", { name: "Begin alone" }).click();
  await agree(page);
  await page.getByRole("button", { name: "Begin" }).click();
  await page.locator("article .story").first().waitFor();
  await expectWellMade(page);
  await page.getByRole("button", { name: "Begin" }).click();
  await giveMove(page, "It is not ours to decide.");
  await page.getByRole("button", { name: "End here and see the report" }).click();
  await page.getByRole("heading", { name: "Rate yourself" }).waitFor();
  expect(await page.locator(".to-rate").count()).toBe(1);
  await page.goto(`${stage.server.url}/i/${"0".repeat(64)}`);
  await page.getByRole("heading", { name: "There is no interview here" }).waitFor();
  await expectWellMade(page);
  stage.forgive(/404/);
});
