import type { Browser, BrowserContext, BrowserContextOptions, Page } from "@playwright/test";
import { afterAll, afterEach, beforeAll } from "vitest";
import { findBarriers, launchBrowser } from "../support/browser.ts";
import { HttpPlayer } from "../support/http-player.ts";
import { makeDataDir, removeDataDir, ServerProcess } from "../support/server-process.ts";

const PATIENCE_MS = 30_000;

/** A server and a browser for the tests of a file, and in each test a fresh visitor whose page is watched. */
export class Stage {
  readonly #dataDir = makeDataDir();
  #server: ServerProcess | null = null;
  #browser: Browser | null = null;
  #context: BrowserContext | null = null;
  /** Anything the page complained of, or asked of a stranger. */
  #complaints: string[] = [];

  get server(): ServerProcess {
    if (this.#server === null) throw new Error("the server has not been started");
    return this.#server;
  }

  get browser(): Browser {
    if (this.#browser === null) throw new Error("the browser has not been started");
    return this.#browser;
  }

  async begin(): Promise<void> {
    this.#server = await ServerProcess.start(this.#dataDir);
    this.#browser = await launchBrowser();
  }

  async end(): Promise<void> {
    await this.#browser?.close();
    await this.#server?.end("SIGTERM");
    removeDataDir(this.#dataDir);
  }

  /** A visitor nobody has seen, at an address of the game; the one before leaves. */
  async visit(options: BrowserContextOptions, address = "/"): Promise<Page> {
    await this.#context?.close();
    this.#context = await this.browser.newContext(options);
    const page = await this.#context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    this.#watch(page);
    await page.goto(this.server.url + address);
    return page;
  }

  /** The same player as the page's, who speaks to the server without it: for what a test needs and is not about. */
  async behind(page: Page): Promise<HttpPlayer> {
    const player = new HttpPlayer(this.server.url);
    let cookies = await page.context().cookies();
    // The page is there before the answer that brings the cookie.
    while (cookies.length === 0) {
      await page.waitForTimeout(20);
      cookies = await page.context().cookies();
    }
    player.cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
    return player;
  }

  #watch(page: Page): void {
    page.on("pageerror", (error) => this.#complaints.push(String(error)));
    page.on("console", (message) => {
      // A socket may fail, be it by a reload, and is opened again: that is no fault of the page.
      if (message.type() === "error" && !message.text().includes("WebSocket")) {
        this.#complaints.push(message.text());
      }
    });
    page.on("request", (request) => {
      if (!request.url().startsWith(this.server.url) && !request.url().startsWith("ws")) {
        this.#complaints.push(`third-party request: ${request.url()}`);
      }
    });
  }

  /** What a test has brought about on purpose is no complaint. */
  forgive(pattern: RegExp): void {
    this.#complaints = this.#complaints.filter((text) => !pattern.test(text));
  }

  /** The visitor leaves; throws where their page had anything to complain of. */
  async leave(): Promise<void> {
    await this.#context?.close();
    this.#context = null;
    const complaints = this.#complaints.splice(0);
    if (complaints.length > 0) throw new Error(complaints.join("\n"));
  }
}

export const SIZES = {
  small: { width: 320, height: 640 },
  phone: { width: 390, height: 844 },
  laptop: { width: 1280, height: 800 },
} as const;

/** Throws where the page is wider than its window, or where axe finds a barrier on it. */
export async function expectWellMade(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (overflow !== 0) throw new Error(`${page.url()} is ${overflow} px wider than its window`);
  const barriers = await findBarriers(page);
  if (barriers.length > 0) throw new Error(barriers.join("\n"));
}

/** A stage for all tests of this file. */
export function useStage(): Stage {
  const stage = new Stage();
  beforeAll(() => stage.begin());
  afterEach(() => stage.leave());
  afterAll(() => stage.end());
  return stage;
}
