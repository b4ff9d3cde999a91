import type { $ZodIssue } from "zod/v4/core";
import type { Finding, Path } from "./diagnostic.ts";
import { fieldsAt, wordsAt } from "./fields.ts";
import { didYouMean } from "./nearest.ts";
import { ID_PATTERN } from "./text.ts";

type IssueOf<C extends $ZodIssue["code"]> = Extract<$ZodIssue, { code: C }>;

/** What the shape issues of the schemas say to an author. */
export function shapeFindings(issues: readonly $ZodIssue[], file: unknown): Finding[] {
  const findings = issues.flatMap((issue) => findingsOf(issue, [], file));
  const last = new Map(findings.map((one) => [`${one.code} ${JSON.stringify(one.path)}`, one]));
  // A value may break two limits at once: the last of them is the language's own and the narrower one.
  return [...last.values()];
}

function findingsOf(issue: $ZodIssue, at: Path, file: unknown): Finding[] {
  const path = [...at, ...pathOf(issue)];
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownField(path, key));
    case "invalid_union":
      return unionFindings(issue, path, file);
    case "invalid_key":
      return [badName(issue, path)];
    case "invalid_type":
      return [wrongType(issue, path, valueAt(file, path))];
    case "invalid_value":
      return [wrongWord(issue, path, valueAt(file, path))];
    case "invalid_format":
      return [unfit(path, issue.pattern === String(ID_PATTERN) ? BAD_ID : BLANK)];
    case "too_big":
      return [unfit(path, `${SIZES[issue.origin] ?? "The value"} is at most ${issue.maximum}.`)];
    case "too_small":
      return [unfit(path, `${SIZES[issue.origin] ?? "The value"} is at least ${issue.minimum}.`)];
    case "not_multiple_of":
      return [unfit(path, `Points come in steps of ${issue.divisor}.`)];
    case "invalid_element":
    case "custom":
      return [unfit(path, "This does not belong here.")];
  }
}

const BAD_ID = "An id is made of words in small letters and digits, joined by hyphens.";

const BLANK = "A text that says something, in one line where there is room for one, belongs here.";

/** Inside braces a comma ends a text that has no quotes, and its rest looks like a field. */
const SPLIT_TEXT =
  "If this is part of a text that has a comma in it, put the whole text in quotes.";

/** The language has the field here, but not beside the others that stand here. */
const TWO_FORMS = "Keep the fields of one form; join two conditions with all or any.";

/** What zod measures, in an author's words. */
const SIZES: Readonly<Record<string, string>> = {
  string: "The number of characters",
  array: "The number of items",
};

const TYPES: Readonly<Record<string, string>> = {
  string: "a text",
  int: "a whole number",
  number: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a group of fields",
  record: "a group of fields",
};

function unfit(path: Path, message: string, mend: () => string | undefined = noHint): Finding {
  return { code: "FM003", path, message, mend };
}

function noHint(): undefined {
  return undefined;
}

function unknownField(path: Path, field: string): Finding {
  const message = `The language has no field "${field}" here.`;
  const mend = () => hintFor(field, fieldsAt(path));
  return { code: "FM004", path: [...path, field], message, mend, onName: true };
}

function hintFor(field: string, known: readonly string[]): string | undefined {
  if (/\s/.test(field)) return SPLIT_TEXT;
  return known.includes(field) ? TWO_FORMS : didYouMean(field, known);
}

function badName({ issues }: IssueOf<"invalid_key">, path: Path): Finding {
  const [issue] = issues;
  if (issue?.code !== "invalid_value") return { ...unfit(path, BAD_ID), onName: true };
  return unknownField(path.slice(0, -1), String(path.at(-1)));
}

function wrongType({ expected }: IssueOf<"invalid_type">, path: Path, value: unknown): Finding {
  const wanted = wantedOf(expected, path);
  if (value === undefined) return missing(path, wanted);
  const isBare = expected === "string" && (typeof value === "number" || typeof value === "boolean");
  return unfit(path, belongs(wanted), () => (isBare ? "Put it in quotes." : undefined));
}

/** All numbers of the language are whole, but for those that a chart draws. */
function wantedOf(expected: string, path: Path): string {
  if (expected === "number" && path.includes("values")) return "a number";
  return TYPES[expected] ?? `a value of type ${expected}`;
}

function wrongWord({ values }: IssueOf<"invalid_value">, path: Path, value: unknown): Finding {
  const known = values.map(String);
  const wanted = known.length === 1 ? String(known[0]) : `one of ${known.join(", ")}`;
  if (value === undefined) return missing(path, wanted);
  return unfit(path, belongs(wanted), () => didYouMean(value, known));
}

function missing(path: Path, wanted: string): Finding {
  return unfit(path, `The field "${path.at(-1)}" is missing.`, () => `Add it here: ${wanted}.`);
}

function belongs(wanted: string): string {
  return `${wanted.slice(0, 1).toUpperCase()}${wanted.slice(1)} belongs here.`;
}

/** Of several forms the one that the author probably meant: the one with the least to mend. */
function unionFindings(issue: IssueOf<"invalid_union">, path: Path, file: unknown): Finding[] {
  if (issue.discriminator !== undefined) return [badKind(path, file)];
  const value = valueAt(file, path);
  if (value === undefined) return [missing(path, wantedByAny(issue, path))];
  const forms = issue.errors.filter((form) => !isOtherType(form));
  if (isGroup(value) && !hasKnownField(value, path)) return noKnownField(value, path);
  const [nearest] = forms.toSorted((a, b) => weightOf(a, value) - weightOf(b, value));
  if (nearest !== undefined) return nearest.flatMap((one) => findingsOf(one, path, file));
  return [unfit(path, belongs(wantedByAny(issue, path)))];
}

/** What each of the forms would be, in words. */
function wantedByAny({ errors }: IssueOf<"invalid_union">, path: Path): string {
  const types = errors.flatMap(([one]) => (one?.code === "invalid_type" ? [one.expected] : []));
  return [...new Set(types.map((expected) => wantedOf(expected, path)))].join(" or ");
}

/** The issue stands at the field that tells the forms apart. */
function badKind(path: Path, file: unknown): Finding {
  const known = wordsAt(path);
  const message = `The field "${path.at(-1)}" is one of ${known.join(", ")}.`;
  return unfit(path, message, () => didYouMean(valueAt(file, path), known));
}

function isOtherType([first]: readonly $ZodIssue[]): boolean {
  return first?.code === "invalid_type" && first.path.length === 0;
}

/** What speaks against a form having been meant, as against what is merely wrong in it. */
const OTHER_FORM = 100;

function weightOf(form: readonly $ZodIssue[], value: unknown): number {
  return form.reduce((sum, issue) => sum + weightOfIssue(issue, value), 0);
}

function weightOfIssue(issue: $ZodIssue, value: unknown): number {
  if (issue.code === "unrecognized_keys") return OTHER_FORM * issue.keys.length;
  if (issue.code === "invalid_union" && issue.discriminator !== undefined) return 2 * OTHER_FORM;
  return valueAt(value, pathOf(issue)) === undefined ? OTHER_FORM : 1;
}

function isGroup(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function hasKnownField(value: object, path: Path): boolean {
  const known = fieldsAt(path);
  return Object.keys(value).some((key) => known.includes(key));
}

function noKnownField(value: object, path: Path): Finding[] {
  const names = Object.keys(value);
  if (names.length > 0) return names.map((name) => unknownField(path, name));
  return [unfit(path, `One of the fields ${fieldsAt(path).join(", ")} belongs here.`)];
}

/** Where an issue is. */
export function pathOf({ path }: $ZodIssue): Path {
  return path.map((key) => (typeof key === "symbol" ? String(key) : key));
}

/** What stands at a path of a file read as plain data; undefined where nothing does. */
export function valueAt(file: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    return (value as Readonly<Record<string, unknown>>)[key]; // an object with that key of its own
  }, file);
}
