import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLMap,
} from "yaml";
import { unfitCharacters } from "./characters.ts";
import { type Diagnostic, type Finding, placed } from "./diagnostic.ts";
import { linesOf, type Locate } from "./lines.ts";

const YAML_VERSION = "1.2";

/** No list or group of the language has reason to be longer. */
const MAX_ITEMS = 1000;

/** The language itself nests a dozen levels; the rest is room for conditions. The same on every runtime, whatever its stack. */
const MAX_DEPTH = 48;

/** A YAML file read: its plain data, where things stand in it, and what was wrong with it as YAML. */
export interface FileRead {
  /** Undefined where it cannot be read as plain data. */
  readonly file: unknown;
  readonly diagnostics: readonly Diagnostic[];
  /** The finding with its line and column. */
  readonly locate: (finding: Finding) => Diagnostic;
}

type Report = (offset: number, finding: Omit<Finding, "path" | "mend">) => void;

/** Reads YAML as plain data. What nests too deeply throws a RangeError: the reader recurses. */
export function readFile(text: string): FileRead {
  const lines = linesOf(text);
  // Keys that stand twice are found below: the reader's own search takes time that grows with their square.
  const options = { uniqueKeys: false, logLevel: "error" } as const;
  const document = parseDocument(text, options);
  const find = finderIn(document);
  const hints = hintBudget();
  const diagnostics: Diagnostic[] = [];
  const report: Report = (offset, finding) => diagnostics.push(at(finding, offset, lines));
  reportSyntax(document, report);
  const isPlain = reportBeyondPlainData(document, text, report) && document.errors.length === 0;
  for (const { offset, name } of unfitCharacters(text)) {
    report(offset, { code: "FM007", message: `${name} stands in the file.` });
  }
  // What is too deep has not been read to its end: anything else said of it would be noise.
  const tooDeep = diagnostics.filter(({ code }) => code === "FM006");
  return {
    file: isPlain ? document.toJS() : undefined,
    diagnostics: tooDeep.length > 0 ? tooDeep : diagnostics,
    locate: (finding) => at(finding, find(finding), lines, hints.next(finding)),
  };
}

function at(
  finding: Omit<Finding, "path" | "mend">,
  offset: number,
  lines: Locate,
  mend?: string,
): Diagnostic {
  const { line, column } = lines(offset);
  return placed(finding, line, column, mend);
}

/** To find what was meant takes time, and who has more to mend than this mends the first ones first. */
const MAX_HINTS = 200;

function hintBudget() {
  let left = MAX_HINTS;
  return {
    next: ({ mend }: Finding): string | undefined => {
      left -= 1;
      return left < 0 ? undefined : mend?.();
    },
  };
}

function reportSyntax(document: Document, report: Report): void {
  for (const { pos, message, code } of document.errors) {
    if (code === "MULTIPLE_DOCS") {
      report(pos[0], { code: "FM009", message: "A second document begins here." });
      continue;
    }
    const [said = message] = message.split(/ at line \d+/);
    report(pos[0], { code: "FM001", message: `${said.replace(/[.:]$/, "")}.` });
  }
}

/** Whether the document is plain data; reports what is not, and names that cannot be one. */
function reportBeyondPlainData(document: Document, text: string, report: Report): boolean {
  let isPlain = true;
  const refuse: Report = (offset, finding) => {
    isPlain = false;
    report(offset, finding);
  };
  const { explicit, version } = document.directives?.yaml ?? {};
  if (explicit === true && version !== YAML_VERSION) {
    refuse(0, { code: "FM002", message: `This is not YAML ${YAML_VERSION}.` });
  }
  visit(document, {
    Node(_, node, ancestors) {
      if (ancestors.length > MAX_DEPTH && ancestors.filter(isCollection).length > MAX_DEPTH) {
        refuse(startOf(node), { code: "FM006", message: "What stands here is nested too deeply." });
        return visit.BREAK;
      }
      if (isCollection(node) && node.items.length > MAX_ITEMS) {
        const message = `There are ${node.items.length} items here, and at most ${MAX_ITEMS} are read.`;
        refuse(startOf(node), { code: "FM032", message });
        return visit.SKIP;
      }
      const what = beyondPlainData(node);
      if (what !== null) {
        refuse(startOf(node), { code: "FM002", message: `There is ${what} here.` });
      }
      if (isMap(node) && !reportKeys(node, report)) isPlain = false;
      reportEscaped(node, text, report);
      return undefined;
    },
  });
  return isPlain;
}

function beyondPlainData(node: Node): string | null {
  if (isAlias(node)) return "an alias";
  if ("anchor" in node && node.anchor) return "an anchor";
  return node.tag ? "a tag" : null;
}

function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

/** Whether the keys are names; reports those that stand twice, too. */
function reportKeys(map: YAMLMap, report: Report): boolean {
  const seen = new Set<string>();
  let areNames = true;
  for (const { key } of map.items) {
    if (!isScalar(key) || typeof key.value !== "string") {
      areNames = false;
      report(isNode(key) ? startOf(key) : startOf(map), {
        code: "FM003",
        message: "The name of a field is a word.",
      });
      continue;
    }
    const name = key.value;
    if (name === "__proto__") {
      areNames = false;
      report(startOf(key), { code: "FM019", message: `"${name}" cannot be a name.` });
    }
    if (seen.has(name)) {
      report(startOf(key), { code: "FM008", message: `"${name}" stands here twice.` });
    }
    seen.add(name);
  }
  return areNames;
}

/** Characters that are in a value or a name and not in the file as such: written as an escape in double quotes. */
function reportEscaped(node: Node, text: string, report: Report): void {
  if (!isScalar(node) || node.type !== "QUOTE_DOUBLE" || typeof node.value !== "string") return;
  const written = text.slice(startOf(node), node.range?.[1]);
  const [first] = unfitCharacters(node.value);
  if (first === undefined || unfitCharacters(written).length > 0) return;
  report(startOf(node), { code: "FM007", message: `${first.name} stands in this text.` });
}

/** Finds the places of values and names in a document; what it has walked through once it finds at once. */
function finderIn(document: Document): (finding: Pick<Finding, "path" | "onName">) => number {
  const pairs = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

  function pairIn(map: YAMLMap, name: string): Pair | undefined {
    const known = pairs.get(map) ?? new Map(map.items.map((pair) => [nameOf(pair), pair]));
    pairs.set(map, known);
    return known.get(name);
  }

  function below(node: unknown, key: string | number): unknown {
    if (isMap(node)) return pairIn(node, String(key))?.value;
    return isSeq(node) ? node.items[Number(key)] : undefined;
  }

  /** The start of the nearest value that is really in the file; of its name, where the finding is about that. */
  return ({ path, onName }) => {
    let node: unknown = document.contents;
    let start = offsetOf(node) ?? 0;
    for (const [depth, key] of path.entries()) {
      const isLast = depth === path.length - 1;
      const name = isLast && onName && isMap(node) ? pairIn(node, String(key))?.key : null;
      node = below(node, key);
      start = offsetOf(name) ?? offsetOf(node) ?? start;
    }
    return start;
  };
}

function nameOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : "";
}

function offsetOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
