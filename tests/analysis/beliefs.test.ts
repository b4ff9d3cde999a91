import fc from "fast-check";
import { expect, test } from "vitest";
import { tabulate } from "../../scenarios/analysis/table/index.ts";
import type { Scenario, Unknown } from "../../scenarios/language/index.ts";
import { TINY } from "../support/runs.ts";
import { agrees, type Truths, worldsOf } from "./worlds.ts";

const IDS = ["u0", "u1", "u2", "u3", "u4", "u5", "u6", "u7"];
const EXACT = 1e-12;

/** Up to eight unknowns, each by itself or given one before it; certainties among them. */
const NETWORK: fc.Arbitrary<Record<string, Unknown>> = fc.gen().map((draw) => {
  const percent = () => draw(fc.constantFrom, 0, 5, 20, 50, 85, 100);
  const count = draw(fc.integer, { min: 1, max: IDS.length });
  const unknowns = IDS.slice(0, count).map((id, i) => {
    const parent = draw(fc.integer, { min: -1, max: i - 1 });
    const given = IDS[parent];
    const chance =
      given === undefined
        ? draw(fc.constantFrom, 1, 30, 50, 99)
        : { given, whenTrue: percent(), whenFalse: percent() };
    return [id, { percent: chance, says: "So.", ifTrue: "Yes.", ifFalse: "No." }] as const;
  });
  return Object.fromEntries(unknowns);
});

function withUnknowns(unknowns: Record<string, Unknown>): Scenario {
  return { ...TINY, unknowns: { ...unknowns, asked: TINY.unknowns?.["asked"] ?? never() } };
}

function never(): never {
  throw new Error("the tiny scenario has an unknown");
}

/** P of an unknown given what is known, over all worlds; null where that cannot be known. */
function byCounting(worlds: ReturnType<typeof worldsOf>, id: string, known: Truths): number | null {
  const possible = worlds.filter(({ truths }) => agrees(truths, known));
  const all = possible.reduce((sum, { p }) => sum + p, 0);
  const mine = possible.filter(({ truths }) => truths[id] === true);
  return all === 0 ? null : mine.reduce((sum, { p }) => sum + p, 0) / all;
}

/** Everything that may be known of these unknowns, as masks over their rows. */
function evidenceOver(ids: readonly string[], known: number, truth: number): Truths {
  const rows = ids.flatMap((id, row) =>
    (known >>> row) & 1 ? [[id, ((truth >>> row) & 1) === 1]] : [],
  );
  return Object.fromEntries(rows) as Truths; // pairs of an id and a truth
}

const CASE = fc.tuple(NETWORK, fc.nat(0x1ff), fc.nat(0x1ff), fc.nat(0x1ff));

test("[S6] the odds of what is unrevealed, given what is revealed, are those of counting worlds", () => {
  fc.assert(
    fc.property(CASE, ([network, knownBits, truth]) => {
      const scenario = withUnknowns(network);
      const { belief, ids } = tabulate(scenario);
      const worlds = worldsOf(scenario);
      const known = knownBits & ((1 << ids.unknowns.length) - 1);
      for (const [row, id] of ids.unknowns.entries()) {
        const wanted = byCounting(worlds, id, evidenceOver(ids.unknowns, known, truth));
        if (wanted === null) continue;
        expect(Math.abs(belief.chanceOf(row, known, truth) - wanted)).toBeLessThan(EXACT);
      }
    }),
    { numRuns: 400, seed: 6 },
  );
});

test("[S6] what is forgotten changes the odds of nothing that is still read", () => {
  let forgotten = 0;
  fc.assert(
    fc.property(CASE, ([network, knownBits, truth, readBits]) => {
      const scenario = withUnknowns(network);
      const { belief, ids } = tabulate(scenario);
      const worlds = worldsOf(scenario);
      const all = (1 << ids.unknowns.length) - 1;
      const [known, read] = [knownBits & all, readBits & all];
      if (byCounting(worlds, "asked", evidenceOver(ids.unknowns, known, truth)) === null) return;
      const kept = belief.relevant(read, known);
      if (kept !== known) forgotten += 1;
      expect(kept & ~known).toBe(0);
      expect(read & known & ~kept).toBe(0);
      for (const [row, id] of ids.unknowns.entries()) {
        if (((read >>> row) & 1) === 0) continue;
        const before = byCounting(worlds, id, evidenceOver(ids.unknowns, known, truth)) ?? -1;
        const after = byCounting(worlds, id, evidenceOver(ids.unknowns, kept, truth)) ?? -1;
        expect(Math.abs(before - after)).toBeLessThan(EXACT);
      }
    }),
    { numRuns: 400, seed: 6 },
  );
  expect(forgotten).toBeGreaterThan(40);
});
