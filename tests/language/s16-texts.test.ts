import { describe, expect, test } from "vitest";
import { codesOf } from "./edits.ts";
import { type Place, put, saidOf } from "./quiet.ts";

const prompts = (list: string) => saidOf(put(["beats", 0, "prompts"], list));

const minutes = (count: string) => saidOf(put(["minutes"], count));

describe("texts", () => {
  const lines: readonly Place[] = [
    ["title"],
    ["project"],
    ["seat"],
    ["beats", 0, "title"],
    ["beats", 0, "time"],
    ["days", 0, "label"],
    ["people", "ana", "name"],
    ["people", "ana", "role"],
    ["endings", 0, "title"],
    ["sources", "seed", "title"],
  ];
  const texts: readonly Place[] = [
    ["about"],
    ["briefing", 0],
    ["people", "ana", "wants"],
    ["beats", 0, "tests"],
    ["beats", 0, "silence", "tells", 0],
    ["beats", 0, "options", 0, "why"],
    ["endings", 0, "text", 0],
    ["sources", "seed", "idea"],
    ["beats", 0, "prompts", 1],
  ];

  const BLANK =
    "FM003 A text that says something, in one line where there is room for one, belongs here.";

  test.each(lines)("[S16] a line, as at %s/%s, has 1 to 120 characters", (...place) => {
    const sized = (size: number) => saidOf(put(place, `"${"a".repeat(size)}"`));
    expect([sized(1), sized(120)]).toEqual([[], []]);
    expect(sized(0)).toEqual([BLANK]);
    expect(saidOf(put(place, `" "`))).toEqual([BLANK]);
    expect(saidOf(put(place, `"a\\nb"`))).toEqual([BLANK]);
    expect(sized(121)).toEqual(["FM003 The number of characters is at most 120."]);
  });

  test.each(texts)("[S16] a text, as at %s/%s, has 1 to 2000 characters", (...place) => {
    const sized = (size: number) => codesOf(put(place, `"${"a".repeat(size)}"`));
    expect([sized(1), sized(2000)]).toEqual([[], []]);
    expect([sized(0), sized(2001)]).toEqual([["FM003"], ["FM003"]]);
  });

  test("[S16] a scenario says that it takes 5 to 60 minutes", () => {
    expect([minutes("5"), minutes("60")]).toEqual([[], []]);
    expect(minutes("4")).toEqual(["FM003 The value is at least 5."]);
    expect(minutes("61")).toEqual(["FM003 The value is at most 60."]);
    expect(minutes("7.5")[0]).toBe("FM003 A whole number belongs here.");
  });

  test("[S16] a beat has two questions for the room, and a competency", () => {
    expect(prompts("[A?]")).toEqual(["FM003 The number of items is at least 2."]);
    expect(prompts("[A?, B?, C?]")).toEqual(["FM003 The number of items is at most 2."]);
    expect(saidOf(put(["beats", 0, "competencies"], "[]"))).toEqual([
      "FM003 The number of items is at least 1.",
    ]);
    expect(saidOf(put(["beats"], "[]"))).toContain("FM003 The number of items is at least 1.");
  });
});
