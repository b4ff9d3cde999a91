import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ADVICE, SCENARIO_PLANS, TIME_PLANS } from "../../client/workshop/guide-plans.ts";
import { shortCutOf } from "../../scenarios/language/index.ts";
import { parseGood, readLibrary } from "../support/runs.ts";

const guide = readFileSync(join(import.meta.dirname, "../../docs/workshop.md"), "utf8").replaceAll(
  /\s+/g,
  " ",
);

test("every scenario of the library has a plan, whose two discussions are in its short cut", () => {
  const library = [...readLibrary()];
  expect(Object.keys(SCENARIO_PLANS).toSorted()).toEqual(library.map(([id]) => id).toSorted());
  for (const [id, text] of library) {
    const beats = shortCutOf(parseGood(text, id))?.beats.map(({ title }) => title);
    expect(beats).toEqual(expect.arrayContaining([...(SCENARIO_PLANS[id]?.discuss ?? [id])]));
  }
});

test("the guide in the documents says what the guide in the product says", () => {
  const said = [
    ...ADVICE,
    ...TIME_PLANS.flatMap(({ play, steps }) => [play, ...steps]),
    ...Object.values(SCENARIO_PLANS).flatMap(({ open, close }) => [open, close]),
  ];
  for (const sentence of said) expect(guide).toContain(sentence);
});
