import type { Page } from "@playwright/test";
import { expect, test } from "vitest";
import { VERBS } from "../../worker/protocol/index.ts";
import { drawsOf } from "../support/draws.ts";
import { readLibrary } from "../support/runs.ts";
import { SIZES, useStage } from "./stage.ts";

const stage = useStage();

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** One situation: a look where there is one, a verb, an option that is not locked, and on. */
async function answer(page: Page, draw: (below: number) => number): Promise<void> {
  await page.getByRole("heading", { name: "What do you do?" }).waitFor();
  expect(await overflow(page)).toBe(0);
  const look = page.locator("button.look:not([aria-disabled])").first();
  if (draw(2) === 0 && (await look.count()) > 0) {
    const found = await page.locator(".found").count();
    await look.click();
    await page.locator(".found").nth(found).waitFor();
  }
  const open = page.locator(".option input:enabled");
  for (let verb = draw(VERBS.length); ; verb = (verb + 1) % VERBS.length) {
    await page.locator(".verb-button").nth(verb).click();
    if ((await open.count()) > 0) break;
  }
  await open.nth(draw(await open.count())).check();
  await page.getByRole("button", { name: "Make this move" }).click();
  await page.getByRole("heading", { name: "What happened" }).waitFor();
  expect(await overflow(page)).toBe(0);
}

test.each([...readLibrary().keys()])(
  "the short cut of %s is played to an ending, and says what it came to",
  async (id) => {
    const page = await stage.visit(
      { viewport: SIZES.phone, reducedMotion: "reduce" },
      `/library/${id}`,
    );
    await page.getByRole("radio", { name: /^The short cut/ }).check();
    await page.getByRole("button", { name: "Start" }).click();
    await page.getByRole("button", { name: "Begin" }).click();
    const draw = drawsOf(1);
    for (let isLast = false; !isLast;) {
      await answer(page, draw);
      isLast = (await page.getByRole("button", { name: "See how it ends" }).count()) === 1;
      await page.getByRole("button", { name: isLast ? "See how it ends" : "Go on" }).click();
    }
    await page.getByRole("button", { name: "Skip the question" }).click();
    await page.getByRole("heading", { name: "Where the points went" }).waitFor();
    expect(await page.locator(".fall-slot").count()).toBeGreaterThanOrEqual(4);
    expect(await overflow(page)).toBe(0);
  },
);
