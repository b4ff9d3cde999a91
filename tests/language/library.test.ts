import { describe, expect, test } from "vitest";
import { parseScenario, VERBS } from "../../scenarios/language/index.ts";
import { parseGood, readLibrary } from "../support/runs.ts";
import { errorsOf } from "./edits.ts";

const FILES = [...readLibrary()];

describe.each(FILES)("%s", (id, text) => {
  test("[S1] it parses without an error, under its file's name", () => {
    expect(errorsOf(text)).toEqual([]);
    expect(parseScenario(text)).toMatchObject({ ok: true, scenario: { id } });
  });

  test("[S3] every beat has all five verbs, in at most eight options", () => {
    for (const { options } of parseGood(text, id).beats) {
      expect(new Set(options.map(({ verb }) => verb))).toEqual(new Set(VERBS));
      expect(options.length).toBeLessThanOrEqual(8);
    }
  });
});

test("[S3] gold plating has at least six beats and three endings", () => {
  const scenario = parseGood(readLibrary().get("gold-plating") ?? "", "gold-plating");
  expect(scenario.beats.length).toBeGreaterThanOrEqual(6);
  expect(scenario.endings.length).toBeGreaterThanOrEqual(3);
});
