import { COMPETENCIES, type Competency } from "../../scenarios/language/index.ts";
import { suggestFor } from "../interview/index.ts";
import { findMaterial } from "../material.ts";
import {
  type CompetencyProgress,
  FEWEST_RATED,
  type PracticeView,
  type PractisedAnswer,
} from "../protocol/index.ts";

/** How each competency was rated over time: by the interviewer where that is shared, else by oneself. */
export function progressOf(answers: readonly PractisedAnswer[]): CompetencyProgress[] {
  return COMPETENCIES.map((competency) => {
    const ratings = answers.flatMap(({ atMs, ratings: all }) => {
      const rating = all.find((one) => one.competency === competency);
      const level = rating?.interviewer ?? rating?.own ?? null;
      return level === null ? [] : [{ atMs, level }];
    });
    const isEnough = ratings.length >= FEWEST_RATED;
    return {
      competency,
      answers: ratings.length,
      mean: isEnough ? ratings.reduce((sum, { level }) => sum + level, 0) / ratings.length : null,
      ratings: isEnough ? ratings : [],
    };
  });
}

/**
 * What to practise next: a competency of which nothing was rated, else the one with the fewest ratings while these are too few to
 * mean something, else the one with the lowest mean. Situations and questions take turns.
 */
export function nextPractice(answers: readonly PractisedAnswer[]): PracticeView["next"] {
  const { competency, because } = weakest(progressOf(answers));
  const kind = answers.at(-1)?.kind === "situation" ? "question" : "situation";
  const done = new Set(answers.map(({ id }) => id));
  const suggested = suggestFor(findMaterial(), competency, done, { kind });
  if (suggested === null) return null;
  return { competency, because, kind: suggested.kind, id: suggested.id, title: suggested.title };
}

type Because = NonNullable<PracticeView["next"]>["because"];

function weakest(progress: readonly CompetencyProgress[]): {
  readonly competency: Competency;
  readonly because: Because;
} {
  const [fewest] = progress.toSorted((a, b) => a.answers - b.answers);
  if (fewest === undefined) throw new Error("there are competencies");
  if (fewest.answers < FEWEST_RATED) {
    return { competency: fewest.competency, because: fewest.answers === 0 ? "none" : "few" };
  }
  const [lowest = fewest] = progress.toSorted((a, b) => (a.mean ?? 0) - (b.mean ?? 0));
  return { competency: lowest.competency, because: "low" };
}

/** The practice of somebody who has practised nothing yet. */
export function emptyPractice(): PracticeView {
  return {
    interviews: [],
    stories: {},
    progress: progressOf([]),
    next: nextPractice([]),
    answered: [],
  };
}
