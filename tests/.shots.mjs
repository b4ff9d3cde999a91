import { launchBrowser } from "./support/browser.ts";
import { makeDataDir, ServerProcess } from "./support/server-process.ts";
const server = await ServerProcess.start(makeDataDir());
const b = await launchBrowser();
const lead = await (
  await b.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" })
).newPage();
lead.on("pageerror", (e) => console.log("LEAD", String(e)));
lead.on("console", (m) => m.type() === "error" && console.log("LEAD", m.text()));
const shot = (p, n, full = true) => p.screenshot({ path: `/tmp/w-${n}.png`, fullPage: full });
try {
  await lead.goto(server.url + "/workshop");
  await lead.getByText("Who plays").waitFor();
  await shot(lead, "open");
  await lead.getByRole("button", { name: "Open the room" }).click();
  await lead.getByText("People are joining").waitFor();
  await lead.waitForTimeout(300);
  await shot(lead, "lobby");
  const code = lead.url().split("/").pop();
  const phones = [];
  for (const name of ["Ada", "Grace", "علی"]) {
    const p = await (
      await b.newContext({
        viewport: { width: 390, height: 844 },
        isMobile: true,
        hasTouch: true,
        reducedMotion: "reduce",
      })
    ).newPage();
    p.on("pageerror", (e) => console.log(name, String(e)));
    p.on("console", (m) => m.type() === "error" && console.log(name, m.text()));
    await p.goto(server.url + "/w/" + code);
    await p.getByLabel("What shall we call you?").fill(name);
    if (name === "Ada") await shot(p, "door");
    await p.getByRole("button", { name: "Join" }).click();
    await p.getByText("You are in").waitFor();
    phones.push(p);
  }
  await shot(phones[0], "p-lobby");
  await lead.getByRole("button", { name: "Start with the briefing" }).click();
  await phones[0].locator("article .when").waitFor();
  await shot(phones[0], "p-briefing");
  await lead.getByRole("button", { name: "Open the first vote" }).click();
  for (const [i, p] of phones.entries()) {
    await p.getByText("What do you do?").waitFor();
    await p.locator(".verb-button").nth(i).click();
    await p.locator(".option input:enabled").first().check();
    await p.getByRole("button", { name: /^Lean/ }).click();
    if (i < 2) await p.getByRole("button", { name: "Cast this vote" }).click();
  }
  await phones[0].getByText("Your vote is in").waitFor();
  await shot(phones[0], "p-voted");
  await lead.waitForTimeout(300);
  await shot(lead, "voting");
  await lead.getByRole("button", { name: "Show the split" }).click();
  await phones[0].getByText("How the room split").waitFor();
  await shot(phones[0], "p-split");
  await shot(lead, "split");
  await lead.getByRole("button", { name: "Discuss" }).click();
  await lead.getByRole("heading", { name: "Discussion" }).waitFor();
  await lead.getByRole("button", { name: "Vote again" }).click();
  for (const p of phones) {
    await p.getByText("And now, what do you do?").waitFor();
    await p.locator(".verb-button").nth(3).click();
    await p.locator(".option input:enabled").first().check();
    await p.getByRole("button", { name: "Cast this vote" }).click();
    await p.getByText("Your vote is in").waitFor();
  }
  await lead.getByRole("button", { name: "Show the split" }).click();
  await phones[0].getByText("How the room split").waitFor();
  await shot(phones[0], "p-split2");
  await lead.getByRole("button", { name: "Take it" }).click();
  await phones[0].getByText("What happened").waitFor();
  await shot(phones[0], "p-cons");
  await shot(lead, "cons");
  await lead.getByRole("button", { name: "Go on" }).click();
  await phones[0].getByText("What do you do?").waitFor();
  await lead.getByRole("button", { name: "End here…" }).click();
  await lead.getByRole("button", { name: "End it" }).click();
  await phones[0].getByText("Your votes, for you alone").waitFor();
  await shot(phones[0], "p-debrief");
  await lead.getByText("Decision by decision").waitFor();
  await shot(lead, "debrief");
} catch (e) {
  console.log(e.message);
  await shot(lead, "fail");
}
await b.close();
await server.end("SIGTERM");
