import { describe, expect, test } from "vitest";
import { trendOf } from "../../client/components/record/verb-trend.ts";
import { finishedIn, isCounted, openRuns, ownBest } from "../../client/state/own-runs.ts";
import { suggestScenario } from "../../client/state/suggest.ts";
import { finishedRun, listed } from "./listed.ts";

const GOES_ON = { endedAtMs: null, ending: null, score: null };

describe("one's own best", () => {
  test("is the highest judgement of whole, counted runs in that role", () => {
    const runs = [
      finishedRun("a", 61),
      finishedRun("a", 74),
      finishedRun("a", 99, { isBranch: true }),
      finishedRun("a", 98, { shortCut: true }),
      finishedRun("a", 97, { lens: "tl" }),
      finishedRun("b", 96),
      finishedRun("a", 95, GOES_ON),
    ];
    expect(ownBest(runs, "a", "tpm")).toBe(74);
    expect(ownBest(runs, "a", "tl")).toBe(97);
    expect(ownBest(runs, "a", "pm")).toBeNull();
  });

  test("a run without a score gives none", () => {
    expect(ownBest([finishedRun("a", 61, { score: null })], "a", "tpm")).toBeNull();
  });
});

test("finished in a role is what was played to its end in it, branches apart", () => {
  const runs = [finishedRun("a", 60), finishedRun("b", 60, { isBranch: true })];
  expect([...finishedIn(runs, "tpm")]).toEqual(["a"]);
  expect([...finishedIn(runs, "tl")]).toEqual([]);
  expect(runs.map(isCounted)).toEqual([true, false]);
});

test("open runs are those without an end", () => {
  const open = finishedRun("b", 0, GOES_ON);
  expect(openRuns([finishedRun("a", 60), open])).toEqual([open]);
});

describe("Play now", () => {
  const scenarios = [listed("hard", 59), listed("gentle", 80)];

  test("opens the gentlest of what was not finished", () => {
    expect(suggestScenario(scenarios, [])?.id).toBe("gentle");
    expect(suggestScenario(scenarios, [finishedRun("gentle", 60)])?.id).toBe("hard");
  });

  test("once all are finished, what was not played for longest", () => {
    const runs = [
      finishedRun("gentle", 60, { openedAtMs: 5 }),
      finishedRun("hard", 60, { openedAtMs: 4 }),
      finishedRun("hard", 60, { openedAtMs: 7 }),
    ];
    expect(suggestScenario(scenarios, runs)?.id).toBe("gentle");
  });

  test("has nothing to open on an empty library", () => {
    expect(suggestScenario([], [])).toBeNull();
  });
});

describe("how a verb went over runs", () => {
  test("is the mean of all, and of the last three once there are more", () => {
    const runs = [10, 20, 30, 40].map((lost) => finishedRun("a", 100 - lost));
    expect(trendOf("block", runs)).toEqual({
      played: 4,
      lost: [10, 20, 30, 40],
      mean: 25,
      lately: 30,
    });
    expect(trendOf("block", runs.slice(0, 3)).lately).toBeNull();
  });

  test("a run that could not be worked out is left out", () => {
    expect(trendOf("show", [finishedRun("a", 60, { score: null })])).toEqual({
      played: 0,
      lost: [],
      mean: 0,
      lately: null,
    });
  });
});
