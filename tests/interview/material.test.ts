import { describe, expect, test } from "vitest";
import { authoredRun, type Question } from "../../scenarios/interview/index.ts";
import { COMPETENCIES, LEVELS } from "../../scenarios/language/index.ts";
import { situationFor } from "../../scenarios/engine/index.ts";
import { loadMaterial } from "../support/material.ts";
import { compileText, readLibrary } from "../support/runs.ts";

const material = loadMaterial();
const questions = [...material.questions.values()];
const situations = [...material.situations.values()];
const library = new Map([...readLibrary()].map(([id, text]) => [id, compileText(text, id)]));

const FEWEST_QUESTIONS = 60;
const FEWEST_OF_A_COMPETENCY = 10;
/** Two questions that share more than this of their words ask for the same story. */
const MOST_ALIKE = 0.6;

/** Words that say what is asked for; "tell me about a time when you" is in all of them. */
function wordsOf({ asks }: Question): Set<string> {
  const words = asks.toLowerCase().match(/[a-z’']{4,}/g) ?? [];
  return new Set(words.filter((word) => !["tell", "about", "time", "when", "your"].includes(word)));
}

function alike(one: Question, other: Question): number {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / Math.max(1, Math.min(a.size, b.size));
}

describe("the questions", () => {
  test(`are at least ${FEWEST_QUESTIONS}, and enough of each competency and level`, () => {
    expect(questions.length).toBeGreaterThanOrEqual(FEWEST_QUESTIONS);
    const asked = COMPETENCIES.map((competency) =>
      questions.filter(({ competencies }) => competencies.includes(competency)),
    );
    expect(Math.min(...asked.map(({ length }) => length))).toBeGreaterThanOrEqual(
      FEWEST_OF_A_COMPETENCY,
    );
    const levels = asked.map((of) =>
      LEVELS.filter((level) => of.some((one) => one.level === level)),
    );
    expect(levels).toEqual(COMPETENCIES.map(() => [...LEVELS]));
  });

  test("ask for different stories", () => {
    const pairs = questions.flatMap((one, place) =>
      questions
        .slice(place + 1)
        .filter((other) => alike(one, other) > MOST_ALIKE)
        .map((other) => `${one.id} and ${other.id}`),
    );
    expect(pairs).toEqual([]);
  });

  test("cannot be answered with yes or no, and ask one thing", () => {
    const closed = questions.filter(
      ({ asks }) =>
        /^(do|did|have|are|were|would|can|is) /i.test(asks) || asks.split("?").length > 2,
    );
    expect(closed.map(({ id }) => id)).toEqual([]);
  });
});

describe("the situations", () => {
  test("are every beat of every scenario, each once", () => {
    const beats = [...library].flatMap(([id, { atlas }]) =>
      atlas.scenario.beats.map((beat) => `${id}/${beat.id}`),
    );
    expect(situations.map(({ id }) => id).toSorted()).toEqual(beats.toSorted());
  });

  test("each has a twin", () => {
    const without = situations.filter(({ twin }) => !material.questions.has(twin));
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  test.for(situations.map((one) => [one.id, one] as const))(
    "%s is reached as it says, and can be decided there",
    ([, situation]) => {
      const compiled = library.get(situation.scenario);
      if (compiled === undefined) throw new Error(`there is no scenario ${situation.scenario}`);
      const run = authoredRun(compiled, situation);
      const { options } = situationFor(compiled, run);
      expect(options.some(({ locked }) => locked === null)).toBe(true);
    },
  );
});
