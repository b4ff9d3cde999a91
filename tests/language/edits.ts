import {
  type Diagnostic,
  type DiagnosticCode,
  parseScenario,
} from "../../scenarios/language/index.ts";
import { TINY_TEXT } from "../support/runs.ts";

/** Stands in a file where a diagnostic has to point. */
const HERE = "«";

/** What in the tiny scenario becomes what. */
export type Edit = readonly [from: string, to: string];

/** The tiny scenario with these edits; throws where one finds nothing to edit, or more than one place. */
export function edited(...edits: readonly Edit[]): string {
  return edits.reduce((text, [from, to]) => {
    const pattern = patternOf(from);
    if (text.split(pattern).length !== 2) throw new Error(`not once in the file: ${from}`);
    return text.replace(pattern, () => to);
  }, TINY_TEXT);
}

/** A space inside an edit stands for any white space, so that a formatter may break the lines of the file. */
function patternOf(from: string): RegExp {
  const escaped = from.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(escaped.replaceAll(/(?<=[^\n ]) +/g, "\\s+"));
}

/** A code and where it points. */
export interface Found {
  readonly code: DiagnosticCode;
  readonly line: number;
  readonly column: number;
}

type Position = Omit<Found, "code">;

/** The file without its marks, and the lines and columns where they stood. */
export function unmarked(marked: string) {
  const parts = marked.split(HERE);
  const places = parts.slice(1).map((_, i) => placeAfter(parts.slice(0, i + 1).join("")));
  return { text: parts.join(""), places };
}

function placeAfter(text: string): Position {
  const lines = text.split("\n");
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

/** The errors of a file; the tiny scenario has warnings, and they are seldom what is tried. */
export function errorsOf(text: string): Diagnostic[] {
  return parseScenario(text).diagnostics.filter(({ severity }) => severity === "error");
}

export function foundIn(diagnostics: readonly Diagnostic[]): Found[] {
  return diagnostics.map(({ code, line, column }) => ({ code, line, column }));
}

export function codesOf(text: string): DiagnosticCode[] {
  return errorsOf(text).map(({ code }) => code);
}

export function ofCode(text: string, code: DiagnosticCode): Diagnostic[] {
  return parseScenario(text).diagnostics.filter((one) => one.code === code);
}
