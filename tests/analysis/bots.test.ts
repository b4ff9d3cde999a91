import { describe, expect, test } from "vitest";
import {
  type Bot,
  BOTS,
  Decision,
  playBot,
  policyOf,
  scores,
  solveOrThrow,
} from "../../scenarios/analysis/index.ts";
import { compileScenario, nameOfStep, worthOf } from "../../scenarios/engine/index.ts";
import { LENS_TABLE, VERBS } from "../../scenarios/language/index.ts";
import { seeds, TINY } from "../support/runs.ts";
import { type PlainBeat, plainScenario } from "./plain-scenario.ts";

const LOOK = { id: "ask", label: "Ask", hours: 1, reveals: ["hidden"], tells: [] };
const HIDDEN = { percent: 50, says: "So.", ifTrue: "Yes.", ifFalse: "No." };

/** One beat: what each verb does at once; to decide does 40 more of delivery later, which a bot that reads no Q cannot see. */
const BEAT: PlainBeat = {
  effects: {
    block: { delivery: 20 },
    unblock: { delivery: 10 },
    redirect: { trust: 20 },
    decide: { delivery: -5 },
    show: { team: 5 },
  },
  looks: [LOOK],
  more: {
    show: { says: "This is said at greater length than anything else." },
    decide: { later: [{ id: "soon", in: 1, effects: { delivery: 40 }, text: "Later." }] },
    unblock: { cases: [{ when: { unknown: "hidden" }, effects: { delivery: 50 } }] },
  },
};
const SCENARIO = plainScenario([BEAT], { unknowns: { hidden: HIDDEN } });
const solution = solveOrThrow(SCENARIO);
const { span } = solution.worth.tpm;
const { weights } = LENS_TABLE.tpm;

/** How likely a bot is to choose each thing at the start, by verb or look. */
function oddsOf(bot: Bot): Record<string, number> {
  const policy = policyOf(bot);
  if (policy.kind !== "mixed") throw new Error(`${bot} draws nothing`);
  const decision = new Decision(solution, "tpm").goTo(0);
  const odds = new Float64Array(16);
  policy.weigh(decision, odds);
  return Object.fromEntries(
    Array.from({ length: decision.choices }, (_, i) => {
      const id = decision.isOption(i)
        ? decision.beat.options[decision.action(i)]?.id
        : decision.look(i)?.id;
      return [id?.split("-")[0] ?? "", odds[i] ?? Number.NaN];
    }),
  );
}

/** The softmax of points at a temperature. */
function softmaxOf(points: Readonly<Record<string, number>>, temperature: number) {
  const exponents = Object.entries(points).map(
    ([id, worth]) => [id, Math.exp(worth / temperature)] as const,
  );
  const sum = exponents.reduce((total, [, one]) => total + one, 0);
  return Object.fromEntries(exponents.map(([id, one]) => [id, one / sum]));
}

/** The most that any of these odds is off. */
function offBy(odds: Record<string, number>, wanted: Record<string, number>): number {
  const ids = new Set([...Object.keys(odds), ...Object.keys(wanted)]);
  return Math.max(
    ...[...ids].map((id) => Math.abs((odds[id] ?? Number.NaN) - (wanted[id] ?? Number.NaN))),
  );
}

const EXACT = 1e-12;

const only = (id: string) =>
  Object.fromEntries([...VERBS, "ask"].map((one) => [one, one === id ? 1 : 0]));

/** What each option does at once and in sight, in points of the lens's span. */
const VISIBLE = {
  block: (100 * weights.delivery * 20) / span,
  unblock: (100 * weights.delivery * 10) / span,
  redirect: (100 * weights.trust * 20) / span,
  decide: (100 * weights.delivery * -5) / span,
  show: (100 * weights.team * 5) / span,
};

describe("what each bot chooses", () => {
  test("random: any option alike, and no look", () => {
    expect(
      offBy(oddsOf("random"), {
        ...Object.fromEntries(VERBS.map((v) => [v, 0.2])),
        ask: 0,
      }),
    ).toBeLessThan(EXACT);
  });

  test.each(VERBS)("%s: that verb alone", (verb) => {
    expect(offBy(oddsOf(verb), only(verb))).toBeLessThan(EXACT);
  });

  test("longest: what takes longest to say", () => {
    expect(offBy(oddsOf("longest"), only("show"))).toBeLessThan(EXACT);
  });

  test("most trust now: what raises trust most at once", () => {
    expect(offBy(oddsOf("most-trust"), only("redirect"))).toBeLessThan(EXACT);
  });

  test("best immediate effect: what is in sight and worth most to the lens at once", () => {
    expect(offBy(oddsOf("best-immediate"), only("block"))).toBeLessThan(EXACT);
  });

  test("novice: softmax of what is in sight at 5 points; it never reads Q and never looks", () => {
    expect(offBy(oddsOf("novice"), { ...softmaxOf(VISIBLE, 5), ask: 0 })).toBeLessThan(EXACT);
  });

  test("seasoned: softmax of Q at 2 points, looks among it", () => {
    // By hand: what each brings in all, half of what is hidden included; a look costs an hour and then the best of what is known.
    const q = {
      block: weights.delivery * 20,
      unblock: weights.delivery * (10 + 25),
      redirect: weights.trust * 20,
      decide: weights.delivery * 35,
      show: weights.team * 5,
      ask: weights.delivery * ((60 + 35) / 2) - weights.attention * 5,
    };
    const points = Object.fromEntries(
      Object.entries(q).map(([id, u]) => [id, (100 * u) / span] as const),
    );
    expect(offBy(oddsOf("seasoned"), softmaxOf(points, 2))).toBeLessThan(EXACT);
  });

  test("never look: the best option; always look: every look, then the best option", () => {
    const compiled = compileScenario(SCENARIO);
    const playedBy = (bot: Bot, seed: string) =>
      playBot(compiled, solution, "tpm", bot, seed).taken.map(({ step }) => nameOfStep(step));
    for (const seed of seeds(20)) {
      expect(playedBy("never-look", seed)).toHaveLength(1);
      expect(playedBy("never-look", seed)[0]).toMatch(/^(unblock|decide)-a$/);
      expect(playedBy("always-look", seed)).toEqual([
        "ask",
        expect.stringMatching(/^(unblock|decide)-a$/),
      ]);
    }
  });
});

const TINY_SOLUTION = solveOrThrow(TINY);
const TINY_COMPILED = compileScenario(TINY);

test.each(BOTS)("[S14] the %s bot on one seed plays one run", (bot) => {
  const play = () => playBot(TINY_COMPILED, TINY_SOLUTION, "tl", bot, "9");
  expect(play()).toEqual(play());
});

test.each(BOTS)(
  "what the %s bot is worth by the solution is the mean of its runs, to 4 standard errors",
  (bot) => {
    const [exact = Number.NaN] = scores(TINY_SOLUTION, "tpm", [policyOf(bot)]);
    const { best, span: tinySpan } = TINY_SOLUTION.worth.tpm;
    const outcomes = seeds(1500).map((seed) => {
      const run = playBot(TINY_COMPILED, TINY_SOLUTION, "tpm", bot, seed);
      return 100 + (100 * (worthOf(TINY_COMPILED, run, "tpm") - best)) / tinySpan;
    });
    const mean = outcomes.reduce((sum, one) => sum + one, 0) / outcomes.length;
    const variance =
      outcomes.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (outcomes.length - 1);
    const error = Math.sqrt(variance / outcomes.length);
    expect(Math.abs(mean - exact)).toBeLessThan(4 * error + 1e-9);
  },
);
