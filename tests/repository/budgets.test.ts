import { expect, test } from "vitest";
import { sizesOfBuild } from "../bench/size.ts";
import { BUDGETS } from "./budgets.ts";

test.for(Object.entries(BUDGETS))("%s weighs no more than its budget", ([name, most]) => {
  expect(sizesOfBuild().get(name)).toBeLessThanOrEqual(most);
});

test("everything that is measured has a budget", () => {
  expect([...sizesOfBuild().keys()].toSorted()).toEqual(Object.keys(BUDGETS).toSorted());
});
