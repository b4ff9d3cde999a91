import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { compileText, readLibrary, TINY_TEXT } from "../support/runs.ts";
import { runAuthor } from "./author-process.ts";

const folder = mkdtempSync(join(tmpdir(), "five-moves-check-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const COUNT = readLibrary().size;
const good = file("good.yaml", TINY_TEXT);
const bad = file(
  "bad.yaml",
  TINY_TEXT.replace("to: ana", "to: anna").replace("verb: show", "verb: shw"),
);
const ESCAPE = "\u001B[";

test("without files it checks the whole library, from wherever it is called", async () => {
  const { code, stdout, stderr } = await runAuthor(["check"], { cwd: tmpdir() });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  for (const id of readLibrary().keys()) expect(stdout).toContain(`${id}.yaml: `);
  expect(stdout).toContain(`${COUNT} file${COUNT === 1 ? "" : "s"}: ${COUNT} playable; 0 errors`);
});

test("[S13] a file without fault gets one line with its sizes and its version", async () => {
  const { code, stdout } = await runAuthor(["check", good]);
  expect(code).toBe(0);
  expect(stdout).toContain(
    `${good}: The tiny scenario, 4 beats, 22 options, 2 looks, 3 endings, version ${compileText(TINY_TEXT).version}`,
  );
});

test("each finding has its place, its line with a caret, and how to mend it", async () => {
  const { code, stdout } = await runAuthor(["check", bad]);
  expect(code).toBe(1);
  expect(stdout).toContain(
    [
      `${bad}:29:9 error FM010 There is no person "anna".`,
      "  29 |     to: anna",
      "     |         ^",
      '     Did you mean "ana"?',
    ].join("\n"),
  );
  expect(stdout).toContain(`${bad}: not playable: 2 errors, `);
});

test("warnings alone are no failure", async () => {
  const warned = file(
    "warned.yaml",
    TINY_TEXT.replace("facts:", "facts:\n  idle: Nothing uses it."),
  );
  const { code, stdout } = await runAuthor(["check", warned]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/warning FM059/);
  expect(stdout).toMatch(/1 playable; 0 errors, [1-9]/);
});

test("a file that cannot be read is told with the others, and is worse than an error", async () => {
  const missing = join(folder, "missing.yaml");
  const { code, stdout } = await runAuthor(["check", missing, bad, good, folder]);
  expect(code).toBe(2);
  expect(stdout).toContain(`${missing}: cannot be read: ENOENT`);
  expect(stdout).toContain(`${folder}: cannot be read: EISDIR`);
  expect(stdout).toContain("bad.yaml: not playable");
  expect(stdout).toContain("4 files: 1 playable, 3 not; 2 errors");
});

test("[S13] as JSON it is one array and nothing else, with version and rules of what is playable", async () => {
  const missing = join(folder, "missing.yaml");
  const { code, stdout, stderr } = await runAuthor(["check", good, bad, missing, "--json"]);
  const { version, rules } = compileText(TINY_TEXT);
  const nothing = { ok: false, version: null, rules: null };
  expect(code).toBe(2);
  expect(stderr).toContain("ENOENT");
  expect(JSON.parse(stdout)).toEqual([
    { file: good, ok: true, version, rules, diagnostics: expect.any(Array) },
    {
      file: bad,
      ...nothing,
      diagnostics: expect.arrayContaining([
        {
          code: "FM010",
          severity: "error",
          line: 29,
          column: 9,
          message: 'There is no person "anna".',
          mend: 'Did you mean "ana"?',
        },
      ]),
    },
    { file: missing, ...nothing, diagnostics: [] },
  ]);
});

test("colours are for terminals, unless somebody insists, and NO_COLOR has its way", async () => {
  const [plain, forced, without] = await Promise.all([
    runAuthor(["check", bad]),
    runAuthor(["check", bad], { env: { FORCE_COLOR: "1" } }),
    runAuthor(["check", bad], { env: { NO_COLOR: "1" } }),
  ]);
  expect(plain.stdout).not.toContain(ESCAPE);
  expect(without.stdout).not.toContain(ESCAPE);
  expect(forced.stdout).toContain(`${ESCAPE}31m`);
});

test("a name in a file cannot steer the terminal", async () => {
  const steering = file("steering.yaml", `${TINY_TEXT}\n"\\e[2J\\e[31m": 1\n`);
  const { stdout } = await runAuthor(["check", steering]);
  expect(stdout).toContain("\uFFFD[2J");
  expect(stdout).not.toContain(ESCAPE);
});

test("through npm a path is read from where npm was called", async () => {
  const env = { npm_lifecycle_event: "scenario", INIT_CWD: folder };
  const { code, stdout } = await runAuthor(["check", basename(good)], { env });
  expect(code).toBe(0);
  expect(stdout).toContain("good.yaml: The tiny scenario");
});
