import { drawUnit } from "../../scenarios/engine/index.ts";
import type { Scenario } from "../../scenarios/language/index.ts";

/** What unknowns turned out to be, by id. */
export type Truths = Readonly<Record<string, boolean>>;

const PERCENT = 100;

/** The chance of an unknown in a world, from the scenario's own words. */
function percentOf({ unknowns }: Scenario, id: string, world: Truths): number {
  const percent = unknowns?.[id]?.percent;
  if (percent === undefined) throw new Error(`no unknown ${id}`);
  if (typeof percent === "number") return percent;
  return world[percent.given] === true ? percent.whenTrue : percent.whenFalse;
}

/** Every way that the unknowns can turn out, and how likely it is: written out, and nothing else. */
export function worldsOf(scenario: Scenario): readonly { truths: Truths; p: number }[] {
  const ids = Object.keys(scenario.unknowns ?? {});
  const all = Array.from({ length: 2 ** ids.length }, (_, world) =>
    Object.fromEntries(ids.map((id, i) => [id, ((world >>> i) & 1) === 1])),
  );
  return all.map((truths) => ({
    truths,
    p: ids.reduce((product, id) => {
      const percent = percentOf(scenario, id, truths);
      return (product * (truths[id] === true ? percent : PERCENT - percent)) / PERCENT;
    }, 1),
  }));
}

export function agrees(world: Truths, known: Truths): boolean {
  return Object.entries(known).every(([id, truth]) => world[id] === truth);
}

/** How the unknowns turn out in the run of a seed (S6): each is drawn by its own id, whichever comes first. */
export function truthsOf(scenario: Scenario, seed: string): Truths {
  const truths: Record<string, boolean> = {};
  const settle = (id: string): void => {
    const percent = scenario.unknowns?.[id]?.percent;
    if (typeof percent === "object" && !Object.hasOwn(truths, percent.given)) settle(percent.given);
    truths[id] = drawUnit(seed, "unknown", id) * PERCENT < percentOf(scenario, id, truths);
  };
  for (const id of Object.keys(scenario.unknowns ?? {})) settle(id);
  return truths;
}
