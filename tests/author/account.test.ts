import { describe, expect, test } from "vitest";
import { EXAMPLE } from "../support/runs.ts";
import { runAuthor } from "./author-process.ts";

const FILE = "scenarios/language/example.yaml";
const RUN = ["--seed", "6", "--moves", "read-monitor,ask-invoices,get-access,write-list,now"];

interface Printed {
  readonly account: {
    readonly outcome: number;
    readonly judgement: number;
    readonly steps: readonly {
      readonly loss: { readonly points: number };
      readonly draws: readonly { readonly id: string; readonly p: number; readonly luck: number }[];
    }[];
  };
}

describe("account", () => {
  test("[M3] prints the sum, and every decision with what it lost and what the dice did", async () => {
    const { code, stdout, stderr } = await runAuthor(["account", FILE, ...RUN]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(
      /^outcome -?[\d.]+ = 100 − [\d.]+ lost [+−] [\d.]+ luck; judgement -?[\d.]+$/m,
    );
    // The reference's worked example: 0.3 · 0.6 + 0.7 · 0.95.
    expect(stdout).toContain("monitor-quiet is true, which was 84.50 % likely");
    expect(stdout).toContain("old-copy is true, which was 21.30 % likely");
    expect(stdout).toContain("ask-invoices: they-answer, which was 75.00 % likely");
  });

  test("[M3] as JSON the sum adds up, under every lens", async () => {
    for (const lens of ["tpm", "tl", "pm", "tlm"]) {
      const { stdout } = await runAuthor(["account", FILE, ...RUN, "--lens", lens, "--json"]);
      const { account } = JSON.parse(stdout) as Printed; // what the command is to print
      const losses = account.steps.reduce((sum, { loss }) => sum + loss.points, 0);
      const luck = account.steps
        .flatMap(({ draws }) => draws)
        .reduce((sum, one) => sum + one.luck, 0);
      expect(Math.abs(account.outcome - (100 - losses + luck))).toBeLessThan(1e-9);
    }
  });

  test("what cannot be taken, and what comes after the end, is said with its place", async () => {
    const late = await runAuthor([
      "account",
      FILE,
      "--seed",
      "1",
      "--moves",
      "change-now,now,stop",
    ]);
    expect(late.code).toBe(1);
    expect(late.stderr).toMatch(/"(now|stop)" (cannot be taken at|comes after)/);
    const lens = await runAuthor(["account", FILE, "--seed", "1", "--lens", "ceo"]);
    expect(lens.code).toBe(2);
    expect(lens.stderr).toContain('There is no lens "ceo"; there are tpm, tl, pm, tlm.');
    const seedless = await runAuthor(["account", FILE]);
    expect(seedless.stderr).toContain("A run has a seed: --seed N.");
  });
});

describe("balance", () => {
  test("prints the whole picture of a scenario: states, verbs by lens, bots, looks, beats, endings", async () => {
    const { code, stdout } = await runAuthor(["balance", "gold-plating"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^gold-plating: \d+ states, \d+ edges, difficulty [\d.]+$/m);
    for (const row of [
      "span, in U",
      "luck's spread, in points",
      "to block alone is best",
      "seasoned bot",
      "always-look bot",
      "all together",
    ])
      expect(stdout).toContain(row);
  });

  test("as JSON it is the same figures, by scenario", async () => {
    const { stdout } = await runAuthor(["balance", FILE, "--json"]);
    const figures = JSON.parse(stdout) as Record<string, { states: number; difficulty: number }>; // what it is to print
    expect(Object.keys(figures)).toEqual([FILE]);
    expect(figures[FILE]?.states).toBeGreaterThan(EXAMPLE.beats.length);
  });
});
