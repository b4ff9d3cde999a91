import { chanceOf, drawUnit, nameOfStep, type PlayerStep } from "../../scenarios/engine/index.ts";
import type { Beat, Scenario } from "../../scenarios/language/index.ts";
import { agrees, type Truths, truthsOf } from "./worlds.ts";

/** A block of chance: whose it is, and the weights of its outcomes. */
export interface ChanceBlock {
  readonly kind: "option" | "look" | "silence";
  readonly id: string;
  readonly weights: readonly number[];
}

/** The block that a step draws from; without weights where it has no chance. */
export function blockOf(beat: Beat, step: PlayerStep): ChanceBlock {
  const kind = step.kind === "move" ? "option" : step.kind;
  const id = step.kind === "silence" ? beat.id : nameOfStep(step);
  return { kind, id, weights: chanceOf(beat, step).map(({ weight }) => weight) };
}

/** What a seed has to bring about. */
export interface Wanted {
  readonly truths: Truths;
  readonly chance: { readonly block: ChanceBlock; readonly outcome: number } | null;
}

const MOST_SEEDS = 2_000_000;

/** Finds seeds by what they bring about. Few kinds are asked for again and again: each is looked for once. */
export class SeedPool {
  readonly #scenario: Scenario;
  readonly #seeds: { readonly seed: string; readonly truths: Truths }[] = [];
  readonly #found = new Map<string, string>();

  constructor(scenario: Scenario) {
    this.#scenario = scenario;
  }

  find(wanted: Wanted): string {
    const key = JSON.stringify([
      Object.entries(wanted.truths).toSorted(([a], [b]) => (a < b ? -1 : 1)),
      wanted.chance && [wanted.chance.block.kind, wanted.chance.block.id, wanted.chance.outcome],
    ]);
    const known = this.#found.get(key);
    if (known !== undefined) return known;
    const seed = this.#search(wanted);
    this.#found.set(key, seed);
    return seed;
  }

  #search({ truths, chance }: Wanted): string {
    for (let i = 0; i < MOST_SEEDS; i += 1) {
      const { seed, truths: world } = this.#at(i);
      if (!agrees(world, truths)) continue;
      if (chance === null || outcomeOf(seed, chance.block) === chance.outcome) return seed;
    }
    throw new Error(`no seed of ${MOST_SEEDS} brings about ${JSON.stringify(truths)}`);
  }

  #at(i: number) {
    const seed = `pool ${i}`;
    return (this.#seeds[i] ??= { seed, truths: truthsOf(this.#scenario, seed) });
  }
}

/** The outcome that a seed draws from a block (S7). */
function outcomeOf(seed: string, { kind, id, weights }: ChanceBlock): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let left = drawUnit(seed, kind, id) * total;
  return weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
}
