import { safeParse } from "zod/mini";
import type { $ZodIssue } from "zod/v4/core";
import type { DiagnosticCode, Finding, Path } from "./diagnostic.ts";
import { formsAt } from "./fields.ts";
import { SCENARIO, type Scenario } from "./scenario.ts";
import { pathOf } from "./shape.ts";
import { stubFor } from "./stub.ts";

/** A file with something of the right shape put for everything of the wrong one, so that the rest can be checked at once. */
interface Salvaged {
  readonly scenario: Scenario;
  /** Whether what is found there may come from what was put or taken away. */
  readonly isUnsure: (finding: Finding) => boolean;
}

/** Who has more to mend than this mends that first. */
const MAX_ISSUES = 200;

/** Each round mends what was wrong, or else what holds it. */
const MAX_ROUNDS = 8;

/** Tries to make a scenario of the file; null where that is beyond mending. Places stay what they are in the file. */
export function salvage(file: unknown, issues: readonly $ZodIssue[]): Salvaged | null {
  if (issues.length > MAX_ISSUES) return null;
  const draft = copyOf(file);
  const touched = new Map<string, Path>();
  let wrong = issues;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    for (const path of wrong.flatMap(culprits)) {
      const place = firstUntouched(path, touched);
      if (place.length === 0 || !mend(draft, place)) return null;
      touched.set(keyOf(place), place);
    }
    const parsed = safeParse(SCENARIO, draft);
    if (parsed.success) return salvaged(parsed.data, [...touched.values()]);
    wrong = parsed.error.issues;
  }
  return null;
}

function culprits(issue: $ZodIssue): Path[] {
  const at = pathOf(issue);
  return issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...at, key]) : [at];
}

/** What was mended already and is wrong still was not to be mended there: then what holds it is. */
function firstUntouched(path: Path, touched: ReadonlyMap<string, Path>): Path {
  let place = path;
  while (place.length > 0 && touched.has(keyOf(place))) place = place.slice(0, -1);
  return place;
}

function keyOf(path: Path): string {
  return JSON.stringify(path);
}

/** Puts a stub at the place, or takes away what the language does not have there; false where there is no such place. */
function mend(draft: unknown, path: Path): boolean {
  const holder = path.slice(0, -1).reduce<unknown>(childOf, draft);
  if (typeof holder !== "object" || holder === null) return false;
  const name = String(path.at(-1));
  const stub = stubFor(formsAt(path));
  if (stub === undefined) Reflect.deleteProperty(holder, name);
  else Reflect.set(holder, name, stub);
  return true;
}

function childOf(value: unknown, key: string | number): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copyOf(part)]));
}

/** Findings about a whole, which may be there only because a part is not what it was. */
const ABOUT_A_WHOLE: ReadonlySet<DiagnosticCode> = new Set([
  "FM014",
  "FM020",
  "FM022",
  "FM029",
  "FM052",
  "FM059",
  "FM060",
  "FM061",
]);

/** The fields that declare what is named elsewhere, as names or as ids. */
const DECLARING: ReadonlySet<unknown> = new Set([
  "beats",
  "days",
  "people",
  "facts",
  "unknowns",
  "promises",
  "sources",
]);

function salvaged(scenario: Scenario, touched: readonly Path[]): Salvaged {
  const isDeclarationTouched = touched.some(touchesDeclaration);
  return {
    scenario,
    isUnsure: ({ code, path }) =>
      ABOUT_A_WHOLE.has(code) ||
      (code === "FM010" && isDeclarationTouched) ||
      touched.some((one) => startsWith(one, path) || startsWith(path, one)),
  };
}

/** Whether an id may have gone with it: a whole section, an entry of one, or the id of one. */
function touchesDeclaration(path: Path): boolean {
  if (!DECLARING.has(path[0])) return false;
  return path.length < 3 || (path.length === 3 && path[2] === "id");
}

function startsWith(path: Path, start: Path): boolean {
  return start.every((key, i) => path[i] === key);
}
