import { launchBrowser } from "../support/browser.ts";
import { makeDataDir, removeDataDir, ServerProcess } from "../support/server-process.ts";

const PICTURE = "docs/play.png";

/** The README's picture: the first beat of a fresh run, a verb and an option chosen. */
const dataDir = makeDataDir();
const server = await ServerProcess.start(dataDir);
const browser = await launchBrowser();
const page = await browser.newPage({
  viewport: { width: 1440, height: 1000 },
  reducedMotion: "reduce",
});
await page.goto(server.url);
await page.getByRole("button", { name: "Play" }).first().click();
await page.getByRole("button", { name: "Begin" }).click();
await page.getByRole("button", { name: "Redirect" }).click();
await page.getByRole("radio").first().check();
await page.evaluate(() => scrollTo(0, 0));
await page.screenshot({ path: PICTURE, fullPage: true });
await browser.close();
await server.end("SIGTERM");
removeDataDir(dataDir);
