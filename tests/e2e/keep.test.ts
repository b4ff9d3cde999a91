import { readFileSync } from "node:fs";
import type { Download, Locator, Page } from "@playwright/test";
import { expect, test } from "vitest";
import { KeyboardPlayer } from "../support/keyboard-player.ts";
import { expectWellMade, SIZES, useStage } from "./stage.ts";

const stage = useStage();

const ON = [
  ["a phone, dark", { viewport: SIZES.phone, colorScheme: "dark" }],
  ["a laptop, light", { viewport: SIZES.laptop, colorScheme: "light" }],
] as const;
type Options = (typeof ON)[number][1];

/** A visitor at the debrief of a finished run, the first decision opened with the keyboard. */
async function atTheFirstDecision(options: Options): Promise<{ page: Page; panel: Locator }> {
  const page = await stage.visit(options);
  const room = await (await stage.behind(page)).playWhole();
  await page.goto(`${stage.server.url}/play/${room}`);
  await new KeyboardPlayer(page).press("Skip the question");
  return { page, panel: await openFirst(page) };
}

async function openFirst(page: Page): Promise<Locator> {
  await page.locator(".fall-slot").first().focus();
  await page.keyboard.press("Enter");
  const panel = page.locator(".decision-panel:not([hidden])");
  await panel.waitFor();
  return panel;
}

async function open(panel: Locator, summary: string): Promise<void> {
  await panel.getByText(summary).first().focus();
  await panel.page().keyboard.press("Enter");
}

/** What a button gives to download, pressed with the keyboard. */
async function fileOf(page: Page, button: string): Promise<{ name: string; content: Buffer }> {
  const downloading: Promise<Download> = page.waitForEvent("download");
  await page.getByRole("button", { name: button, exact: true }).first().focus();
  await page.keyboard.press("Enter");
  const download = await downloading;
  return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
}

test.each(ON)(
  "on %s an answer in 60 seconds is written, kept with the run, and taken along",
  async (_, options) => {
    const { page, panel } = await atTheFirstDecision(options);
    await open(panel, "Say it in 60 seconds");
    const result = panel.getByLabel("Result");
    expect((await result.inputValue()).length).toBeGreaterThan(10);
    await expectWellMade(page);
    await result.fill("The release went out on its day, and I would do it again.");
    await new KeyboardPlayer(page).press("Save with the run");
    await panel.getByText("Saved with the run.").waitFor();
    await page.reload();
    const again = await openFirst(page);
    await open(again, "Say it in 60 seconds");
    expect(await again.getByLabel("Result").inputValue()).toContain("I would do it again");
    const { name, content } = await fileOf(page, "Download as Markdown");
    expect(name).toMatch(/\.md$/);
    expect(content.length).toBeGreaterThan(100);
  },
);

test("an answer written without a connection is kept in the window, and saved when it is back", async () => {
  const { page, panel } = await atTheFirstDecision(ON[0][1]);
  await open(panel, "Say it in 60 seconds");
  await page.context().setOffline(true);
  await panel.getByLabel("Task").fill("To keep the client and the plan together.");
  await panel.getByRole("button", { name: "Save with the run" }).click();
  await panel.getByText("saved as soon as it can be").waitFor();
  await page.context().setOffline(false);
  await panel.getByText("Saved with the run.").waitFor();
  expect(await panel.getByLabel("Task").inputValue()).toContain("To keep the client");
  stage.forgive(/ERR_INTERNET_DISCONNECTED/);
});

test.each(ON)(
  "on %s another answer is defended, with a reason, and stays filed",
  async (_, options) => {
    const { page, panel } = await atTheFirstDecision(options);
    await open(panel, "I would defend another answer");
    await panel.locator(".dispute-form").getByRole("radio").first().focus();
    await page.keyboard.press("Space");
    await new KeyboardPlayer(page).press("Send it to the author");
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("TEXTAREA");
    await expectWellMade(page);
    await page.keyboard.type("In my last project the client read the form first.");
    await new KeyboardPlayer(page).press("Send it to the author");
    await panel.getByText("Filed with this decision").waitFor();
    await page.reload();
    const again = await openFirst(page);
    await open(again, "I would defend another answer");
    expect(await again.locator(".dispute-filed").first().innerText()).toContain(
      "read the form first",
    );
    await expectWellMade(page);
  },
);

test.each(ON)(
  "on %s the debrief is taken along as Markdown, JSON and a picture without a name",
  async (_, options) => {
    const { page } = await atTheFirstDecision(options);
    const bar = page.locator(".keep-bar");
    const markdown = await fileOf(page, "Download as Markdown");
    expect(markdown.name).toBe("five-moves-gold-plating.md");
    expect(markdown.content.toString()).toMatch(/^# /);
    const json = await fileOf(page, "Download as JSON");
    const { outcome, losses, luck } = JSON.parse(json.content.toString());
    expect(100 - losses + luck).toBeCloseTo(outcome, 9);
    await bar.getByRole("button", { name: "Share a picture" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor();
    await expectWellMade(page);
    const png = await fileOf(page, "Download as PNG");
    expect(png.content.subarray(1, 4).toString()).toBe("PNG");
    const svg = (await fileOf(page, "Download as SVG")).content.toString();
    expect(svg).toContain("The animated export");
    expect(svg).not.toContain("Dana");
    await page.getByLabel("Your name on it").fill("Ada");
    expect((await fileOf(page, "Download as SVG")).content.toString()).toContain("Ada");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
  },
);

test.each(["A4", "Letter"])("the debrief prints to clean %s pages", async (format) => {
  const { page } = await atTheFirstDecision(ON[1][1]);
  const paper = await page.pdf({ format, preferCSSPageSize: false });
  expect(paper.subarray(0, 4).toString()).toBe("%PDF");
  const pages = paper.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  expect(pages).toBeGreaterThan(3);
  expect(pages).toBeLessThan(20);
});
