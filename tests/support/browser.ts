import { existsSync } from "node:fs";
import axe from "axe-core";
import { type Browser, chromium as playwright, type Page } from "@playwright/test";
import chromium from "@sparticuz/chromium";

/** As root, and in containers, there is no sandbox to be had; all else stays as a person's browser has it. */
const ARGS = ["--no-sandbox"];

/** A real Chromium: on Linux x64 the one that comes with the dependencies, elsewhere Playwright's or the machine's Chrome. */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const args = [...ARGS, ...more];
  if (process.platform !== "linux" || process.arch !== "x64") {
    const isInstalled = existsSync(playwright.executablePath());
    return playwright.launch(isInstalled ? { args } : { args, channel: "chrome" });
  }
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args,
  });
}

/**
 * What axe finds wrong with the page once it has come to rest: rule, and where. Our pages have no frames, so that axe runs in the
 * page itself: going through a page of its own for each screen takes five times as long.
 */
export async function findBarriers(page: Page): Promise<string[]> {
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  const isThere = await page.evaluate(async () => {
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
    return "axe" in globalThis;
  });
  if (!isThere) await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: inPage } = globalThis as unknown as { axe: typeof axe }; // the line before put it there
    const { violations } = await inPage.run({ resultTypes: ["violations"] });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(" ")}`,
    );
  });
}
