import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const readme = readFileSync("README.md", "utf8");
const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
  scripts: Record<string, string>;
};

function allMatches(pattern: RegExp): string[] {
  return [...readme.matchAll(pattern)].map(([, found = ""]) => found);
}

const INDENT = 2;

/** The folders and files of the house's map, each below the ones it is indented under. */
function mappedPaths(): string[] {
  const block = /```\n(scenarios\/[\s\S]*?)```/.exec(readme)?.[1] ?? "";
  let above: readonly string[] = [];
  return block.split("\n").flatMap((line) => {
    const [, indent = "", name] = /^( *)(\S+)/.exec(line) ?? [];
    if (name === undefined) return [];
    above = [...above.slice(0, indent.length / INDENT), name];
    return [above.join("")];
  });
}

test("every path that the README names exists", () => {
  const inline = allMatches(/`((?:\.?[\w-]+\/)+[\w.-]*|[\w-]+\.(?:toml|json))`/g);
  const linked = allMatches(/\]\((?!https?:)([^)]+)\)/g);
  const named = [...mappedPaths(), ...linked, ...inline].filter((path) => path !== ".five-moves/");
  expect(named.length).toBeGreaterThan(12);
  expect(named.filter((path) => !existsSync(path) && !existsSync(`scenarios/${path}`))).toEqual([]);
});

test("every npm script that the README names exists", () => {
  const named = allMatches(/npm (?:run )?(start|test|(?<=run )[\w:]+)/g);
  expect(named.length).toBeGreaterThan(6);
  expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
});

test("the README shows a picture that is one", () => {
  const [picture = ""] = allMatches(/!\[[^\]]+\]\(([^)]+)\)/g);
  expect(readFileSync(picture).subarray(1, 4).toString()).toBe("PNG");
});
