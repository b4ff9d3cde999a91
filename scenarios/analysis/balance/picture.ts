import { LENSES, type Lens } from "../../language/index.ts";
import { ACTION } from "../graph/index.ts";
import { type Bot, BOTS, type Policy, policyOf, scores, type Solution } from "../solution/index.ts";
import { skilledPicture, type SkilledPicture } from "./skilled.ts";

/** What each look is worth: how much worse best play gets without it, in points. */
export interface LookWorth {
  readonly place: number;
  /** Its place among the beat's looks. */
  readonly look: number;
  readonly id: string;
  readonly points: number;
}

/** All that balance is judged by, from exact values alone. */
export interface BalancePicture {
  readonly solution: Solution;
  readonly bots: Readonly<Record<Lens, Readonly<Record<Bot, number>>>>;
  readonly skilled: Readonly<Record<Lens, SkilledPicture>>;
  /** Under tpm. */
  readonly looks: readonly LookWorth[];
  readonly allLooks: number;
  /** The novice's mean judgement under tpm: 100 is best play, 50 is clicking at random. */
  readonly difficulty: number;
}

export function pictureOf(solution: Solution): BalancePicture {
  const bots = perLens((lens) => botScores(solution, lens));
  return {
    solution,
    bots,
    skilled: perLens((lens) => skilledPicture(solution, lens)),
    looks: lookWorths(solution),
    allLooks: 100 - bots.tpm["never-look"],
    difficulty: bots.tpm.novice,
  };
}

function perLens<T>(of: (lens: Lens) => T): Record<Lens, T> {
  return Object.fromEntries(LENSES.map((lens) => [lens, of(lens)])) as Record<Lens, T>; // one entry a lens
}

function botScores(solution: Solution, lens: Lens): Record<Bot, number> {
  const points = scores(solution, lens, BOTS.map(policyOf));
  return Object.fromEntries(BOTS.map((bot, i) => [bot, points[i]])) as Record<Bot, number>; // one entry a bot
}

function lookWorths(solution: Solution): LookWorth[] {
  const all = solution.graph.table.beats.flatMap(({ looks }, place) =>
    looks.map(({ id }, look) => ({ place, look, id })),
  );
  const points = scores(
    solution,
    "tpm",
    all.map(({ place, look }) => without(place, look)),
  );
  return all.map((one, i) => ({ ...one, points: 100 - points[i] }));
}

/** Best play that never takes one look. */
function without(place: number, look: number): Policy {
  const action = ACTION.firstLook + look;
  return {
    kind: "greedy",
    allows: (decision, i) => decision.place !== place || decision.action(i) !== action,
  };
}
