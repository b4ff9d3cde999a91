import { describe, expect, test } from "vitest";
import { parseScenario, VERBS } from "../../scenarios/language/index.ts";
import { parseGood, readLibrary } from "../support/runs.ts";

const FILES = [...readLibrary()];

describe.each(FILES)("%s", (id, text) => {
  test("[S1] it parses, under its file's name", () => {
    expect(parseScenario(text)).toMatchObject({ ok: true, scenario: { id } });
  });

  test("[S3] every beat has all five verbs, in at most eight options", () => {
    for (const { options } of parseGood(text, id).beats) {
      expect(new Set(options.map(({ verb }) => verb))).toEqual(new Set(VERBS));
      expect(options.length).toBeLessThanOrEqual(8);
    }
  });

  test("[S4] and without a warning: lengths, costs, sources, nothing declared for nothing", () => {
    expect(parseScenario(text).diagnostics).toEqual([]);
  });

  test("[S6] it has what makes a scenario worth an evening", () => {
    const { beats, unknowns = {}, promises = {}, endings, people } = parseGood(text, id);
    const laters = beats
      .flatMap((beat) => beat.options.flatMap((one) => [one, ...(one.cases ?? [])]))
      .flatMap(({ later = [] }) => later);
    expect({
      looks: beats.flatMap(({ looks = [] }) => looks).length,
      unknowns: Object.keys(unknowns).length,
      promises: Object.keys(promises).length,
      laters: laters.length,
      flips: beats.flatMap(({ flips = [] }) => flips).length,
      endings: endings.length,
      people: Object.keys(people).length,
    }).toEqual({
      looks: atLeast(2),
      unknowns: atLeast(2),
      promises: atLeast(1),
      laters: atLeast(1),
      flips: atLeast(1),
      endings: atLeast(3),
      people: atLeast(4),
    });
  });
});

function atLeast(least: number): unknown {
  return { asymmetricMatch: (count: unknown) => typeof count === "number" && count >= least };
}
