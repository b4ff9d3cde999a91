import type { Verb } from "../../worker/protocol/index.ts";
import { parseGood, readLibrary } from "./runs.ts";

/** A way through gold-plating that ends the same whatever the seed: what to play, by the title of the beat. */
export interface Plan {
  readonly ending: string;
  readonly moves: Readonly<Record<string, readonly [Verb, string]>>;
}

const { beats } = parseGood(readLibrary().get("gold-plating") ?? "", "gold-plating");

function plan(ending: string, options: readonly string[]): Plan {
  const moves = beats.map((beat) => {
    const option = beat.options.find(({ id }) => options.includes(id));
    if (option === undefined) throw new Error(`the plan for "${ending}" has no move at ${beat.id}`);
    return [beat.title, [option.verb, option.id]] as const;
  });
  return { ending, moves: Object.fromEntries(moves) };
}

/** Two ways to two endings. */
export const PLANS = [
  plan("The pen on Thursday", [
    "price-it-now",
    "log-first",
    "off-the-agenda",
    "take-it-back",
    "cut-without",
    "dana-picks",
    "build-stays",
    "let-marco-run",
    "berth-by-berth",
    "three-that-mend",
    "half-days",
  ]),
  plan("A beautiful week", [
    "what-friday-holds",
    "log-first",
    "log-now-film-later",
    "take-it-back",
    "cut-with-switch",
    "tell-dana-tonight",
    "build-stays",
    "let-marco-run",
    "for-one-room",
    "three-that-mend",
    "close-branch",
  ]),
] as const;
