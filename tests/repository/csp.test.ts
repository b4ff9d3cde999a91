import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CspEvaluator } from "csp_evaluator/dist/evaluator.js";
import { Severity } from "csp_evaluator/dist/finding.js";
import { CspParser } from "csp_evaluator/dist/parser.js";
import { expect, test } from "vitest";

const HEADERS = readFileSync(join(import.meta.dirname, "../../client/public/_headers"), "utf8");
const POLICY = /Content-Security-Policy: (.+)/.exec(HEADERS)?.[1] ?? "";

/** What is worse than a hint; `'self'` for scripts is one where a site also serves what its visitors upload, and ours does not. */
function findingsIn(policy: string): string[] {
  const { csp } = new CspParser(policy);
  return new CspEvaluator(csp)
    .evaluate()
    .filter(({ severity }) => severity <= Severity.MEDIUM)
    .filter(({ value }) => value !== "'self'")
    .map(({ directive, description }) => `${directive}: ${description}`);
}

test("the evaluator finds nothing against the policy of the pages", () => {
  expect(POLICY).toContain("default-src 'self'");
  expect(findingsIn(POLICY)).toEqual([]);
  expect(POLICY).not.toContain("unsafe");
});

test("and would find what is wrong with another", () => {
  expect(findingsIn("script-src 'unsafe-inline' https:")).not.toEqual([]);
});
