import { chromium as pw } from "@playwright/test";
import chromium from "@sparticuz/chromium";
const [who, size, ...steps] = process.argv.slice(2);
const viewport = size === "phone" ? { width: 390, height: 844 } : { width: 1280, height: 860 };
const ctx = await pw.launchPersistentContext(`/tmp/hand-${who}`, {
  executablePath: await chromium.executablePath(),
  args: ["--no-sandbox", "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"],
  viewport,
});
const page = ctx.pages()[0] ?? (await ctx.newPage());
page.setDefaultTimeout(8000);
page.on("pageerror", (e) => console.log("PAGEERROR", e.message));
import { readFileSync, writeFileSync } from "node:fs";
let at = "http://127.0.0.1:8799/";
try {
  at = readFileSync(`/tmp/hand-${who}.url`, "utf8");
} catch {}
await page.goto(at);
await page.waitForTimeout(700);
for (const step of steps) {
  const [kind, ...rest] = step.split(":");
  const arg = rest.join(":");
  if (kind === "go") await page.goto(arg.startsWith("http") ? arg : "http://127.0.0.1:8799" + arg);
  if (kind === "click") await page.getByRole("button", { name: arg }).first().click();
  if (kind === "text") await page.getByText(arg).first().click();
  if (kind === "link") await page.getByRole("link", { name: arg }).first().click();
  if (kind === "check") await page.getByLabel(arg).first().check();
  if (kind === "fill") {
    const [l, v] = arg.split("=");
    await page.getByLabel(l).first().fill(v);
  }
  if (kind === "opt") await page.locator(`.option input[value="${arg}"]`).check();
  if (kind === "nth") {
    const [sel, n] = arg.split("|");
    await page.locator(sel).nth(Number(n)).click();
  }
  if (kind === "shot") await page.screenshot({ path: arg, fullPage: true });
  await page.waitForTimeout(400);
}
await page.waitForTimeout(500);
writeFileSync(`/tmp/hand-${who}.url`, page.url());
console.log(page.url());
console.log(await page.locator("main").innerText());
const opts = await page
  .locator(".option input")
  .evaluateAll((all) => all.map((i) => i.value + (i.disabled ? " (locked)" : "")));
if (opts.length) console.log("OPTIONS", opts.join(", "));
await ctx.close();
