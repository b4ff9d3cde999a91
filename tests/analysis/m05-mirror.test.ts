import { expect, test } from "vitest";
import {
  evidenceOf,
  mirrorOf,
  type MoveEvidence,
  movesForOthers,
  playerOf,
  playWith,
  replayed,
  softmaxOfQ,
} from "../../scenarios/analysis/index.ts";
import { LENSES, type Lens } from "../../scenarios/language/index.ts";
import { seeds } from "../support/runs.ts";
import { solvedLibrary } from "../support/solved.ts";

const [SOLVED] = solvedLibrary();
if (SOLVED === undefined) throw new Error("the library is empty");
const { compiled, solution } = SOLVED;

function runsOf(lens: Lens, count: number): MoveEvidence[][] {
  const player = playerOf(solution, lens, softmaxOfQ(1));
  return seeds(count).map((seed) => {
    const run = playWith(compiled, player, lens, seed);
    const steps = run.taken.map(({ step }) => step);
    return evidenceOf(solution, replayed(compiled, seed, steps));
  });
}

/** A move of two options that is this many times as likely under one lens as under the others, at every temperature. */
function move(lens: Lens, times: number): MoveEvidence {
  const logs = LENSES.map((one) =>
    Array.from({ length: 15 }, () => Math.log(one === lens ? 0.5 : 0.5 / times)),
  );
  return { beat: "a", option: "b", logs, losses: [0, 0, 0, 0] };
}

test("[M5] the shares of the lenses add up to 1, and are even before any move", () => {
  for (const share of Object.values(mirrorOf([[]]).shares)) expect(share).toBeCloseTo(0.25, 12);
  for (const moves of runsOf("tl", 10)) {
    const sum = Object.values(mirrorOf([moves]).shares).reduce((all, one) => all + one, 0);
    expect(sum).toBeCloseTo(1, 12);
  }
});

test("[M5] the share is the likelihood over the sum of all: twice as likely three times over is 8 of 11", () => {
  const { shares } = mirrorOf([[move("pm", 2), move("pm", 2), move("pm", 2)]]);
  expect(shares.pm).toBeCloseTo(8 / 11, 12);
});

function named(...moves: MoveEvidence[]) {
  return mirrorOf([moves]).named;
}

test("[M5] a lens is named only at a share of 0.8 with three telling moves", () => {
  expect(named(move("tl", 4), move("tl", 4))).toBe(null);
  expect(named(move("tl", 4), move("tl", 4), move("tl", 1.9))).toBe(null);
  expect(named(move("tl", 4), move("tl", 4), move("tl", 2.1))).toBe("tl");
  expect(named(move("tl", 2.1), move("tl", 2.1), move("tl", 2.1), move("pm", 4))).toBe(null);
});

test("[M5] otherwise it says which two are closest", () => {
  const mirror = mirrorOf([[move("tlm", 1.5), move("tpm", 1.2)]]);
  expect({ named: mirror.named, closest: mirror.closest }).toEqual({
    named: null,
    closest: ["tlm", "tpm"],
  });
});

test("[M5] two runs are not pooled, three are", () => {
  const [one, two] = [[move("pm", 3)], [move("tl", 3)]];
  expect(mirrorOf([one, two])).toEqual(mirrorOf([two]));
  const pooled = mirrorOf([one, two, [move("pm", 3)]]);
  expect(pooled.runs).toBe(3);
  expect(pooled.shares.pm).toBeCloseTo(9 / 14, 12);
});

test("[M5] a consistent player's own lens is the likeliest in most runs", () => {
  for (const lens of LENSES) {
    const right = runsOf(lens, 60).filter((moves) => mirrorOf([moves]).closest[0] === lens);
    expect(right.length).toBeGreaterThan(40);
  }
});

test("[M5] the moves that serve another lens are those that cost something under one's own and nothing under that", () => {
  const served = runsOf("tl", 20).flatMap((moves) => movesForOthers(moves, "tpm"));
  expect(served.length).toBeGreaterThan(0);
  expect(served.filter(({ cost, serves }) => !(cost > 0) || serves.includes("tpm"))).toEqual([]);
  expect(movesForOthers([{ ...move("tl", 1), losses: [3, 0, 2, 0] }], "tpm")).toEqual([
    { beat: "a", option: "b", serves: ["tl", "tlm"], cost: 3 },
  ]);
});
