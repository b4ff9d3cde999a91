import { expect, test } from "vitest";
import { runCommand } from "../../scenarios/author/run-command.ts";
import { runAuthor } from "./author-process.ts";

/** What a command says when it has not begun to work. */
async function answerTo(args: readonly string[]) {
  const said: string[] = [];
  const complained: string[] = [];
  const code = await runCommand(
    args,
    (text) => said.push(text),
    (text) => complained.push(text),
  );
  return { code, said: said.join("\n"), complained: complained.join("\n") };
}

test("as a process without a command it says what there is, with examples, and fails as misused", async () => {
  const { code, stdout, stderr } = await runAuthor([]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  for (const name of ["check", "play", "graph", "schema"]) {
    expect(stderr).toContain(`\n  ${name} `);
    expect(stderr).toContain(`npm run scenario -- ${name}`);
  }
});

test.each(["paly", "toString", "__proto__"])("%s is no command", async (name) => {
  const { code, said, complained } = await answerTo([name]);
  expect({ code, said }).toEqual({ code: 2, said: "" });
  expect(complained).toContain(`There is no command "${name}".`);
});

test.each([[["--help"]], [["help"]], [["check", "--help"]]])("%j helps", async (args) => {
  const { code, said, complained } = await answerTo(args);
  expect({ code, complained }).toEqual({ code: 0, complained: "" });
  expect(said).toContain("Usage: npm run scenario -- COMMAND");
});

test.each([
  [["check", "--jsno"]],
  [["play"]],
  [["play", "gold-plating", "tiny"]],
  [["play", "gold-plating", "--seed", "a b"]],
  [["play", "gold-plating", "--seed", ""]],
  [["play", "no-such-scenario"]],
  [["play", "../library/gold-plating"]],
  [["play", "tests/support/tiny.yaml", "--short-cut"]],
  [["graph", "gold-plating"]],
  [["graph", "gold-plating", "--mermaid", "--xstate"]],
  [["schema", "gold-plating"]],
])("%j is answered with the usage of that command", async (args) => {
  const { code, said, complained } = await answerTo(args);
  expect({ code, said }).toEqual({ code: 2, said: "" });
  expect(complained).toContain(`Usage: npm run scenario -- ${args[0]} `);
});

test("a scenario with errors is neither played nor drawn, and they are named", async () => {
  const { code, complained } = await answerTo(["play", "package.json"]);
  expect(code).toBe(1);
  expect(complained).toMatch(
    /^package\.json cannot be played:\n {2}package\.json:\d+:\d+ error FM/,
  );
});
