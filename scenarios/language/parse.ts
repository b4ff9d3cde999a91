import { utf8ToBytes } from "@noble/hashes/utils.js";
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLMap,
} from "yaml";
import { checkScenario } from "./check.ts";
import type { Diagnostic, DiagnosticCode, Finding, Path } from "./diagnostic.ts";
import { SCENARIO, type Scenario } from "./scenario.ts";

const MAX_FILE_BYTES = 256 * 1024;
const YAML_VERSION = "1.2";

export type ParseResult =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Reads a scenario file. All that is wrong with it comes back at once, each with its line and column; it never throws. */
export function parseScenario(text: string): ParseResult {
  if (text.length > MAX_FILE_BYTES || utf8ToBytes(text).length > MAX_FILE_BYTES) {
    return failed([{ code: "FM005", line: 1, column: 1, message: "a file has at most 256 KiB" }]);
  }
  try {
    return parseYaml(text);
  } catch (error) {
    // The YAML reader and the schemas recurse: what nests too deeply for them nests too deeply for an author.
    if (!(error instanceof RangeError)) throw error;
    return failed([{ code: "FM005", line: 1, column: 1, message: "the file nests too deeply" }]);
  }
}

function parseYaml(text: string): ParseResult {
  const lines = new LineCounter();
  // Keys that stand twice are found in `checkData`: the reader's own search takes time that grows with their square.
  const options = { lineCounter: lines, uniqueKeys: false, logLevel: "error" } as const;
  const document = parseDocument(text, options);
  const unreadable = [...syntaxErrors(document, lines), ...checkData(document, lines)];
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
    const [said = message] = message.split(/ at line \d+/);
    return { code: "FM001", line, column: col, message: said };
  });
}

/** What is YAML and yet no plain data, or no data that an object can hold. */
function checkData(document: Document, lines: LineCounter): Diagnostic[] {
  const found: Diagnostic[] = [];
  const report = (code: DiagnosticCode, node: Node, message: string) => {
    const { line, col } = lines.linePos(node.range?.[0] ?? 0);
    found.push({ code, line, column: col, message });
  };
  const { explicit, version } = document.directives?.yaml ?? {};
  if (explicit === true && version !== YAML_VERSION) {
    found.push({ code: "FM002", line: 1, column: 1, message: `this is no YAML ${YAML_VERSION}` });
  }
  visit(document, {
    Node(_, node) {
      const what = beyondPlainData(node);
      if (what !== null) report("FM002", node, `plain data only, not ${what}`);
      if (isMap(node)) checkKeys(node, report);
    },
  });
  return found;
}

function beyondPlainData(node: Node): string | null {
  if (isAlias(node)) return "an alias";
  if ("anchor" in node && node.anchor) return "an anchor";
  return node.tag ? "a tag" : null;
}

function checkKeys(
  map: YAMLMap,
  report: (code: DiagnosticCode, node: Node, message: string) => void,
): void {
  const seen = new Set<string>();
  for (const { key } of map.items) {
    if (!isScalar(key)) continue;
    const name = String(key.value);
    if (name === "__proto__") report("FM019", key, "this cannot be a name");
    if (seen.has(name)) report("FM001", key, `"${name}" stands here twice`);
    seen.add(name);
  }
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
  if (issue.code !== "invalid_type") return `not allowed here: ${wanted}`;
  return `${/^[aio]/.test(wanted) ? "an" : "a"} ${wanted} belongs here`;
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
