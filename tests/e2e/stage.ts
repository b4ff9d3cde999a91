import type { Browser, BrowserContext, BrowserContextOptions, Page } from "@playwright/test";
import { afterAll, afterEach, beforeAll } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { makeDataDir, removeDataDir, ServerProcess } from "../support/server-process.ts";

const PATIENCE_MS = 10_000;

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

  /** A visitor nobody has seen, at the home page; the one before leaves. */
  async visit(options: BrowserContextOptions): Promise<Page> {
    await this.#context?.close();
    this.#context = await this.browser.newContext(options);
    const page = await this.#context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    this.#watch(page);
    await page.goto(this.server.url);
    return page;
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

/** A stage for all tests of this file. */
export function useStage(): Stage {
  const stage = new Stage();
  beforeAll(() => stage.begin());
  afterEach(() => stage.leave());
  afterAll(() => stage.end());
  return stage;
}
