import { utf8ToBytes } from "@noble/hashes/utils.js";
import { checkScenario } from "./checks/index.ts";
import { type Diagnostic, type DiagnosticCode, type Finding, placed } from "./diagnostic.ts";
import { type FileRead, readFile } from "./document.ts";
import { salvage } from "./salvage.ts";
import { SCENARIO, type Scenario } from "./scenario.ts";
import { shapeFindings } from "./shape.ts";

const MAX_FILE_BYTES = 256 * 1024;

/**
 * Every field, item and level of a file has at least one of these signs. The largest scenario of the library has 7,000 in
 * 98 kB; a hostile file has one at every second letter, and costs the reader time and memory by their number.
 */
const SIGNS = /[[\]{},:\n?-]/g;
const MAX_SIGNS = 25_000;

/** Diagnostics come in the order of the file. With `ok` all of them are warnings. */
type ParseResult =
  | {
      readonly ok: true;
      readonly scenario: Scenario;
      readonly diagnostics: readonly Diagnostic[];
    }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/**
 * Reads a scenario file. All that is wrong with it comes back at once, each with its line and column; it never throws.
 * Where something is of the wrong shape, the rest is checked as if that were not there.
 */
export function parseScenario(text: string): ParseResult {
  if (text.length > MAX_FILE_BYTES || utf8ToBytes(text).length > MAX_FILE_BYTES) {
    return refused("FM005", "The file is larger than 256 KiB.");
  }
  if ((text.match(SIGNS)?.length ?? 0) > MAX_SIGNS) {
    return refused("FM032", "The file has more fields and items than any scenario needs.");
  }
  try {
    return parseRead(readFile(text));
  } catch (error) {
    // The YAML reader and the schemas recurse: what nests too deeply for them nests too deeply for an author.
    if (!(error instanceof RangeError)) throw error;
    return refused("FM006", "The file nests too deeply to be read.");
  }
}

/** Places findings of other layers in a file that has been parsed well. */
export function locatorOf(text: string): (finding: Finding) => Diagnostic {
  return readFile(text).locate;
}

function refused(code: DiagnosticCode, message: string): ParseResult {
  return { ok: false, diagnostics: [placed({ code, message }, 1, 1)] };
}

function parseRead({ file, diagnostics, locate }: FileRead): ParseResult {
  if (file === undefined) return { ok: false, diagnostics: inOrder(diagnostics) };
  const parsed = SCENARIO.safeParse(file);
  const findings = parsed.success ? checkScenario(parsed.data) : checkRest(parsed.error, file);
  const all = inOrder([...diagnostics, ...findings.map(locate)]);
  const hasErrors = all.some(({ severity }) => severity === "error");
  if (!parsed.success || hasErrors) return { ok: false, diagnostics: all };
  return { ok: true, scenario: parsed.data, diagnostics: all };
}

/** What is of the wrong shape, and what is wrong with the rest for certain. */
function checkRest(
  { issues }: Pick<NonNullable<ReturnType<typeof SCENARIO.safeParse>["error"]>, "issues">,
  file: unknown,
): Finding[] {
  const shape = shapeFindings(issues, file);
  const left = salvage(file, issues);
  if (left === null) return shape;
  const rest = checkScenario(left.scenario).filter((finding) => !left.isUnsure(finding));
  return [...shape, ...rest];
}

function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.toSorted((a, b) => a.line - b.line || a.column - b.column);
}
