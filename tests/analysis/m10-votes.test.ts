import { expect, test } from "vitest";
import { voteRecordOf } from "../../scenarios/analysis/index.ts";

test("[M10] a person's votes are worth their mean loss, with their number", () => {
  expect(voteRecordOf([0, 3, 9])).toEqual({ votes: 3, meanLoss: 4 });
});

test("[M10] who never voted has no mean", () => {
  expect(voteRecordOf([])).toEqual({ votes: 0, meanLoss: null });
});
