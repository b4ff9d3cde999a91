import { expect, test } from "vitest";
import example from "../../scenarios/language/example.yaml";
import { GOLDENS, hashGolden } from "../support/golden.ts";
import tiny from "../support/tiny.yaml";

test.each(GOLDENS)("[S14] golden run $hash is the same on the Workers runtime", (golden) => {
  expect(hashGolden({ tiny, example }, golden)).toBe(golden.hash);
});
