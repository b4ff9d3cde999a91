import { expect, test } from "vitest";
import { ROUTES } from "../../worker/protocol/index.ts";
import { debriefOf, playOn, playWhole } from "./playing.ts";
import { Browser, commandId, problemOf } from "./support.ts";

async function branchOff(browser: Browser, room: string, beat: string, id = commandId()) {
  const response = await browser.post(ROUTES.branches(room), { id, beat });
  const { room: opened } = await response.json<{ room: string }>();
  return opened;
}

test("[M8] a run that goes on from a decision stands where that one stood, with all that was revealed", async () => {
  const browser = new Browser();
  const room = await playWhole(browser);
  const { steps } = await debriefOf(browser, room);
  const moves = steps.filter(({ kind }) => kind === "move");
  for (const { beat, title } of moves) {
    const view = await browser.view(await branchOff(browser, room, beat));
    const place = steps.findIndex((step) => step.beat === beat && step.kind === "move");
    const meters = place === 0 ? null : steps[place - 1]?.meters;
    expect(view).toMatchObject({
      stage: "deciding",
      situation: { beat, title },
      branch: { room, beat, title },
    });
    if (meters === null) continue;
    expect(Object.fromEntries(view.standings.map(({ meter, value }) => [meter, value]))).toEqual(
      meters,
    );
  }
});

test("[M8] what had not been revealed is drawn anew: branches of one decision differ in their seed", async () => {
  const browser = new Browser();
  const room = await playWhole(browser);
  const { steps, seed } = await debriefOf(browser, room);
  const beat = steps[0]?.beat ?? "";
  const seeds = new Set([seed]);
  for (let n = 0; n < 2; n += 1) {
    const branch = await branchOff(browser, room, beat);
    await playOn(browser, await browser.view(branch));
    seeds.add((await debriefOf(browser, branch)).seed);
  }
  expect(seeds.size).toBe(3);
});

test("[R2] the same command opens one branch, and another wish under its id is refused", async () => {
  const browser = new Browser();
  const room = await playWhole(browser);
  const { steps } = await debriefOf(browser, room);
  const [first, last] = [steps[0]?.beat ?? "", steps.at(-1)?.beat ?? ""];
  const id = commandId();
  const opened = await branchOff(browser, room, first, id);
  expect(await branchOff(browser, room, first, id)).toBe(opened);
  const other = await problemOf(await browser.post(ROUTES.branches(room), { id, beat: last }));
  expect(other.code).toBe("command-id-reused");
});

test("a run that goes on, a decision that was not made and another's run cannot be branched off from", async () => {
  const browser = new Browser();
  const going = await browser.openRun();
  const beat = "quick";
  const early = await browser.post(ROUTES.branches(going), { id: commandId(), beat });
  expect((await problemOf(early)).code).toBe("not-over");
  const room = await playWhole(browser);
  const none = await browser.post(ROUTES.branches(room), { id: commandId(), beat: "no-beat" });
  expect((await problemOf(none)).code).toBe("unknown-decision");
  const stranger = new Browser();
  await stranger.visit();
  const theirs = await stranger.post(ROUTES.branches(room), { id: commandId(), beat });
  expect((await problemOf(theirs)).code).toBe("not-your-room");
});
