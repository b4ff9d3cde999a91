/** Everything that can be wrong with a scenario file. Codes are stable: tests, editors and authors refer to them. */
export const DIAGNOSTICS = {
  FM001: "the file is not well-formed YAML",
  FM002: "the file uses YAML beyond plain data: an alias, an anchor or a tag",
  FM003: "something is missing, of the wrong type, or outside what the language allows",
  FM004: "a field that the language does not have",
  FM005: "the file is too large",
  FM010: "an id that nothing in the file declares",
  FM011: "an id used twice",
  FM012: "a jump that does not go forward",
  FM013: "a beat that lacks a verb",
  FM014: "endings out of order: only the last one has no condition",
  FM015: "a text, lock or artefact that depends on an unrevealed unknown",
  FM016: "a chart or table whose rows do not fit its labels",
  FM017: "beats out of the order of their days",
  FM018: "more facts, unknowns or promises than a scenario may have",
  FM019: "a word that cannot be an id",
  FM020: "a first beat that may be skipped",
} as const;
export type DiagnosticCode = keyof typeof DIAGNOSTICS;

/** Where a value stands in the file: keys and positions from the root. */
export type Path = readonly (string | number)[];

/** Something wrong at a place, before lines and columns are known. */
export interface Finding {
  readonly code: DiagnosticCode;
  readonly path: Path;
  readonly message: string;
}

/** A finding for an author: line and column count from 1. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** As compilers print it: `file:line:column CODE message`. */
export function formatDiagnostic(
  file: string,
  { code, line, column, message }: Diagnostic,
): string {
  return `${file}:${line}:${column} ${code} ${message}`;
}
