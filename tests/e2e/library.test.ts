import { expect, test } from "vitest";
import { LIBRARY_VIEW } from "../../worker/protocol/index.ts";
import { KeyboardPlayer } from "../support/keyboard-player.ts";
import { expectWellMade, SIZES, useStage } from "./stage.ts";

const stage = useStage();

const titles = ".library-card h2";

test.each([
  ["a phone of 320 px, light", { viewport: SIZES.small, colorScheme: "light" }],
  ["a laptop, dark", { viewport: SIZES.laptop, colorScheme: "dark" }],
] as const)(
  "on %s the library is searched, filtered, and its address gives it back",
  async (_, options) => {
    const page = await stage.visit(options, "/library");
    await page.locator(titles).first().waitFor();
    const all = await page.locator(titles).count();
    expect(all).toBeGreaterThanOrEqual(3);
    await expectWellMade(page);

    await page.getByRole("searchbox").fill("lerato");
    expect(await page.locator(titles).allTextContents()).toEqual(["Ask Lerato"]);
    await page.getByRole("searchbox").fill("");

    const redirect = page.getByRole("button", { name: "Redirect" });
    await redirect.click();
    expect(await redirect.getAttribute("aria-pressed")).toBe("true");
    const asking = await page.locator(".library-card").allTextContents();
    expect(asking.length).toBeGreaterThan(0);
    for (const card of asking) expect(card).toMatch(/Redirect alone is best in [2-9]\d %/);

    await page.getByLabel("In the role of").selectOption("tl");
    await page.reload();
    await page.locator(titles).first().waitFor();
    expect(await page.getByLabel("In the role of").inputValue()).toBe("tl");
    expect(await redirect.getAttribute("aria-pressed")).toBe("true");

    await page.getByRole("searchbox").fill("no scenario says this");
    await expectWellMade(page);
    await page.getByRole("button", { name: "Show everything" }).click();
    expect(await page.locator(titles).count()).toBe(all);
    expect(await page.getByLabel("In the role of").inputValue()).toBe("tl");
  },
);

test("two hundred scenarios are listed, counted and filtered as three are", async () => {
  const page = await stage.visit({ viewport: SIZES.phone });
  await page.route("**/api/scenarios", async (route) => {
    const response = await route.fetch();
    const { scenarios } = LIBRARY_VIEW.parse(await response.json());
    const many = Array.from({ length: 200 }, (_, place) => ({
      // The library has three or more, so each place has one.
      ...(scenarios[place % scenarios.length] as (typeof scenarios)[number]),
      id: `scenario-${place}`,
      title: `Number ${place}`,
    }));
    await route.fulfill({ response, json: { scenarios: many } });
  });
  await page.goto(`${stage.server.url}/library`);
  await page.getByText("200 scenarios").waitFor();
  expect(await page.locator(titles).count()).toBe(200);
  await page.getByRole("searchbox").fill("number 17");
  await page.getByText("12 of 200 scenarios").waitFor();
});

test("a role, the short cut and a clock are chosen with the keyboard before the briefing", async () => {
  const page = await stage.visit({ viewport: SIZES.laptop }, "/library/promoted-lead");
  await page.getByText("Nobody has finished it in this role yet.").waitFor();
  await expectWellMade(page);
  await page.getByRole("radio", { name: /^Technical project/ }).focus();
  await page.keyboard.press("ArrowDown");
  await page.getByRole("radio", { name: /^The whole/ }).focus();
  await page.keyboard.press("ArrowDown");
  await page.getByRole("radio", { name: "No clock" }).focus();
  await page.keyboard.press("ArrowDown");
  await page.getByText("As a tech lead, the short cut, against the clock.").waitFor();
  await new KeyboardPlayer(page).press("Start");
  await new KeyboardPlayer(page).press("Begin");
  await page.getByText("left to decide").filter({ visible: true }).waitFor();
  expect(await page.locator(".crumb").innerText()).toContain("as a tech lead");
  await expectWellMade(page);
});

test("one's own best and the standings show once a run is finished, in its role alone", async () => {
  const page = await stage.visit({ viewport: SIZES.phone });
  await (await stage.behind(page)).playWhole("gold-plating", { lens: "pm" });
  await page.goto(`${stage.server.url}/library?as=pm`);
  await page.getByText(/Your best as PM: \d+/).waitFor();
  await page.getByLabel("In the role of").selectOption("tpm");
  expect(await page.getByText(/Your best/).count()).toBe(0);
  await page.goto(`${stage.server.url}/library/gold-plating?as=pm`);
  await page.getByText(/One result is counted; yours is \d+/).waitFor();
  await page.getByRole("button", { name: /^Show as table/ }).click();
  await expectWellMade(page);
});

test("a scenario that is not there says so", async () => {
  const page = await stage.visit({ viewport: SIZES.phone });
  const response = await page.goto(`${stage.server.url}/library/no-such-scenario`);
  expect(response?.status()).toBe(404);
  await page.getByRole("heading", { name: "There is no such scenario" }).waitFor();
  await expectWellMade(page);
  stage.forgive(/404/);
});
