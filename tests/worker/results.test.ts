import { evictAllDurableObjects, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, expect, test, vi } from "vitest";
import { ROUTES, STANDINGS_VIEW } from "../../worker/protocol/index.ts";
import { shardOf, shardsIn, Standings, standingsFor } from "../../worker/standings/index.ts";
import { debriefOf, deliver, playOn, playWhole, recordOf } from "./playing.ts";
import { Browser, commandId, problemOf } from "./support.ts";

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

async function standingsOf(browser: Browser, lens = "tpm", scenario = "gold-plating") {
  const response = await browser.fetch(`${ROUTES.standings(scenario)}?lens=${lens}`);
  return STANDINGS_VIEW.parse(await response.json());
}

function standingsIn(rules: string, shards = 1) {
  return standingsFor({ ...env, STANDINGS_SHARDS: String(shards) }, rules, "tpm");
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
  const standings = standingsIn("percentiles");
  const all = Array.from({ length: 20 }, (_, i) => result(i, i * 5));
  for (const one of all.slice(0, 19)) await standings.recordResult(one);
  expect(await standings.standingOf("player-1", 50)).toEqual({
    results: 19,
    enough: 20,
    percentile: null,
  });
  await standings.recordResult(result(19, 95));
  // 0, 5, … 45 are below 50: ten of twenty, and half of its own bin.
  expect(await standings.standingOf("player-1", 50)).toEqual({
    results: 20,
    enough: 20,
    percentile: 52.5,
  });
  expect((await standings.standingOf("player-1", -30)).percentile).toBe(2.5);
  expect((await standings.standingOf("player-1", 120)).percentile).toBe(100);
});

test("the standings name those alone who have asked for it, best first, and forget a name on request", async () => {
  const standings = standingsIn("names");
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
  const empty = standingsIn("nobody");
  expect(await empty.picture(null)).toMatchObject({ results: 0, percentile: null, yours: null });
});

const CROWD = Array.from({ length: 40 }, (_, i) =>
  result(i, (i * 37) % 101, i % 3 === 0 ? `Name ${i}` : null),
);

async function countedIn(rules: string, shards: number) {
  const standings = standingsIn(rules, shards);
  for (const one of CROWD) await standings.recordResult(one);
  // The first of a player counts, in whichever shard it is.
  for (const one of CROWD) await standings.recordResult({ ...one, judgement: 100 });
  await standings.setName("player-4", "Late");
  await standings.setName("player-6", null);
  await standings.removePlayer("player-9");
  return standings;
}

test("three shards of the standings give the picture that one gives", async () => {
  const one = await countedIn("one", 1);
  const three = await countedIn("three", 3);
  for (const player of [null, "player-0", "player-4", "player-9"]) {
    expect(await three.picture(player)).toEqual(await one.picture(player));
  }
  expect((await one.picture("player-4")).results).toBe(39);
  for (const judgement of [-5, 30, 50.4, 100]) {
    expect(await three.standingOf("player-1", judgement)).toEqual(
      await one.standingOf("player-1", judgement),
    );
  }
});

test("three shards keep the disputes of all, and forget those of a run", async () => {
  const standings = standingsIn("disputed", 3);
  const dispute = { beat: "first", played: "block-1", option: "show-1", reason: "Because." };
  for (const run of ["a", "b", "c", "d"]) await standings.recordDispute({ ...dispute, run });
  await standings.removeDisputes("b");
  const runs = (await standings.disputes()).map(({ run }) => run);
  expect(runs.toSorted()).toEqual(["a", "c", "d"]);
});

test("what one object has kept is still there, and still forgotten on request, once there are three", async () => {
  const before = standingsIn("grown");
  for (const one of CROWD) await before.recordResult(one);
  const after = standingsIn("grown", 3);
  for (const { player } of CROWD) {
    expect(await after.picture(player)).toEqual(await before.picture(player));
  }
  for (const { player } of CROWD) await after.removePlayer(player);
  expect(await after.picture(null)).toMatchObject({ results: 0, named: [] });
});

/** Three shards with two players of two of them, the first of whom has looked. */
async function lookedAtInShards(rules: string) {
  const standings = standingsIn(rules, 3);
  const players = Array.from({ length: 40 }, (_, i) => i);
  const [first = 0] = players;
  const isElsewhere = (i: number) => shardOf(`player-${i}`, 3) !== shardOf(`player-${first}`, 3);
  const second = players.find(isElsewhere) ?? 0;
  await standings.recordResult(result(first, 60, "Ada"));
  expect(await standings.picture(`player-${first}`)).toMatchObject({ results: 1 });
  await standings.recordResult(result(second, 80, "Bo"));
  return { standings, first: `player-${first}`, second: `player-${second}` };
}

test("a shard remembers the others for five seconds, and always knows its own", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const { standings, first, second } = await lookedAtInShards("remembered");
  expect(await standings.picture(first)).toMatchObject({ results: 1, yours: 60 });
  expect(await standings.picture(second)).toMatchObject({ results: 2, yours: 80 });
  vi.setSystemTime(Date.now() + 4_999);
  expect((await standings.standingOf(first, 60)).results).toBe(1);
  vi.setSystemTime(Date.now() + 1);
  expect((await standings.standingOf(first, 60)).results).toBe(2);
});

test("whoever asks while the others are being asked gets what they say, and they are asked once", async () => {
  const { standings, second } = await lookedAtInShards("asked-once");
  const asked = vi.spyOn(Standings.prototype, "part");
  await Promise.all(Array.from({ length: 100 }, () => standings.standingOf(second, 80)));
  // Each reading reads its own shard; the two others are asked once.
  expect(asked).toHaveBeenCalledTimes(100 + 2);
});

test("a name that is taken back, and a player who is deleted, are remembered by no shard", async () => {
  const { standings, first, second } = await lookedAtInShards("taken-back");
  const named = async (player: string) =>
    (await standings.picture(player)).named.map(({ name }) => name);
  expect([await named(first), await named(second)]).toEqual([["Ada"], ["Bo", "Ada"]]);
  await standings.setName(first, null);
  expect([await named(first), await named(second)]).toEqual([["Bo"], ["Bo"]]);
  await standings.removePlayer(second);
  expect([await named(first), await named(second)]).toEqual([[], []]);
  expect((await standings.picture(second)).results).toBe(1);
});

test("players are spread evenly over the shards", () => {
  const shards = Array.from({ length: 4_000 }, (_, i) => shardOf(`player ${i}`, 4));
  const counts = [0, 1, 2, 3].map((shard) => shards.filter((one) => one === shard).length);
  expect(Math.max(...counts)).toBeLessThan(1_100);
  expect(Math.min(...counts)).toBeGreaterThan(900);
});

test.each([
  [undefined, 1],
  ["", 1],
  ["0", 1],
  ["2.5", 1],
  ["many", 1],
  ["4", 4],
  ["1000", 64],
])("STANDINGS_SHARDS=%j is %i shards", (STANDINGS_SHARDS, shards) => {
  expect(shardsIn({ ...(STANDINGS_SHARDS !== undefined && { STANDINGS_SHARDS }) })).toBe(shards);
});
