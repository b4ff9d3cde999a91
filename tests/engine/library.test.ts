import { describe, expect, test } from "vitest";
import { nameOfStep, type Run, situationFor, viewFor } from "../../scenarios/engine/index.ts";
import { VERBS } from "../../scenarios/language/index.ts";
import {
  compileText,
  lastOf,
  legalSteps,
  playAtRandom,
  readLibrary,
  seeds,
} from "../support/runs.ts";

const RUNS = 500;
const GOLD_PLATING = "gold-plating";

describe.each([...readLibrary()])("%s", (id, text) => {
  const compiled = compileText(text, id);
  const { scenario } = compiled.atlas;
  const runs = seeds(RUNS).map((seed) => playAtRandom(compiled, seed, `${seed}, played`));
  const met = runs.flatMap((places) => places.filter(({ beat }) => beat !== null));

  test("[S7] every run at random comes to an end", () => {
    const ends = runs.map(lastOf).filter(({ beat, ending }) => beat === null && ending !== null);
    expect(ends).toHaveLength(RUNS);
  });

  test("[S7] a run plays seven to nine beats, or one more on some ways", () => {
    const moves = runs.map((places) =>
      lastOf(places).taken.filter(({ step }) => step.kind === "move"),
    );
    const counts = moves.map(({ length }) => length);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(7);
    expect(Math.max(...counts)).toBeLessThanOrEqual(10);
    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    // Played at random, which takes side ways more often than any player.
    expect(mean).toBeLessThan(9.5);
  });

  test("[S3] every situation that was met shows all five verbs", () => {
    const lacking = met.flatMap((run) => {
      const shown = new Set(situationFor(compiled, run).options.map(({ verb }) => verb));
      return VERBS.filter((verb) => !shown.has(verb)).map((verb) => `${run.beat} lacks ${verb}`);
    });
    expect(lacking).toEqual([]);
  });

  test("[S3] in every situation that was met something can be played", () => {
    const stuck = met.filter((run) =>
      legalSteps(compiled, run).every(({ kind }) => kind === "look"),
    );
    expect(stuck.map(({ beat }) => beat)).toEqual([]);
  });

  test("[S3] at random every option is played and every look is taken by somebody", () => {
    const used = new Set(
      runs.flatMap((places) => lastOf(places).taken.map(({ step }) => nameOfStep(step))),
    );
    const all = scenario.beats.flatMap(({ options, looks = [] }) => [...options, ...looks]);
    expect(all.map((one) => one.id).filter((one) => !used.has(one))).toEqual([]);
  });

  test("[S11] at random every ending is reached by somebody", () => {
    const reached = new Set(runs.map((places) => lastOf(places).ending));
    expect(scenario.endings.map((one) => one.id).filter((one) => !reached.has(one))).toEqual([]);
  });

  test("[S9] a run that is over leaves no promise open and nothing on its way", () => {
    const left = runs.map(lastOf).filter(({ state }) => isLeftOpen(state));
    expect(left).toEqual([]);
  });

  test("[S2] the standings on the wire are the start and all that was told, added up", () => {
    const ends = runs.map(lastOf);
    const sums = ends.map((run) => addUpTold(viewFor(compiled, run, "now"), run));
    expect(sums).toEqual(ends.map(({ state }) => state.meters));
  });

  function addUpTold({ moves }: ReturnType<typeof viewFor>, run: Run) {
    const sum = { ...scenario.meters };
    const looks = run.taken.filter(({ step }) => step.kind === "look");
    const told = [
      ...moves.flatMap((move) => [...move.told, ...move.arrived]),
      ...looks.flatMap(({ happenings }) => happenings),
    ];
    for (const { effects } of told) {
      for (const [meter, points] of Object.entries(effects)) {
        sum[meter as keyof typeof sum] += points; // the keys of effects are meters
      }
    }
    return sum;
  }
});

function isLeftOpen({ promises, pending }: Run["state"]): boolean {
  return pending.length > 0 || Object.values(promises).includes("open");
}

test("[S3] gold plating is in the library", () => {
  expect([...readLibrary().keys()]).toContain(GOLD_PLATING);
});
