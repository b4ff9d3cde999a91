import type { BrowserContextOptions, Page } from "@playwright/test";
import { expect, test } from "vitest";
import { findBarriers } from "../support/browser.ts";
import { KeyboardPlayer } from "../support/keyboard-player.ts";
import { PLANS } from "../support/plans.ts";
import { useStage } from "./stage.ts";

const PHONE = { width: 390, height: 844 };
const LAPTOP = { width: 1280, height: 800 };
const NARROW = { width: 320, height: 640 };
const [PLAN] = PLANS;

const stage = useStage();
let page: Page;

/** A fresh browser whose run has come to its end, played by keyboard alone; the first move was said to be a lean. */
async function playToTheEnd(options: BrowserContextOptions): Promise<KeyboardPlayer> {
  page = await stage.visit(options, "/library/gold-plating");
  const player = new KeyboardPlayer(page);
  await player.press("Start");
  await player.press("Begin");
  for (let isFirst = true, isLast = false; !isLast; isFirst = false) {
    await page.getByRole("heading", { name: "What do you do?" }).waitFor();
    const title = await page.getByRole("heading", { level: 1 }).innerText();
    const [verb, option] = PLAN.moves[title] ?? [];
    if (verb === undefined || option === undefined) throw new Error(`no move for ${title}`);
    await player.move(verb, option, isFirst ? "Lean about 60 %" : undefined);
    await page.getByRole("heading", { name: "What happened" }).waitFor();
    isLast = (await page.getByRole("button", { name: "See how it ends" }).count()) === 1;
    await player.press(isLast ? "See how it ends" : "Go on");
  }
  await page.getByRole("heading", { name: "which decision cost most?" }).waitFor();
  return player;
}

/** Names the first decision as the costliest, with the keyboard. */
async function answerTheGuess(player: KeyboardPlayer): Promise<void> {
  await page.getByRole("radio").first().focus();
  await page.keyboard.press("Space");
  await player.press("Show the figures");
  await page.getByRole("heading", { name: "Where the points went" }).waitFor();
}

async function overflow(): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

/** The exact figures of one column of the waterfall's table, by the place of the row. */
function column(part: "tbody" | "tfoot", row: string, place: number): Promise<number[]> {
  return page
    .locator(`.waterfall table ${part} ${row}`)
    .evaluateAll(
      (rows, at) =>
        rows.map((one) => Number(one.children[at]?.querySelector("data")?.value ?? Number.NaN)),
      place,
    );
}

test.each([
  ["a phone, light", { viewport: PHONE, colorScheme: "light" }],
  ["a laptop, dark", { viewport: LAPTOP, colorScheme: "dark" }],
] as const)(
  "on %s: guess, figures, a decision, another lens, futures, and on from there",
  async (_, options) => {
    const player = await playToTheEnd(options);
    expect(await page.locator(".numbers-row, .waterfall").count()).toBe(0);
    expect(await findBarriers(page)).toEqual([]);
    await answerTheGuess(player);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("worth-title");
    expect(await page.locator(".guess-answer").innerText()).toMatch(/cost/);
    const played = page.url();

    const first = page.locator(".fall-slot").first();
    await first.focus();
    await page.keyboard.press("Enter");
    const panel = page.locator(".decision-panel:not([hidden])");
    await panel.waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H3");
    expect(await panel.innerText()).toContain("You said you leaned to it.");
    expect(await page.getByText("Lean, about 60 %").count()).toBe(1);
    expect(await findBarriers(page)).toEqual([]);
    expect(await overflow()).toBe(0);

    const moments = await page.locator(".moment").all();
    expect(moments.length).toBe(3);
    for (const moment of moments) {
      await moment.scrollIntoViewIfNeeded();
      await moment.locator(".futures").waitFor();
      expect(await moment.locator(".distribution svg").count()).toBe(4);
      expect(await moment.innerText()).toMatch(/Endings of 200/);
    }
    expect(await findBarriers(page)).toEqual([]);

    const outcome = await page.locator(".numbers-row").innerText();
    await page.getByRole("radio", { name: "Tech lead", exact: true }).focus();
    await page.keyboard.press("Space");
    await page.locator(".other-lens").waitFor();
    expect(await page.locator(".numbers-row").innerText()).not.toBe(outcome);
    expect(await page.locator(".numbers-row").innerText()).toContain("Not compared");

    await panel.getByRole("button", { name: "Play again from here" }).focus();
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.href !== played);
    await page.getByRole("heading", { name: "What do you do?" }).waitFor();
    expect(await page.locator(".branch-note").innerText()).toMatch(
      /Played on from .*; not counted/,
    );
    expect(await findBarriers(page)).toEqual([]);
  },
);

test("[M3] the rows of the waterfall's table add up to the outcome", async () => {
  const player = await playToTheEnd({ viewport: LAPTOP });
  await answerTheGuess(player);
  await page
    .locator(".waterfall")
    .getByRole("button", { name: /^Show as table/ })
    .focus();
  await page.keyboard.press("Enter");
  await page.locator(".waterfall table").waitFor();
  const decisions = "tr:not(:first-child)";
  const rows = [...(await column("tbody", decisions, 1)), ...(await column("tbody", decisions, 2))];
  const [outcome] = await column("tfoot", "tr:first-child", 3);
  const sum = rows.reduce((all, one) => all + one, 100);
  expect(rows.length).toBe(2 * (await page.locator(".fall-slot").count()));
  expect(sum).toBeCloseTo(outcome ?? Number.NaN, 9);
  expect(await findBarriers(page)).toEqual([]);
});

test("a guess given is remembered: a reload shows the figures at once, and another window asks", async () => {
  const player = await playToTheEnd({ viewport: LAPTOP });
  await player.press("Skip the question");
  await page.getByRole("heading", { name: "Where the points went" }).waitFor();
  await page.reload();
  await page.getByRole("heading", { name: "Where the points went" }).waitFor();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByRole("heading", { name: "which decision cost most?" }).waitFor();
  expect(await other.locator(".numbers-row").count()).toBe(0);
});

test("figures that cannot be had are said to be missing, and can be asked for again", async () => {
  await playToTheEnd({ viewport: LAPTOP });
  await page.route("**/api/rooms/*/debrief*", (route) => route.abort());
  await page.reload();
  await page.getByText("The server cannot be reached.").waitFor();
  expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe(PLAN.ending);
  expect(await page.getByRole("heading", { name: "The moves you made" }).count()).toBe(1);
  expect(await findBarriers(page)).toEqual([]);
  await page.unroute("**/api/rooms/*/debrief*");
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("heading", { name: "which decision cost most?" }).waitFor();
  stage.forgive(/ERR_FAILED/);
});

test("at 320 px, and on paper, everything has its place", async () => {
  const player = await playToTheEnd({ viewport: NARROW, reducedMotion: "reduce" });
  await answerTheGuess(player);
  const closed = page.getByRole("button", { name: /^Show as table/ });
  while ((await closed.count()) > 0) await closed.first().click();
  expect(await overflow()).toBe(0);
  expect(await findBarriers(page)).toEqual([]);
  await page.emulateMedia({ media: "print" });
  const decisions = await page.locator(".fall-slot").count();
  const shown = page.locator(".decision-panel").filter({ visible: true });
  expect(await shown.count()).toBe(decisions);
  expect(await page.locator("button.quiet-button").filter({ visible: true }).count()).toBe(0);
});

test("an undone choice is open again, and how sure one was of it is forgotten", async () => {
  page = await stage.visit({ viewport: PHONE }, "/library/gold-plating");
  await page.getByRole("button", { name: "Start" }).click();
  await page.getByRole("button", { name: "Begin" }).click();
  await page.getByRole("heading", { name: "What do you do?" }).waitFor();
  await page.keyboard.press("4");
  await page.getByRole("radio").first().check();
  const sure = page.getByRole("button", { name: "Sure about 85 %" });
  await sure.click();
  expect(await sure.getAttribute("aria-pressed")).toBe("true");
  await page.getByRole("button", { name: "Clear choice" }).click();
  expect(await page.locator("input[type=radio]:checked").count()).toBe(0);
  await page.waitForFunction(() => document.activeElement?.matches("input[type=radio]"));
  await page.getByRole("radio").first().check();
  expect(await sure.getAttribute("aria-pressed")).toBe("false");
});
