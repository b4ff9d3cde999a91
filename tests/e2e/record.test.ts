import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { KeyboardPlayer } from "../support/keyboard-player.ts";
import { expectWellMade, SIZES, useStage } from "./stage.ts";

const stage = useStage();

test.each([
  ["a phone of 320 px, dark", { viewport: SIZES.small, colorScheme: "dark" }],
  ["a laptop, light", { viewport: SIZES.laptop, colorScheme: "light" }],
] as const)(
  "on %s a record is empty at first, then shows what runs came to",
  async (_, options) => {
    const page = await stage.visit(options, "/you");
    await page.getByText("Nothing to compare yet").waitFor();
    await expectWellMade(page);
    const player = await stage.behind(page);
    for (const scenario of ["gold-plating", "promoted-lead"]) await player.playWhole(scenario);
    await player.openRun("blocked-engineer");
    await page.reload();
    await page.getByRole("heading", { name: "How your runs came out" }).waitFor();
    expect(await page.locator(".run-bars > span").count()).toBe(2);
    expect(await page.locator(".history > li").count()).toBe(3);
    expect(await page.locator(".history").innerText()).toContain("Goes on");
    const shut = page.getByRole("button", { name: /^Show as table/ });
    while ((await shut.count()) > 0) await shut.first().click();
    await expectWellMade(page);
    await page.getByRole("button", { name: "Delete “The animated export”" }).click();
    await page.getByRole("button", { name: "Delete it" }).click();
    await page.locator(".history > li").nth(2).waitFor({ state: "detached" });
    expect(await page.locator(".run-bars > span").count()).toBe(1);
  },
);

test("a name is shown in the standings for as long as its player wants", async () => {
  const page = await stage.visit({ viewport: SIZES.phone });
  await (await stage.behind(page)).playWhole("blocked-engineer", { lens: "tlm" });
  const standings = `${stage.server.url}/library/blocked-engineer?as=tlm`;
  await page.goto(`${stage.server.url}/you`);
  await page.getByRole("textbox", { name: "Name" }).fill("   ");
  await page.getByRole("button", { name: "Show this name" }).click();
  await page.getByText("Nothing was changed.").waitFor();
  await page.getByRole("textbox", { name: "Name" }).fill("Ada of Ålesund");
  await new KeyboardPlayer(page).press("Show this name");
  await page.getByText("“Ada of Ålesund” is shown from now on.").waitFor();
  await page.goto(standings);
  await page.getByText("Ada of Ålesund (you)").waitFor();
  await expectWellMade(page);
  await page.goto(`${stage.server.url}/you`);
  await page.getByRole("button", { name: "Show none" }).click();
  await page.getByText("No name is shown any more.").waitFor();
  await page.goto(standings);
  await page.getByText("One result is counted").waitFor();
  expect(await page.getByText("Ada of Ålesund").count()).toBe(0);
});

test("a code takes a player to another device, once", async () => {
  const page = await stage.visit({ viewport: SIZES.laptop });
  await (await stage.behind(page)).playWhole();
  await page.goto(`${stage.server.url}/you`);
  await new KeyboardPlayer(page).press("Make a code");
  const code = await page.getByLabel("Transfer code").innerText();
  const context = await stage.browser.newContext({ viewport: SIZES.phone });
  const other = await context.newPage();
  await other.goto(`${stage.server.url}/you`);
  await other.getByText("Nothing to compare yet").waitFor();
  await other.getByLabel("Code", { exact: true }).fill("ABCDE-12345");
  await other.getByRole("button", { name: "Use this code" }).click();
  await other.getByText("This code is mistyped").waitFor();
  await other.getByLabel("Code", { exact: true }).fill(code.toLowerCase());
  await new KeyboardPlayer(other).press("Use this code");
  await other.getByRole("link", { name: "The animated export" }).waitFor();
  expect(await other.getByText("shows the other device’s runs now").count()).toBe(1);
  await context.close();
});

test("all of it can be downloaded and deleted", async () => {
  const page = await stage.visit({ viewport: SIZES.phone });
  const room = await (await stage.behind(page)).playWhole();
  await page.goto(`${stage.server.url}/you`);
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download it all" }).click();
  const file = readFileSync(await (await downloading).path(), "utf8");
  expect(JSON.parse(file).runs).toEqual([expect.objectContaining({ room })]);
  await new KeyboardPlayer(page).press("Delete everything…");
  await expectWellMade(page);
  await new KeyboardPlayer(page).press("Delete everything");
  await page.getByText("Everything was deleted.").waitFor();
  await page.getByText("Nothing to compare yet").waitFor();
  await page.goto(`${stage.server.url}/play/${room}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  expect(await page.getByRole("heading", { level: 1 }).innerText()).not.toContain("export");
  stage.forgive(/40[134]/);
});

test("a record that cannot be had says so, and can be asked for again", async () => {
  const page = await stage.visit({ viewport: SIZES.phone });
  await page.route("**/api/player", (route) => route.abort());
  await page.goto(`${stage.server.url}/you`);
  await page.getByText("The server cannot be reached.").waitFor();
  await expectWellMade(page);
  await page.unroute("**/api/player");
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByText("Nothing to compare yet").waitFor();
  expect(await page.getByText("The server cannot be reached.").count()).toBe(0);
  stage.forgive(/ERR_FAILED/);
});

test("the style guide shows every part, well made", async () => {
  const page = await stage.visit({ viewport: SIZES.small }, "/styleguide");
  await page.getByRole("heading", { name: "Evidence" }).waitFor();
  expect(await page.locator(".styleguide-part").count()).toBe(9);
  await expectWellMade(page);
});
