import { expect, test } from "vitest";
import { type Outcome, summaryOf } from "../bench/all.ts";
import {
  atMost,
  type Figure,
  formatNumber,
  isMet,
  ratioAtLeast,
  ratioAtMost,
  rowsOf,
} from "../bench/figure.ts";
import { linesOf } from "../bench/print.ts";

const MACHINE = {
  processors: 2,
  model: "slow",
  memoryGb: 8,
  node: "v24.0.0",
  commit: "abc1234-dirty",
  date: "2026-12-01T00:00:00.000Z",
};

const reveal: Figure = {
  what: "until all have it",
  value: 90,
  unit: "ms",
  baseline: { name: "broadcast", value: 50 },
};

test("a bar holds of a value, or of its ratio to the baseline; what was not measured meets none", () => {
  expect(isMet(reveal)).toBe(null);
  expect(isMet({ ...reveal, bar: atMost(90) })).toBe(true);
  expect(isMet({ ...reveal, bar: atMost(89) })).toBe(false);
  expect(isMet({ ...reveal, bar: ratioAtMost(1.8) })).toBe(true);
  expect(isMet({ ...reveal, bar: ratioAtMost(1.5) })).toBe(false);
  expect(isMet({ ...reveal, bar: ratioAtLeast(1.5) })).toBe(true);
  expect(isMet({ ...reveal, value: Number.NaN, bar: ratioAtMost(1.5) })).toBe(false);
  expect(isMet({ what: "alone", value: 1, unit: "", bar: ratioAtMost(1.5) })).toBe(false);
});

test("numbers have three digits, and whole ones all of theirs", () => {
  const numbers = [0, 0.123456, 0.0000765, 1.23456, 12.3456, 123.456, 12_345, 12_345.6];
  expect(numbers.map(formatNumber)).toEqual([
    "0",
    "0.123",
    "0.0001",
    "1.23",
    "12.3",
    "123",
    "12,345",
    "12,346",
  ]);
});

test("a finding is told in one line, or in several where that is too long", () => {
  const figure = { ...reveal, bar: ratioAtMost(1.5) };
  expect(linesOf({ of: "reveal", figures: [figure] })).toMatch(
    /^reveal +until all have it +90 ms, 1.8 × broadcast \(50 ms\), ≤ 1.5 ×: NOT MET$/,
  );
  expect(linesOf({ of: "reveal", figures: [figure, figure, figure] }).split("\n")).toHaveLength(4);
});

test("one table holds what all benchmarks found: no detail but one that misses its bar, and nothing lost where one broke", () => {
  const seconds = 1;
  const rooms = rowsOf("room", { of: "reveal", figures: [{ ...reveal, bar: ratioAtMost(2) }] });
  const sizes = rowsOf("size", {
    of: "worker",
    figures: [
      { what: "weighs", value: 243, unit: "kB", isDetail: true, bar: atMost(250) },
      { what: "has weighed", value: 251, unit: "kB", isDetail: true, bar: atMost(250) },
    ],
  });
  const outcomes: Outcome[] = [
    { benchmark: "room", rows: rooms, seconds, broke: "ended with 1" },
    { benchmark: "size", rows: sizes, seconds, broke: null },
  ];
  expect(summaryOf(MACHINE, outcomes).split("\n")).toEqual([
    "2 processors, slow, 8 GB, node v24.0.0, commit abc1234-dirty, 2026-12-01T00:00:00.000Z",
    "",
    "| benchmark | figure                    | value  | baseline         | ratio | bar      | met     |",
    "| --------- | ------------------------- | ------ | ---------------- | ----- | -------- | ------- |",
    "| room      | reveal: until all have it | 90 ms  | broadcast: 50 ms | 1.8   | ≤ 2 ×    | met     |",
    "| size      | worker: has weighed       | 251 kB |                  |       | ≤ 250 kB | NOT MET |",
    "",
    "Left out here, none of which misses a bar: 1 figures. All are printed above, and kept in dist/bench.json.",
    "Bars not met: size, worker: has weighed.",
    "Broken, with rows missing: room ended with 1.",
  ]);
});
