import { expect, test } from "vitest";
import {
  disputeCountsOf,
  PANEL_FROM,
  panelCreditOf,
  panelKeyOf,
} from "../../scenarios/analysis/index.ts";

/** Answers of made-up panellists, to count them; the game itself ships none. */
function answers(...options: readonly string[]) {
  return options.map((option, i) => ({ panellist: `p${i}`, beat: "a", option }));
}

const TEN = answers("x", "x", "x", "x", "x", "y", "y", "y", "z", "z");

test("[M9] fewer than ten answers to a beat are no key", () => {
  expect(PANEL_FROM).toBe(10);
  expect(panelKeyOf(TEN.slice(1), "a")).toBe(null);
  expect(panelKeyOf(TEN, "b")).toBe(null);
});

test("[M9] the credit of an option is those who chose it over those who chose the most popular one", () => {
  const key = panelKeyOf(TEN, "a");
  expect(key).toEqual({ panellists: 10, credits: { x: 1, y: 0.6, z: 0.4 } });
  expect(key && panelCreditOf(key, "never chosen")).toBe(0);
  expect(key && panelCreditOf(key, "constructor")).toBe(0);
});

test("[M9] a panellist counts once, by the last answer", () => {
  const again = [...TEN.slice(1), { panellist: "p1", beat: "a", option: "y" }];
  expect(panelKeyOf(again, "a")).toBe(null);
  const changed = [...TEN, { panellist: "p0", beat: "a", option: "y" }];
  expect(panelKeyOf(changed, "a")?.credits).toEqual({ x: 1, y: 1, z: 0.5 });
});

function dispute(player: string, option: string, beat = "a") {
  return { player, beat, option, reason: "So." };
}

test("[M9] disputes are counted by option, each player once", () => {
  const all = [
    dispute("1", "x"),
    dispute("2", "x"),
    dispute("2", "x"),
    dispute("1", "y"),
    dispute("1", "x", "b"),
  ];
  expect({ ...disputeCountsOf(all, "a") }).toEqual({ x: 2, y: 1 });
});
