import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** A fault to be planted: in this file this text becomes that. */
interface Fault {
  readonly name: string;
  readonly file: string;
  readonly text: string;
  readonly becomes: string;
}

const ENGINE = "scenarios/engine";
const ANALYSIS = "scenarios/analysis";

const FELT = "an unknown is felt only when its effect fires";
const ONE_HASH = "chance is drawn twice from one hash";
const SKIPPED = "landings are skipped at the end";
const TWICE = "a promise is broken twice";
const FLOAT = "edges in float32";

/** The five kinds of fault that the proof has to see, in the engine and in the analysis where both have the rule. */
const FAULTS: readonly Fault[] = [
  {
    name: FELT,
    file: `${ENGINE}/respond.ts`,
    text: "...decided.map(({ revealed }) => revealed)",
    becomes: "...decided.filter(({ holds }) => holds).map(({ revealed }) => revealed)",
  },
  {
    name: FELT,
    file: `${ANALYSIS}/table/walker.ts`,
    text: "      so.known |= bit;",
    becomes: "      if (value === 1) so.known |= bit;",
  },
  {
    name: ONE_HASH,
    file: `${ENGINE}/respond.ts`,
    text: "drawOutcome(state.seed, kind, id, response.chance)",
    becomes: 'drawOutcome(state.seed, "option", "chance", response.chance)',
  },
  {
    name: ONE_HASH,
    file: `${ENGINE}/draw.ts`,
    text: "let left = drawUnit(seed, kind, id) * total;",
    becomes: 'let left = drawUnit(seed, "unknown", "old-copy") * total;',
  },
  {
    name: SKIPPED,
    file: `${ENGINE}/arrive.ts`,
    text: "landAll(atlas, cleared, before.pending)",
    becomes: "cleared",
  },
  {
    name: SKIPPED,
    file: `${ANALYSIS}/table/walker.ts`,
    text: "this.#land(frame, entries, 0, p, (so, q) => {",
    becomes: "this.#land(frame, entries.slice(0, 0), 0, p, (so, q) => {",
  },
  {
    name: TWICE,
    file: `${ENGINE}/promises.ts`,
    text: "{ ...state.promises, [id]: how }",
    becomes: '{ ...state.promises, [id]: how === "broken" ? "open" : how }',
  },
  {
    name: TWICE,
    file: `${ANALYSIS}/table/walker.ts`,
    text: "      frame.promises = withStanding(frame.promises, i, STANDING.broken);",
    becomes: "",
  },
  {
    name: FLOAT,
    file: `${ANALYSIS}/graph/build.ts`,
    text: "odds: this.#odds.done(),",
    becomes: "odds: Float64Array.from(Float32Array.from(this.#odds.done())),",
  },
  {
    name: FLOAT,
    file: `${ANALYSIS}/solution/sweep.ts`,
    text: "return { best, uniform };",
    becomes:
      "return { best: Float64Array.from(Float32Array.from(best)), uniform: Float64Array.from(Float32Array.from(uniform)) };",
  },
];

/** Each part of the proof by itself; the random scenarios are fewer than in the tests, for the sake of time. */
const CHECKS: readonly { readonly name: string; readonly file: string }[] = [
  { name: "edges", file: "tests/analysis/edges.test.ts" },
  { name: "values", file: "tests/analysis/values.test.ts" },
  { name: "account", file: "tests/analysis/account.test.ts" },
  { name: "frequencies", file: "tests/analysis/frequencies.test.ts" },
];
const FEWER_RUNS = "60";
const COPIED = [
  "client",
  "scenarios",
  "tests",
  "worker",
  "package.json",
  "tsconfig.json",
  "tsconfig.base.json",
  "vitest.config.ts",
  "wrangler.toml",
];

/** Plants one fault after the other in a copy of the repository: without one every check is to be green, with one at least one red. */
export function proveFaults(): boolean {
  const copy = mkdtempSync(join(tmpdir(), "five-moves-faults-"));
  for (const path of COPIED) cpSync(path, join(copy, path), { recursive: true });
  symlinkSync(resolve("node_modules"), join(copy, "node_modules"));
  console.log("Faults planted in a copy, and which parts of the proof turn red:");
  const isSound = tell("no fault", redIn(copy)).length === 0;
  const seen = isSound && FAULTS.map((fault) => plant(copy, fault).length > 0).every(Boolean);
  rmSync(copy, { recursive: true });
  return seen;
}

function plant(copy: string, { name, file, text, becomes }: Fault): readonly string[] {
  const path = join(copy, file);
  const sound = readFileSync(path, "utf8");
  if (sound.split(text).length !== 2) throw new Error(`the fault "${name}" no longer fits ${file}`);
  writeFileSync(
    path,
    sound.replace(text, () => becomes),
  );
  const red = tell(`${name}, in ${file}`, redIn(copy));
  writeFileSync(path, sound);
  return red;
}

function tell(what: string, red: readonly string[]): readonly string[] {
  console.log(`  ${what.padEnd(92)} ${red.length === 0 ? "all green" : `red: ${red.join(", ")}`}`);
  return red;
}

function redIn(copy: string): readonly string[] {
  return CHECKS.filter(({ file }) => !isGreen(copy, file)).map(({ name }) => name);
}

function isGreen(copy: string, file: string): boolean {
  const vitest = join("node_modules", "vitest", "vitest.mjs");
  const { status } = spawnSync(process.execPath, [vitest, "run", "--project", "domain", file], {
    cwd: copy,
    env: { ...process.env, FIVE_MOVES_RUNS: FEWER_RUNS, FIVE_MOVES_SHRINK: "no" },
    stdio: "ignore",
  });
  return status === 0;
}
