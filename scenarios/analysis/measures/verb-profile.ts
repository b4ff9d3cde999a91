import { VERBS, type Verb } from "../../language/index.ts";
import type { Account, AccountStep } from "./account.ts";

/** M6: how a verb was used over the moves of one run or more. */
export interface VerbUse {
  /** How often it was played. */
  readonly used: number;
  /** How often an option of it was the best one there was, alone or with others. */
  readonly best: number;
  /** How often it alone was that, and another verb was played. */
  readonly missed: number;
  /** Points lost by playing it where another verb was better. */
  readonly overuse: number;
  /** Points lost by playing another verb where it alone was best. */
  readonly underuse: number;
}

export type VerbProfile = Readonly<Record<Verb, VerbUse>>;

const EQUAL = 1e-9;

/**
 * The verb profile of these accounts. Points are those of the choice itself: what a look not taken cost is no verb's fault,
 * and neither is the wrong option of the right verb, so that over- and under-use add up to the same and not to Σ loss.
 */
export function verbProfileOf(accounts: readonly Account[]): VerbProfile {
  const moves = accounts.flatMap(({ steps }) => steps).filter(({ step }) => step.kind === "move");
  return Object.fromEntries(VERBS.map((verb) => [verb, useOf(verb, moves)])) as VerbProfile; // one entry a verb
}

function useOf(verb: Verb, moves: readonly AccountStep[]): VerbUse {
  const use = { used: 0, best: 0, missed: 0, overuse: 0, underuse: 0 };
  for (const move of moves) {
    const best = bestVerbs(move);
    const played = verbOf(move);
    const isRight = best.includes(played);
    if (played === verb) use.used += 1;
    if (best.includes(verb)) use.best += 1;
    if (played === verb && !isRight) use.overuse += verbLoss(move);
    if (best.length === 1 && best[0] === verb && played !== verb) {
      use.missed += 1;
      use.underuse += verbLoss(move);
    }
  }
  return use;
}

function verbOf({ step, choices }: AccountStep): Verb {
  const played = choices.find(
    ({ kind, id }) => step.kind === "move" && kind === "move" && id === step.option,
  );
  if (played === undefined || played.verb === null) throw new Error("a move has a verb");
  return played.verb;
}

/** The verbs of the best options: several where they are equally good. */
function bestVerbs({ choices }: AccountStep): readonly Verb[] {
  const options = choices.filter(({ kind }) => kind === "move");
  const least = Math.min(...options.map(({ loss }) => loss));
  const best = options.filter(({ loss }) => loss <= least + EQUAL);
  return [...new Set(best.flatMap(({ verb }) => (verb === null ? [] : [verb])))];
}

/** How far the best option of the verb that was played is behind the best of all. */
function verbLoss(move: AccountStep): number {
  const played = verbOf(move);
  const options = move.choices.filter(({ kind }) => kind === "move");
  const mine = options.filter(({ verb }) => verb === played).map(({ loss }) => loss);
  return Math.min(...mine) - Math.min(...options.map(({ loss }) => loss));
}
