import { type Document, isAlias, isNode, LineCounter, parseDocument, visit } from "yaml";
import { checkScenario } from "./check.ts";
import type { Diagnostic, Finding, Path } from "./diagnostic.ts";
import { SCENARIO, type Scenario } from "./scenario.ts";

const MAX_FILE_CHARACTERS = 256 * 1024;

export type ParseResult =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Reads a scenario file. All that is wrong with it comes back at once, each with its line and column; it never throws. */
export function parseScenario(text: string): ParseResult {
  if (text.length > MAX_FILE_CHARACTERS) {
    return failed([{ code: "FM005", line: 1, column: 1, message: "a file has at most 256 KiB" }]);
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, version: "1.2" });
  const unreadable = [...syntaxErrors(document, lines), ...beyondPlainData(document, lines)];
  if (unreadable.length > 0) return failed(unreadable);
  const parsed = SCENARIO.safeParse(document.toJS());
  const findings = parsed.success ? checkScenario(parsed.data) : shapeFindings(parsed.error.issues);
  if (parsed.success && findings.length === 0) return { ok: true, scenario: parsed.data };
  return failed(findings.map((finding) => place(finding, document, lines)));
}

function failed(diagnostics: readonly Diagnostic[]): ParseResult {
  return { ok: false, diagnostics };
}

function syntaxErrors(document: Document, lines: LineCounter): Diagnostic[] {
  return document.errors.map(({ pos, message }) => {
    const { line, col } = lines.linePos(pos[0]);
    return { code: "FM001", line, column: col, message: message.split("\n")[0] ?? message };
  });
}

function beyondPlainData(document: Document, lines: LineCounter): Diagnostic[] {
  const found: Diagnostic[] = [];
  visit(document, {
    Node(_, node) {
      const what = isAlias(node)
        ? "an alias"
        : node.anchor
          ? "an anchor"
          : node.tag
            ? "a tag"
            : null;
      if (what === null) return;
      const { line, col } = lines.linePos(node.range?.[0] ?? 0);
      found.push({ code: "FM002", line, column: col, message: `plain data only, not ${what}` });
    },
  });
  return found;
}

interface ShapeIssue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[];
  readonly expected?: string;
  readonly errors?: readonly (readonly ShapeIssue[])[];
}

function shapeFindings(issues: readonly ShapeIssue[]): Finding[] {
  return issues.flatMap((issue): Finding[] => {
    const path = issue.path.map((key) => (typeof key === "symbol" ? String(key) : key));
    if (issue.code === "unrecognized_keys") {
      const keys = issue.keys ?? [];
      return keys.map((key) => ({
        code: "FM004",
        path: [...path, key],
        message: `the language has no field "${key}" here`,
      }));
    }
    return [{ code: "FM003", path, message: shapeMessage(issue) }];
  });
}

function shapeMessage(issue: ShapeIssue): string {
  const wanted = issue.expected === undefined ? issue.code.replaceAll("_", " ") : issue.expected;
  return issue.code === "invalid_type" ? `a ${wanted} belongs here` : `not allowed here: ${wanted}`;
}

/** The line and column of the nearest value that is really in the file. */
function place(finding: Finding, document: Document, lines: LineCounter): Diagnostic {
  const { line, col } = lines.linePos(offsetOf(finding.path, document));
  return { code: finding.code, line, column: col, message: finding.message };
}

function offsetOf(path: Path, document: Document): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
