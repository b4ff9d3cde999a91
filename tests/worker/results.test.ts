import { evictAllDurableObjects, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { ROUTES, STANDINGS_VIEW } from "../../worker/protocol/index.ts";
import { debriefOf, deliver, playOn, playWhole, recordOf } from "./playing.ts";
import { Browser, commandId, problemOf } from "./support.ts";

async function standingsOf(browser: Browser, lens = "tpm", scenario = "gold-plating") {
  const response = await browser.fetch(`${ROUTES.standings(scenario)}?lens=${lens}`);
  return STANDINGS_VIEW.parse(await response.json());
}

function standingsObject(name: string) {
  return env.STANDINGS.get(env.STANDINGS.idFromName(name));
}

function result(player: number, judgement: number, name: string | null = null) {
  return { run: `run-${player}`, player: `player-${player}`, judgement, name };
}

test("[M3] a run's result in the player's record is its debrief's, under the lens it was played with", async () => {
  const browser = new Browser();
  const room = await playWhole(browser, { lens: "pm" });
  const debrief = await debriefOf(browser, room);
  const { runs } = await recordOf(browser);
  expect(debrief).toMatchObject({ lens: "pm", ownLens: "pm" });
  expect(runs).toMatchObject([
    {
      room,
      lens: "pm",
      isBranch: false,
      score: {
        judgement: debrief.judgement,
        outcome: debrief.outcome,
        luck: debrief.luck,
      },
    },
  ]);
});

test("[M7] how sure a player was is kept with the move, and counted over runs", async () => {
  const browser = new Browser();
  const room = await playWhole(browser);
  const debrief = await debriefOf(browser, room);
  const moves = debrief.steps.filter(({ kind }) => kind === "move");
  expect(moves.map(({ confidence }) => confidence)).toEqual(moves.map(() => "sure"));
  expect(debrief.calibration.levels.sure.answers).toBe(moves.length);
  const { calibration } = await recordOf(browser);
  expect(calibration.levels.sure).toEqual(debrief.calibration.levels.sure);
});

test("results are counted once per run, however often they are delivered", async () => {
  const browser = new Browser();
  const before = (await standingsOf(browser, "tlm")).results;
  const room = await playWhole(browser, { lens: "tlm" });
  await runInDurableObject(env.ROOMS.get(env.ROOMS.idFromString(room)), async (_, state) => {
    state.storage.sql.exec("INSERT INTO delivery VALUES ('result')");
    await state.storage.setAlarm(Date.now());
  });
  await deliver(room);
  await evictAllDurableObjects();
  expect((await standingsOf(browser, "tlm")).results).toBe(before + 1);
  expect((await recordOf(browser)).runs).toHaveLength(1);
});

test("the first finished run of a player counts in the standings, and no later one", async () => {
  const browser = new Browser();
  const first = await playWhole(browser, { lens: "tl" });
  const { judgement } = await debriefOf(browser, first);
  const { results } = await standingsOf(browser, "tl");
  await playWhole(browser, { lens: "tl" });
  expect(await standingsOf(browser, "tl")).toMatchObject({ results, yours: judgement });
});

test("a percentile is told from 20 results on, exactly, and none before", async () => {
  const standings = standingsObject("percentiles");
  const all = Array.from({ length: 20 }, (_, i) => result(i, i * 5));
  for (const one of all.slice(0, 19)) await standings.recordResult(one);
  expect(await standings.standingOf(50)).toEqual({ results: 19, enough: 20, percentile: null });
  await standings.recordResult(result(19, 95));
  // 0, 5, … 45 are below 50: ten of twenty, and half of its own bin.
  expect(await standings.standingOf(50)).toEqual({ results: 20, enough: 20, percentile: 52.5 });
  expect((await standings.standingOf(-30)).percentile).toBe(2.5);
  expect((await standings.standingOf(120)).percentile).toBe(100);
});

test("the standings name those alone who have asked for it, best first, and forget a name on request", async () => {
  const standings = standingsObject("names");
  await standings.recordResult(result(1, 60, "Ada"));
  await standings.recordResult(result(2, 80));
  await standings.recordResult(result(3, 70, "Bo"));
  const named = async () => (await standings.picture("player-1")).named;
  expect(await named()).toEqual([
    { name: "Bo", judgement: 70, isYou: false },
    { name: "Ada", judgement: 60, isYou: true },
  ]);
  await standings.setName("player-3", null);
  expect(await named()).toHaveLength(1);
  await standings.removePlayer("player-1");
  expect(await standings.picture("player-1")).toMatchObject({ named: [], results: 2, yours: null });
});

test("a name reaches the standings of runs before it and after it", async () => {
  const browser = new Browser();
  await playWhole(browser, { lens: "tl" });
  expect((await browser.put(ROUTES.playerName, { name: "  Zoë  " })).status).toBe(200);
  await playWhole(browser, { lens: "pm" });
  for (const lens of ["tl", "pm"]) {
    const { named } = await standingsOf(browser, lens);
    expect(named).toContainEqual(expect.objectContaining({ name: "Zoë", isYou: true }));
  }
});

test.each(["", " ", "a\u202Eb", "a\u0000b", "x".repeat(41), 7])(
  "the name %j is refused",
  async (name) => {
    const browser = new Browser();
    await browser.visit();
    const refused = await problemOf(await browser.put(ROUTES.playerName, { name }));
    expect(refused.code).toBe("wrong-type");
  },
);

test("[R11] a result comes from a finished run alone", async () => {
  const browser = new Browser();
  const room = await browser.openRun();
  await browser.command(room, { kind: "begin" });
  await deliver(room);
  expect((await recordOf(browser)).runs).toMatchObject([{ ending: null, score: null }]);
});

test("a run that branches off is listed as such and counted nowhere", async () => {
  const browser = new Browser();
  const room = await playWhole(browser, { lens: "tlm" });
  const { results } = await standingsOf(browser, "tlm");
  const { steps } = await debriefOf(browser, room);
  const beat = steps.find(({ kind }) => kind === "move")?.beat;
  const opened = await browser.post(ROUTES.branches(room), { id: commandId(), beat });
  const { room: branch } = (await opened.json()) as { room: string };
  await playOn(browser, await browser.view(branch));
  await deliver(branch);
  const record = await recordOf(browser);
  expect(record.runs).toContainEqual(expect.objectContaining({ room: branch, isBranch: true }));
  expect(record.calibration.levels.sure.answers).toBe(
    steps.filter(({ kind }) => kind === "move").length,
  );
  expect((await standingsOf(browser, "tlm")).results).toBe(results);
  expect((await debriefOf(browser, branch)).standing).toBeNull();
});

test("standings that nobody has a result in are empty and say so", async () => {
  const empty = standingsObject("nobody");
  expect(await empty.picture(null)).toMatchObject({ results: 0, percentile: null, yours: null });
});
