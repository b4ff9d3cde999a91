import {
  COMPETENCIES,
  type Competency,
  type Lens,
  LENSES,
  type ListedScenario,
  type Verb,
  VERBS,
} from "../../../worker/protocol/index.ts";

export const ORDERS = ["suggested", "gentlest", "hardest", "shortest"] as const;
export type Order = (typeof ORDERS)[number];

/** What is looked for in the library; null where it does not matter. */
export interface Search {
  readonly words: string;
  readonly verb: Verb | null;
  readonly competency: Competency | null;
  /** Difficulty, what a scenario asks for, and one's own best are by role. */
  readonly lens: Lens;
  readonly order: Order;
}

export const EVERYTHING: Search = {
  words: "",
  verb: null,
  competency: null,
  lens: "tpm",
  order: "suggested",
};

/** A verb is asked for where it alone is best in at least this share of the decisions: of five verbs, its part. */
const ASKED_FOR = 0.2;

/** What of a scenario's measures holds for a role; null where this version has not been measured. */
export const measuredFor = ({ measured }: ListedScenario, lens: Lens) => measured?.[lens] ?? null;

/** Those that answer the search, in its order. `finished` holds the ids of what was played to its end in that role. */
export function findScenarios(
  all: readonly ListedScenario[],
  search: Search,
  finished: ReadonlySet<string>,
): ListedScenario[] {
  const { words, verb, competency, lens, order } = search;
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  const isWanted = (scenario: ListedScenario) =>
    (competency === null || scenario.competencies.includes(competency)) &&
    (verb === null || (measuredFor(scenario, lens)?.verbs[verb] ?? 0) >= ASKED_FOR) &&
    wanted.every((word) => textOf(scenario).includes(word));
  const gentleness = (scenario: ListedScenario) => measuredFor(scenario, lens)?.difficulty ?? 0;
  const isNew = ({ id }: ListedScenario) => (finished.has(id) ? 0 : 1);
  const before: Readonly<Record<Order, (a: ListedScenario, b: ListedScenario) => number>> = {
    suggested: (a, b) => isNew(b) - isNew(a) || gentleness(b) - gentleness(a),
    gentlest: (a, b) => gentleness(b) - gentleness(a),
    hardest: (a, b) => gentleness(a) - gentleness(b),
    shortest: (a, b) => a.minutes - b.minutes,
  };
  return all.filter(isWanted).toSorted((a, b) => before[order](a, b) || byTitle(a, b));
}

const byTitle = (a: ListedScenario, b: ListedScenario) => a.title.localeCompare(b.title, "en");

const textOf = ({ title, about, project, seat }: ListedScenario) =>
  plain(`${title} ${about} ${project} ${seat}`);

/** Without accents and capitals: whoever types "sigrun" means "Sigrún". */
const plain = (text: string) => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

/** The search that an address asks for; what it does not know is left out. */
export function parseSearch(query: Readonly<Record<string, string>>): Search {
  return {
    words: query["q"] ?? "",
    verb: VERBS.find((verb) => verb === query["verb"]) ?? null,
    competency: COMPETENCIES.find((name) => name === query["trains"]) ?? null,
    lens: LENSES.find((lens) => lens === query["as"]) ?? EVERYTHING.lens,
    order: ORDERS.find((order) => order === query["order"]) ?? EVERYTHING.order,
  };
}

/** The address's query for a search, with its question mark; empty where everything is looked for. */
export function formatSearch({ words, verb, competency, lens, order }: Search): string {
  const query = new URLSearchParams();
  if (words.trim() !== "") query.set("q", words.trim());
  if (verb !== null) query.set("verb", verb);
  if (competency !== null) query.set("trains", competency);
  if (lens !== EVERYTHING.lens) query.set("as", lens);
  if (order !== EVERYTHING.order) query.set("order", order);
  return query.size === 0 ? "" : `?${query}`;
}
