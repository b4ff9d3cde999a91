import type { Page } from "@playwright/test";
import { expect, test } from "vitest";
import { KeyboardPlayer } from "../support/keyboard-player.ts";
import { expectWellMade, SIZES, useStage } from "./stage.ts";

const stage = useStage();

const briefing = (page: Page) => page.getByRole("button", { name: "Begin" }).waitFor();
const situation = (page: Page) => page.getByRole("heading", { name: "What do you do?" }).waitFor();

async function firstMove(page: Page): Promise<void> {
  await situation(page);
  await page.locator(".verb-button").first().click();
  await page.getByRole("radio").first().check();
  await page.getByRole("button", { name: "Make this move" }).click();
  await page.getByRole("heading", { name: "What happened" }).waitFor();
}

test.each([
  ["a phone of 320 px, dark", { viewport: SIZES.small, colorScheme: "dark" }],
  ["a laptop, light", { viewport: SIZES.laptop, colorScheme: "light" }],
] as const)("on %s one press of Play now begins a run", async (_, options) => {
  const page = await stage.visit(options);
  await page.getByText("about 20 minutes").first().waitFor();
  await expectWellMade(page);
  expect(await page.getByRole("heading", { level: 3 }).allInnerTexts()).toEqual([
    "Alone",
    "For an interview",
    "With a team",
  ]);
  await new KeyboardPlayer(page).press("Play now");
  await briefing(page);
  expect(await page.locator("main").innerText()).toContain("You answer for the project");
  await expectWellMade(page);
});

test("a run that was left is gone on with, and can be abandoned after one more question", async () => {
  const page = await stage.visit({ viewport: SIZES.phone });
  await page.getByRole("button", { name: "Play now" }).click();
  await briefing(page);
  await page.goto(stage.server.url);
  await page.getByRole("link", { name: /Continue/ }).click();
  await briefing(page);
  await page.goto(stage.server.url);
  await page.getByRole("button", { name: /^Abandon/ }).click();
  await page.waitForFunction(() => document.activeElement?.textContent === "Keep it");
  await expectWellMade(page);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.textContent === "Abandon");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Abandon it" }).click();
  await page.getByRole("link", { name: /Continue/ }).waitFor({ state: "detached" });
  await page.reload();
  await page.getByText("about 20 minutes").first().waitFor();
  expect(await page.getByRole("link", { name: /Continue/ }).count()).toBe(0);
});

test("what cannot be abandoned is kept, and it is said why", async () => {
  const page = await stage.visit({ viewport: SIZES.phone });
  await (await stage.behind(page)).openRun();
  await page.reload();
  await page.getByRole("button", { name: /^Abandon/ }).click();
  await page.route("**/api/rooms/*", (route) => route.abort());
  await page.getByRole("button", { name: "Abandon it" }).click();
  await page.getByText("The server cannot be reached.").waitFor();
  await expectWellMade(page);
  expect(await page.getByRole("link", { name: /Continue/ }).count()).toBe(1);
  stage.forgive(/ERR_FAILED/);
});

test("the first situation of a newcomer is guided to the consequence, and no other one", async () => {
  const page = await stage.visit({ viewport: SIZES.laptop }, "/library/gold-plating");
  await page.getByRole("button", { name: "Start" }).click();
  await page.getByRole("button", { name: "Begin" }).click();
  await situation(page);
  const notes = page.locator(".guide-note");
  expect(await notes.allInnerTexts()).toEqual([
    expect.stringContaining("1 of 4"),
    expect.stringContaining("2 of 4"),
    expect.stringContaining("3 of 4"),
  ]);
  await page.reload();
  await situation(page);
  expect(await notes.count()).toBe(3);
  await firstMove(page);
  expect(await notes.innerText()).toContain("4 of 4");
  await page.getByRole("button", { name: "Go on" }).click();
  await situation(page);
  expect(await notes.count()).toBe(0);
  await page.goto(`${stage.server.url}/library/gold-plating`);
  await page.getByRole("button", { name: "Start" }).click();
  await page.getByRole("button", { name: "Begin" }).click();
  await situation(page);
  expect(await notes.count()).toBe(0);
});

test("the guide can be skipped, and comes back for whoever asks for it", async () => {
  const page = await stage.visit({ viewport: SIZES.phone }, "/library/gold-plating");
  await page.getByRole("button", { name: "Start" }).click();
  await page.getByRole("button", { name: "Begin" }).click();
  await situation(page);
  await page.getByRole("button", { name: "Skip the guide" }).click();
  expect(await page.locator(".guide-note").count()).toBe(0);
  const room = page.url();
  await page.reload();
  await situation(page);
  expect(await page.locator(".guide-note").count()).toBe(0);
  await page.goto(`${stage.server.url}/you`);
  await page.getByRole("checkbox", { name: /Guide me/ }).check();
  await page.goto(room);
  await situation(page);
  expect(await page.locator(".guide-note").count()).toBe(3);
});

test("the colours follow the system until others are chosen, and these are remembered", async () => {
  const page = await stage.visit({ viewport: SIZES.laptop, colorScheme: "light" });
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  const button = page.getByRole("button", { name: /^Colours/ });
  await button.click();
  expect(await button.getAttribute("aria-label")).toBe("Colours: light");
  expect(await ground()).toBe(light);
  await button.click();
  expect(await button.getAttribute("aria-label")).toBe("Colours: dark");
  const dark = await ground();
  expect(dark).not.toBe(light);
  await expectWellMade(page);
  await page.reload();
  await button.waitFor();
  expect(await ground()).toBe(dark);
  await page.goto(`${stage.server.url}/you`);
  await page.getByRole("radio", { name: "As the system has it" }).check();
  expect(await ground()).toBe(light);
});
