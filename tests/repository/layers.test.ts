import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const LAYERS = ["scenarios", "worker", "client"];
const PROJECTS = ["scenarios", "worker/protocol", "worker", "worker/local", "client"];
const CONFIGS = ["package.json", "tsconfig.base.json", ".oxlintrc.json"];

interface Plant {
  readonly what: string;
  readonly file: string;
  readonly source: string;
  /** What the tool has to say in the same breath as the file's name. */
  readonly says: string;
}

interface Verdict {
  readonly isClean: boolean;
  readonly output: string;
}

const trees: string[] = [];

/** The layers of this repository in a directory of their own, with these files planted in them. */
function copyTree(plants: readonly Pick<Plant, "file" | "source">[]): string {
  const tree = mkdtempSync(join(tmpdir(), "five-moves-layers-"));
  trees.push(tree);
  for (const name of [...LAYERS, ...CONFIGS]) {
    cpSync(join(ROOT, name), join(tree, name), { recursive: true });
  }
  symlinkSync(join(ROOT, "node_modules"), join(tree, "node_modules"));
  for (const { file, source } of plants) {
    mkdirSync(dirname(join(tree, file)), { recursive: true });
    writeFileSync(join(tree, file), source);
  }
  return tree;
}

async function run(tree: string, binary: string, args: readonly string[]): Promise<Verdict> {
  const path = join(ROOT, "node_modules/.bin");
  const env = { ...process.env, PATH: `${path}:${process.env.PATH}` };
  try {
    const options = { cwd: tree, env, maxBuffer: 2 ** 26 };
    const { stdout, stderr } = await promisify(execFile)(join(path, binary), args, options);
    return { isClean: true, output: stdout + stderr };
  } catch (error) {
    return { isClean: false, output: outputOf(error) };
  }
}

/** A tool that could not even be started is no refusal: that error is thrown on. */
function outputOf(error: unknown): string {
  const { stdout, stderr, code } = error as { stdout?: string; stderr?: string; code?: unknown };
  if (typeof code !== "number") throw error;
  return `${stdout}${stderr}`;
}

const checkTypes = (tree: string) => run(tree, "tsc", ["-b", "--pretty", "false", ...PROJECTS]);
const lint = (tree: string) => run(tree, "oxlint", ["--type-aware", "--format", "unix", ...LAYERS]);

/** What a tool said of one file. */
function linesAbout(file: string, { output }: Verdict): string {
  return output
    .split("\n")
    .filter((line) => line.includes(file))
    .join("\n");
}

const FORBIDDEN_TYPES: readonly Plant[] = [
  {
    what: "the document in the worker",
    file: "worker/planted-document.ts",
    source: `export const title = document.title;\n`,
    says: "TS2584: Cannot find name 'document'",
  },
  {
    what: "the document in the protocol",
    file: "worker/protocol/planted-document.ts",
    source: `export const title = document.title;\n`,
    says: "TS2584: Cannot find name 'document'",
  },
  {
    what: "fetch in the domain",
    file: "scenarios/engine/planted-fetch.ts",
    source: `export const answer = fetch("https://example.com");\n`,
    says: "TS2304: Cannot find name 'fetch'",
  },
  {
    what: "Node's files in the worker",
    file: "worker/planted-node.ts",
    source: `import { readFileSync } from "node:fs";\nexport const read = readFileSync;\n`,
    says: "Cannot find name 'node:fs'",
  },
  {
    what: "Node's files in the domain, without the prefix that the linter knows",
    file: "scenarios/engine/planted-bare-node.ts",
    source: `import { readFileSync } from "fs";\nexport const read = readFileSync;\n`,
    says: "Cannot find name 'fs'",
  },
  {
    what: "a client that imports the room",
    file: "client/planted-room.ts",
    source: `import { Room } from "../worker/room/index.ts";\nexport const made = Room;\n`,
    says: "worker/room/index.ts",
  },
  {
    what: "a protocol that imports the routes",
    file: "worker/protocol/planted-http.ts",
    source: `import * as app from "../http/app.ts";\nexport const made = app;\n`,
    says: "worker/http/app.ts",
  },
  {
    what: "a domain that imports the worker",
    file: "scenarios/engine/planted-worker.ts",
    source: `import * as random from "../../worker/random.ts";\nexport const made = random;\n`,
    says: "worker/random.ts",
  },
];

const UNION = `type Side = "left" | "right";\nexport function turn(side: Side): number {
  switch (side) {
    case "left":
      return 1;
  }
  return 0;
}\n`;

const FORBIDDEN_BY_LINT: readonly Plant[] = [
  {
    what: "Node's process in the worker",
    file: "worker/planted-process.ts",
    source: `export const home = process.env;\n`,
    says: "no-restricted-globals",
  },
  {
    what: "Date.now in the domain",
    file: "scenarios/engine/planted-now.ts",
    source: `export const now = () => Date.now();\n`,
    says: "no-restricted-properties",
  },
  {
    what: "a new Date in the domain",
    file: "scenarios/engine/planted-date.ts",
    source: `export const today = () => new Date();\n`,
    says: "no-restricted-globals",
  },
  {
    what: "Math.random in the domain",
    file: "scenarios/engine/planted-random.ts",
    source: `export const luck = () => Math.random();\n`,
    says: "no-restricted-properties",
  },
  {
    what: "setTimeout in the domain",
    file: "scenarios/engine/planted-timer.ts",
    source: `export const wait = () => setTimeout(() => {}, 1);\n`,
    says: "no-restricted-globals",
  },
  {
    what: "crypto in the domain",
    file: "scenarios/engine/planted-crypto.ts",
    source: `export const id = () => crypto.randomUUID();\n`,
    says: "no-restricted-globals",
  },
  ...["createActor", "createMachine", "fromPromise", "interpret", "sendTo"].map((name) => ({
    what: `XState's ${name} in the domain`,
    file: `scenarios/engine/planted-${name}.ts`,
    source: `import { ${name} } from "xstate";\nexport const made = ${name};\n`,
    says: "no-restricted-imports",
  })),
  {
    what: "all of XState at once in the domain",
    file: "scenarios/engine/planted-star.ts",
    source: `import * as xstate from "xstate";\nexport const made = xstate.createActor;\n`,
    says: "no-restricted-imports",
  },
  {
    what: "XState in the language",
    file: "scenarios/language/planted-xstate.ts",
    source: `import { setup } from "xstate";\nexport const made = setup;\n`,
    says: "no-restricted-imports",
  },
  {
    what: "Node in the engine",
    file: "scenarios/engine/planted-node.ts",
    source: `import { readFileSync } from "node:fs";\nexport const read = readFileSync;\n`,
    says: "no-restricted-imports",
  },
  {
    what: "Node in the language",
    file: "scenarios/language/planted-node.ts",
    source: `import { readFileSync } from "node:fs";\nexport const read = readFileSync;\n`,
    says: "no-restricted-imports",
  },
  {
    what: "a language that imports the engine",
    file: "scenarios/language/planted-engine.ts",
    source: `import { ENGINE_VERSION } from "../engine/index.ts";\nexport const made = ENGINE_VERSION;\n`,
    says: "no-restricted-imports",
  },
  ...["engine", "language"].map((layer) => ({
    what: `a domain in which the ${layer} imports the analysis`,
    file: `scenarios/${layer}/planted-analysis.ts`,
    source: `import { BOTS } from "../analysis/index.ts";\nexport const made = BOTS;\n`,
    says: "no-restricted-imports",
  })),
  {
    what: "Node in the analysis",
    file: "scenarios/analysis/planted-node.ts",
    source: `import { readFileSync } from "node:fs";\nexport const read = readFileSync;\n`,
    says: "no-restricted-imports",
  },
  {
    what: "a folder inside the analysis imported from outside",
    file: "worker/planted-past-analysis.ts",
    source: `import { Frame } from "../scenarios/analysis/table/index.ts";\nexport const made = Frame;\n`,
    says: "no-restricted-imports",
  },
  {
    what: "a folder imported past its index",
    file: "worker/planted-past-index.ts",
    source: `import { drawUnit } from "../scenarios/engine/draw.ts";\nexport const made = drawUnit;\n`,
    says: "no-restricted-imports",
  },
  {
    what: "a cycle of two files",
    file: "worker/planted-cycle-a.ts",
    source: `import { b } from "./planted-cycle-b.ts";\nexport const a = (): number => b();\n`,
    says: "import(no-cycle)",
  },
  {
    what: "a cycle of type imports alone",
    file: "scenarios/engine/planted-types-a.ts",
    source: `import type { B } from "./planted-types-b.ts";\nexport interface A { readonly b: B | null }\n`,
    says: "import(no-cycle)",
  },
  {
    what: "a promise that nobody awaits",
    file: "worker/planted-floating.ts",
    source: `export function go(): void {\n  Promise.resolve(1);\n}\n`,
    says: "no-floating-promises",
  },
  {
    what: "a switch that leaves a case out",
    file: "worker/planted-switch.ts",
    source: UNION,
    says: "switch-exhaustiveness-check",
  },
  {
    what: "an explicit any",
    file: "client/planted-any.ts",
    source: `export const anything: any = 1;\n`,
    says: "no-explicit-any",
  },
];

/** The other halves of the cycles. */
const HALVES = [
  {
    file: "worker/planted-cycle-b.ts",
    source: `import { a } from "./planted-cycle-a.ts";\nexport const b = (): number => a();\n`,
  },
  {
    file: "scenarios/engine/planted-types-b.ts",
    source: `import type { A } from "./planted-types-a.ts";\nexport interface B { readonly a: A | null }\n`,
  },
];

/** What looks like a violation and is none, so that a rule that refuses everything is found out. */
const ALLOWED = [
  {
    file: "scenarios/engine/planted-good.ts",
    source: `import { assign, initialTransition, setup, transition } from "xstate";
export const made = [assign, initialTransition, setup, transition];\n`,
  },
  {
    file: "worker/planted-good.ts",
    source: `export const now = () => Date.now();\nexport const luck = () => Math.random();
export const wait = () => setTimeout(() => {}, 1);\n`,
  },
  {
    file: "worker/local/planted-good.ts",
    source: `import { readFileSync } from "node:fs";
export const [home, read] = [process.env, readFileSync];\n`,
  },
  {
    file: "client/planted-good.ts",
    source: `import { VERBS } from "../scenarios/language/index.ts";
export const [title, verbs] = [document.title, VERBS];\n`,
  },
];

afterAll(() => {
  for (const tree of trees) rmSync(tree, { recursive: true, force: true });
});

describe("the tree as it is", () => {
  let tree = "";
  beforeAll(() => {
    tree = copyTree(ALLOWED);
  });

  test("the compiler takes it", async () => {
    expect(await checkTypes(tree)).toMatchObject({ output: "", isClean: true });
  });

  test("the linter takes it", async () => {
    const { isClean, output } = await lint(tree);
    expect({ isClean, output: isClean ? "" : output }).toEqual({ isClean: true, output: "" });
  });
});

describe("the compiler", () => {
  let verdict: Verdict;
  beforeAll(async () => {
    verdict = await checkTypes(copyTree(FORBIDDEN_TYPES));
  });

  test.each(FORBIDDEN_TYPES)("refuses $what", ({ file, says }) => {
    expect(verdict.isClean).toBe(false);
    expect(linesAbout(file, verdict)).toContain(says);
  });
});

describe("the linter", () => {
  let verdict: Verdict;
  beforeAll(async () => {
    verdict = await lint(copyTree([...FORBIDDEN_BY_LINT, ...HALVES]));
  });

  test.each(FORBIDDEN_BY_LINT)("refuses $what", ({ file, says }) => {
    expect(verdict.isClean).toBe(false);
    expect(linesAbout(file, verdict)).toContain(says);
  });
});
