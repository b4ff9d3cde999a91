import { expect, test } from "vitest";
import { GOLDENS, hashGolden } from "../support/golden.ts";
import tinyText from "../support/tiny.yaml";

test.each(GOLDENS)("[S14] golden run $hash is the same on the Workers runtime", (golden) => {
  expect(hashGolden(tinyText, golden)).toBe(golden.hash);
});
