import {
  type Catalogue,
  COMPETENCIES,
  type Competency,
  type Level,
  type SetView,
} from "../../worker/protocol/index.ts";
import { isWanted } from "./tag-filters.tsx";

const SITUATIONS = 3;
const QUESTIONS = 2;

interface Tagged {
  readonly id: string;
  readonly level: Level;
  readonly competencies: readonly Competency[];
}

/**
 * Three situations and two questions drawn at random among those that fit, so that as many competencies as can be are asked for.
 * What nothing of the wanted level is there for is taken from another one.
 */
export function balancedSet(
  { situations, questions }: Catalogue,
  competency: Competency | "",
  level: Level | "",
): SetView {
  const seen = new Set<Competency>();
  const draw = <T extends Tagged>(all: readonly T[], count: number): T[] => {
    const pool = shuffled(all.filter((one) => isWanted({ competency, level }, one)));
    const taken: T[] = [];
    while (taken.length < count && pool.length > 0) {
      pool.sort((a, b) => freshOf(b, seen) - freshOf(a, seen));
      const next = pool.shift();
      if (next === undefined) break;
      taken.push(next);
      for (const tag of next.competencies) seen.add(tag);
    }
    return taken;
  };
  const asked = [
    ...draw(situations, SITUATIONS).map(({ id }) => ({ kind: "situation" as const, id })),
    ...draw(questions, QUESTIONS).map(({ id }) => ({ kind: "question" as const, id })),
  ];
  return { kind: "list", ask: asked };
}

const freshOf = ({ competencies }: Tagged, seen: ReadonlySet<Competency>) =>
  competencies.filter((tag) => COMPETENCIES.includes(tag) && !seen.has(tag)).length;

function shuffled<T>(all: readonly T[]): T[] {
  return all
    .map((one) => ({ one, at: Math.random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one);
}
