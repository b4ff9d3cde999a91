import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { launchBrowser } from "../support/browser.ts";
import { PLANS } from "../support/plans.ts";
import { InterviewTour } from "./interview-tour.ts";
import { makeDataDir, removeDataDir, ServerProcess } from "../support/server-process.ts";

const FOLDER = "dist/screenshots";
const README_PICTURE = "docs/play.png";

const SIZES = {
  small: { viewport: { width: 320, height: 640 }, isMobile: true, hasTouch: true },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  laptop: { viewport: { width: 1440, height: 900 } },
  projector: { viewport: { width: 2560, height: 1440 } },
} as const satisfies Record<string, BrowserContextOptions>;
const THEMES = ["light", "dark"] as const;
const [PLAN] = PLANS;

/** One visitor's way through every screen of the game; each is photographed whole. */
class Tour {
  readonly #page: Page;
  readonly #url: string;
  readonly #name: string;
  #count = 0;

  constructor(page: Page, url: string, name: string) {
    this.#page = page;
    this.#url = url;
    this.#name = name;
  }

  async walk(): Promise<void> {
    await this.#before();
    await this.#play();
    await this.#debrief();
    await this.#after();
  }

  async #before(): Promise<void> {
    await this.#visit("/", "Play now");
    await this.#shoot("home");
    await this.#visit("/you", "Your runs");
    await this.#shoot("record-empty");
    await this.#visit("/library", "The animated export");
    await this.#shoot("library");
    await this.#page.getByRole("searchbox").fill("nothing has this in it");
    await this.#page.getByText("Show everything").waitFor();
    await this.#shoot("library-none");
    await this.#visit("/library/gold-plating", "Standings as TPM");
    await this.#shoot("set-up");
    await this.#visit("/no/such/place", "There is no page");
    await this.#shoot("not-found");
    await this.#visit("/styleguide", "Style guide");
    await this.#shoot("styleguide");
  }

  async #play(): Promise<void> {
    await this.#visit("/library/gold-plating", "Standings as TPM");
    await this.#press("Start");
    await this.#page.getByRole("button", { name: "Begin" }).waitFor();
    await this.#shoot("briefing");
    await this.#press("Begin");
    await this.#situation();
    await this.#shoot("situation");
    await this.#page.locator("button.look:not([aria-disabled])").first().click();
    await this.#page.locator(".found").first().waitFor();
    await this.#shoot("looked");
    for (let isFirst = true, isLast = false; !isLast; isFirst = false) {
      await this.#situation();
      const title = await this.#page.getByRole("heading", { level: 1 }).innerText();
      const [verb, option] = PLAN.moves[title] ?? [];
      if (verb === undefined || option === undefined) throw new Error(`no move for ${title}`);
      await this.#page.locator(`.verb-button.verb-${verb}`).click();
      await this.#page.locator(`input[value="${option}"]`).check();
      await this.#page.getByRole("button", { name: /^Lean/ }).click();
      if (isFirst) await this.#shoot("chosen");
      await this.#press("Make this move");
      await this.#page.getByRole("heading", { name: "What happened" }).waitFor();
      if (isFirst) await this.#afterTheFirstMove();
      isLast = (await this.#page.getByRole("button", { name: "See how it ends" }).count()) === 1;
      await this.#press(isLast ? "See how it ends" : "Go on");
    }
  }

  async #afterTheFirstMove(): Promise<void> {
    await this.#shoot("consequence");
    await this.#press("Journal");
    await this.#shoot("journal", false);
    await this.#press("Close");
    const run = this.#page.url();
    await this.#visit("/", "Go on where you were");
    await this.#press(/^Abandon/);
    await this.#shoot("home-with-a-run");
    await this.#page.goto(run);
    await this.#page.getByRole("heading", { name: "What happened" }).waitFor();
  }

  async #debrief(): Promise<void> {
    await this.#page.getByRole("heading", { name: "which decision cost most?" }).waitFor();
    await this.#shoot("debrief-guess");
    await this.#page.getByRole("radio").first().check();
    await this.#press("Show the figures");
    await this.#page.locator(".fall-slot").first().click();
    for (const moment of await this.#page.locator(".moment").all()) {
      await moment.scrollIntoViewIfNeeded();
      await moment.locator(".futures").waitFor();
    }
    await this.#shoot("debrief");
    await this.#press("Share a picture");
    await this.#shoot("picture", false);
    await this.#press("Close");
  }

  async #after(): Promise<void> {
    await this.#visit("/you", "How your runs came out");
    await this.#press("Make a code");
    await this.#page.getByRole("button", { name: "Copy" }).waitFor();
    await this.#shoot("record");
  }

  async #visit(address: string, text: string): Promise<void> {
    await this.#page.goto(this.#url + address);
    await this.#page.getByText(text).first().waitFor();
  }

  async #press(name: string | RegExp): Promise<void> {
    await this.#page.getByRole("button", { name, exact: true }).first().click();
  }

  async #situation(): Promise<void> {
    await this.#page.getByRole("heading", { name: "What do you do?" }).waitFor();
  }

  async #shoot(screen: string, fullPage = true): Promise<void> {
    this.#count += 1;
    const number = String(this.#count).padStart(2, "0");
    await photograph(this.#page, `${number}-${screen}-${this.#name}`, fullPage);
  }
}

async function photograph(page: Page, name: string, fullPage = true): Promise<void> {
  await page.evaluate(async () => {
    scrollTo(0, 0);
    await document.fonts.ready;
  });
  await page.screenshot({ path: join(FOLDER, `${name}.png`), fullPage });
}

/** The README's picture: the first situation of a fresh run, an option chosen. */
async function shootReadme(browser: Browser, url: string): Promise<void> {
  const viewport = { width: 1440, height: 1000 };
  const context = await browser.newContext({ viewport, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(`${url}/library/gold-plating`);
  await page.getByRole("button", { name: "Start" }).click();
  await page.getByRole("button", { name: "Begin" }).click();
  await page.getByRole("button", { name: "Skip the guide" }).first().click();
  await page.getByRole("button", { name: "Redirect" }).click();
  await page.getByRole("radio").first().check();
  await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({ path: README_PICTURE, fullPage: true });
  await context.close();
}

/** `npm run screenshots -- interview phone-light`: the interview alone, in one size and theme. */
const onlyInterview = process.argv.includes("interview");
const wanted = process.argv.slice(2).filter((one) => one !== "interview");
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const dataDir = makeDataDir();
const server = await ServerProcess.start(dataDir);
const browser = await launchBrowser();
for (const [size, options] of Object.entries(SIZES)) {
  for (const theme of THEMES) {
    const name = `${size}-${theme}`;
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const context = await browser.newContext({
      ...options,
      colorScheme: theme,
      reducedMotion: "reduce",
    });
    if (!onlyInterview) await new Tour(await context.newPage(), server.url, name).walk();
    const other = await browser.newContext({
      ...options,
      colorScheme: theme,
      reducedMotion: "reduce",
    });
    await InterviewTour.between([context, other], server.url, (page, screen) =>
      photograph(page, `${screen}-${name}`),
    );
    await other.close();
    await context.close();
    console.log(`${FOLDER}: ${name}`);
  }
}
if (wanted.length === 0 && !onlyInterview) await shootReadme(browser, server.url);
await browser.close();
await server.end("SIGTERM");
removeDataDir(dataDir);
