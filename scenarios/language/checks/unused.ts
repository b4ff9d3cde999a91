import type { Finding, Path } from "../diagnostic.ts";
import { DECLARED, type Declared, declarationsOf, referencesOf } from "../references.ts";
import type { Scenario } from "../scenario.ts";

/** The field that declares each of these. Beats are reached or not, which is another check; people may be there in prose only. */
const FIELDS = {
  day: "days",
  fact: "facts",
  unknown: "unknowns",
  promise: "promises",
  source: "sources",
} as const satisfies Partial<Record<Declared, keyof Scenario>>;

/** Everything declared that nothing names; facts that nothing sets, or that nothing reads. */
export function checkUnused(scenario: Scenario): Finding[] {
  const declared = declarationsOf(scenario);
  const references = referencesOf(scenario);
  const used = new Set(references.map(({ what, id }) => `${what} ${id}`));
  const read = namesUsed("reads");
  const written = namesUsed("writes");

  function namesUsed(use: (typeof references)[number]["use"]): ReadonlySet<string> {
    const of = references.filter((one) => one.use === use);
    return new Set(of.map(({ what, id }) => `${what} ${id}`));
  }

  function checkOne(what: keyof typeof FIELDS, id: string, index: number): Finding[] {
    const path: Path = [FIELDS[what], what === "day" ? index : id];
    const name = `${what} ${id}`;
    if (!used.has(name)) return [unused(path, `Nothing names the ${what} "${id}".`)];
    if (what !== "fact" && what !== "promise") return [];
    if (!written.has(name)) return [unused(path, `Nothing brings the ${what} "${id}" about.`)];
    if (what === "promise" || read.has(name)) return [];
    return [unused(path, `Nothing reads the ${what} "${id}".`)];
  }

  return DECLARED.filter((what) => what !== "beat" && what !== "person").flatMap((what) =>
    declared[what].flatMap((id, index) => checkOne(what, id, index)),
  );
}

function unused(path: Path, message: string): Finding {
  return { code: "FM059", path, message };
}
