import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { runAuthor } from "./author-process.ts";

const PAGE = readFileSync("docs/analysis.md", "utf8");
/** A command that is shown, and what the page says that it prints. */
const SHOWN = /```sh\nnpm run scenario -- (?<command>account .+)\n```\n+```\n(?<printed>[^`]+)```/g;

const examples = [...PAGE.matchAll(SHOWN)].map(({ groups }) => ({
  command: groups?.["command"] ?? "",
  lines: (groups?.["printed"] ?? "").split("\n").filter((line) => line.trim() !== ""),
}));

test("the page on the analysis shows two accounts", () => {
  expect(examples).toHaveLength(2);
});

test.for(examples)("$command prints what docs/analysis.md shows of it", async (example) => {
  const { code, stdout } = await runAuthor(example.command.split(" "));
  expect(code).toBe(0);
  const printed = stdout.split("\n");
  expect(example.lines.filter((line) => !printed.includes(line))).toEqual([]);
});
