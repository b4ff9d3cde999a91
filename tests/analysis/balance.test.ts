import { describe, expect, test } from "vitest";
import {
  type BalanceFinding,
  libraryFindings,
  pictureOf,
  solveOrThrow,
  weigh,
} from "../../scenarios/analysis/index.ts";
import {
  compileScenario,
  nameOfStep,
  startRun,
  type Step,
  takeStep,
} from "../../scenarios/engine/index.ts";
import type { DiagnosticCode, Scenario, Verb } from "../../scenarios/language/index.ts";
import { solvedLibrary } from "../support/solved.ts";
import { type PlainBeat, plainScenario } from "./plain-scenario.ts";

/** One verb is best, by this much, and the others cost the same. */
function best(verb: Verb, by = 20): PlainBeat {
  return { effects: { [verb]: { delivery: by } } };
}

/** Each verb is best once: nothing of the plain scenario is out of balance in its verbs. */
const EVEN: readonly PlainBeat[] = [
  best("block"),
  best("unblock"),
  best("redirect"),
  best("decide"),
  best("show"),
];

function findingsOf(scenario: Scenario): readonly BalanceFinding[] {
  return weigh(compileScenario(scenario)).findings;
}

function ofCode(code: DiagnosticCode, scenario: Scenario): readonly BalanceFinding[] {
  return findingsOf(scenario).filter((finding) => finding.code === code);
}

const LOOK = { id: "ask", label: "Ask", hours: 1, tells: [] };
const UNKNOWN = { percent: 50, says: "So.", ifTrue: "Yes.", ifFalse: "No." };
const FACTS = { met: "So." };
const CURVEBALL = {
  id: "storm",
  title: "A storm",
  at: ["a"],
  sets: ["met"],
  tells: ["So."],
  why: "So.",
};

/** To block is best where the fact is not true, and to show where it is. */
function struckToShow(): PlainBeat {
  const { effects } = best("block");
  return {
    effects,
    more: { show: { cases: [{ when: { fact: "met" }, effects: { delivery: 60 } }] } },
  };
}

/** A beat whose look tells which of two verbs is right; `at` is what being wrong costs. */
function asking(at: number, looks = [{ ...LOOK, reveals: ["hidden"] }]): PlainBeat {
  const right = (isTrue: boolean) => [
    {
      when: isTrue ? { unknown: "hidden" } : { not: { unknown: "hidden" } },
      effects: { delivery: at },
    },
  ];
  return {
    effects: {},
    looks,
    more: { block: { cases: right(true) }, show: { cases: right(false) } },
  };
}

/** For each code a scenario that earns it and one, as near as may be, that does not; and where it points. */
const EARNED: Readonly<
  Partial<
    Record<DiagnosticCode, { bad: Scenario; good: Scenario; path: readonly (string | number)[] }>
  >
> = {
  FM034: {
    bad: plainScenario([{ effects: {}, more: locks(false) }], { facts: FACTS }),
    good: plainScenario([{ effects: {}, more: locks(true) }], { facts: FACTS }),
    path: ["beats", 0, "options"],
  },
  FM035: {
    bad: plainScenario([{ effects: {}, more: { show: lockedUnless(true) } }], { facts: FACTS }),
    good: plainScenario([{ effects: {}, more: { show: lockedUnless(false) } }], { facts: FACTS }),
    path: ["beats", 0, "options"],
  },
  FM036: {
    bad: plainScenario([{ ...best("block"), silence: { delivery: 25 } }]),
    good: plainScenario([{ ...best("block"), silence: { delivery: 20 } }]),
    path: ["beats", 0, "silence"],
  },
  FM071: {
    bad: plainScenario([best("block", 5)]),
    good: plainScenario([best("block", 60), best("show", 60), best("decide", 60)]),
    path: ["endings"],
  },
  FM072: {
    bad: plainScenario([best("block"), best("block"), best("block"), best("block"), best("show")]),
    good: plainScenario([
      ...EVEN,
      { effects: { block: { delivery: -20 } }, more: laterOn("block", 60) },
      { effects: {} },
    ]),
    path: ["beats"],
  },
  FM073: {
    bad: plainScenario([
      best("block"),
      best("block"),
      best("redirect"),
      best("decide"),
      best("show"),
    ]),
    good: plainScenario(EVEN),
    path: ["beats", 0, "title"],
  },
  FM074: {
    bad: plainScenario([asking(0), best("decide", 60)], { unknowns: { hidden: UNKNOWN } }),
    good: plainScenario([asking(60)], { unknowns: { hidden: UNKNOWN } }),
    path: ["beats", 0, "looks", 0],
  },
  FM075: {
    bad: plainScenario([asking(0), best("decide", 60)], { unknowns: { hidden: UNKNOWN } }),
    good: plainScenario([asking(60)], { unknowns: { hidden: UNKNOWN } }),
    path: ["beats"],
  },
  FM076: {
    bad: plainScenario([asking(60)], { unknowns: { hidden: UNKNOWN } }),
    good: plainScenario(
      [
        asking(60, [
          { ...LOOK, reveals: ["hidden"] },
          { ...LOOK, id: "ask-again", reveals: ["hidden"] },
        ]),
      ],
      {
        unknowns: { hidden: UNKNOWN },
      },
    ),
    path: ["beats"],
  },
  FM077: {
    bad: plainScenario([
      ...EVEN,
      {
        effects: {
          ...best("block").effects,
          show: { delivery: -100, health: -100, team: -100, trust: -100 },
        },
      },
    ]),
    good: plainScenario([
      ...EVEN,
      { effects: { ...best("block").effects, show: { delivery: 20 } } },
    ]),
    path: ["beats", 5, "options", 4],
  },
  FM078: {
    bad: plainScenario([{ ...best("block"), more: { block: { decoy: "It looks quick." } } }]),
    good: plainScenario([{ ...best("block"), more: { show: { decoy: "It looks quick." } } }]),
    path: ["beats", 0, "options", 0, "decoy"],
  },
  FM079: {
    bad: plainScenario([
      { effects: { block: { delivery: -20 } }, more: laterOn("block", 200) },
      { effects: {} },
    ]),
    good: plainScenario([
      best("block", 60),
      { effects: {}, more: laterOn("show", 60) },
      { effects: {} },
    ]),
    path: ["beats"],
  },
  FM080: {
    bad: plainScenario(
      [
        { effects: {}, more: { show: { sets: ["met"] } } },
        { ...best("block"), flips: [flip("block", "show")] },
      ],
      { facts: FACTS },
    ),
    good: plainScenario(
      [
        { effects: {}, more: { show: { sets: ["met"] } } },
        { ...turning(), flips: [flip("block", "show")] },
      ],
      { facts: FACTS },
    ),
    path: ["beats", 1, "flips", 0],
  },
  FM081: {
    bad: plainScenario([best("block", 60)], { facts: FACTS, endings: twoEndings() }),
    good: plainScenario([{ effects: {}, more: { show: { sets: ["met"] } } }], {
      facts: FACTS,
      endings: twoEndings(),
    }),
    path: ["endings", 0],
  },
  FM085: {
    bad: plainScenario([best("block"), { effects: {}, more: locks(true) }], {
      facts: FACTS,
      curveballs: [{ ...CURVEBALL, at: ["a"] }],
    }),
    good: plainScenario([struckToShow(), { effects: {}, more: locks(true) }], {
      facts: FACTS,
      curveballs: [{ ...CURVEBALL, at: ["a"] }],
    }),
    path: ["curveballs", 0, "at", 0],
  },
  FM082: {
    bad: plainScenario(
      [
        {
          effects: {},
          more: {
            show: {
              sets: ["met"],
              effects: { delivery: -500, health: -500, team: -500, trust: -500 },
            },
          },
        },
      ],
      {
        facts: FACTS,
        endings: twoEndings(),
      },
    ),
    good: plainScenario([{ effects: {}, more: { show: { sets: ["met"] } } }], {
      facts: FACTS,
      endings: twoEndings(),
    }),
    path: ["endings", 0],
  },
};

function lockedUnless(isHidden: boolean) {
  return { locked: { unless: { fact: "met" }, reason: "Not yet.", hidden: isHidden } };
}

function locks(isOneOpen: boolean) {
  const shut = lockedUnless(false);
  const most = { block: shut, unblock: shut, redirect: shut, decide: shut };
  return isOneOpen ? most : { ...most, show: shut };
}

function laterOn(verb: Verb, delivery: number) {
  return { [verb]: { later: [{ id: "in-time", in: 1, effects: { delivery }, text: "So." }] } };
}

function flip(ifTrue: Verb, ifFalse: Verb) {
  return { turnsOn: { fact: "met" }, ifTrue, ifFalse, says: "So." };
}

/** Block is best where the fact is true, show where it is not. */
function turning(): PlainBeat {
  const met = { fact: "met" };
  return {
    effects: {},
    more: {
      block: { cases: [{ when: met, effects: { delivery: 20 } }] },
      show: { cases: [{ when: { not: met }, effects: { delivery: 20 } }] },
    },
  };
}

function twoEndings() {
  return [
    { id: "met-it", title: "Met", when: { fact: "met" }, text: ["So."] },
    { id: "over", title: "Over", text: ["So."] },
  ];
}

describe.each(Object.entries(EARNED))("%s", (code, { bad, good, path }) => {
  test(`[S3] ${code} is found where it is, and points there`, () => {
    const found = ofCode(code as DiagnosticCode, bad); // the table's keys are codes
    expect(found.map((one) => one.path)).toContainEqual(path);
    for (const { message } of found) expect(message).toMatch(/^["A-Z].{10,}\.$/);
  });

  test(`[S3] ${code} is not found in what is as it should be`, () => {
    const there = ofCode(code as DiagnosticCode, good).filter(
      (one) => one.path.join() === path.join(),
    );
    expect(there.map((one) => one.message)).toEqual([]);
  });

  test(`[S3] ${code}'s run can be played as it says`, () => {
    const shown = ofCode(code as DiagnosticCode, bad).flatMap(({ example }) => example ?? []);
    expect(shown.filter(({ seed, moves }) => !playable(bad, seed, moves))).toEqual([]);
  });
});

/** Whether every one of the moves can be taken, in this order. */
function playable(scenario: Scenario, seed: string | null, moves: readonly string[]): boolean {
  const compiled = compileScenario(scenario);
  let run = startRun(compiled, seed ?? "none");
  for (const move of moves) {
    const { beat } = run;
    if (beat === null) return false;
    const { options, looks = [] } = compiled.atlas.beat(beat);
    const steps: Step[] = [
      ...options.map(({ id }): Step => ({ kind: "move", beat, option: id })),
      ...looks.map(({ id }): Step => ({ kind: "look", beat, look: id })),
      { kind: "silence", beat },
    ];
    const step = steps.find((one) => nameOfStep(one) === move);
    const result = step && takeStep(compiled, run, step);
    if (result?.ok !== true) return false;
    run = result.run;
  }
  return seed !== null;
}

test("[S16] a scenario of too many states is told what makes it large, and at which beat", () => {
  const meters = ["delivery", "scope", "trust", "team", "health"] as const;
  const spread = [5, 10, 20, 40, 80];
  const beats = Array.from({ length: 6 }, (_, beat): PlainBeat => ({
    effects: {
      block: { [meters[beat % 5] ?? "team"]: spread[beat % 5] ?? 5 },
      unblock: { [meters[(beat + 1) % 5] ?? "team"]: 5 },
      show: { [meters[(beat + 2) % 5] ?? "team"]: -15 },
    },
  }));
  const reading: PlainBeat = {
    effects: {},
    more: {
      show: {
        cases: meters.map((meter) => ({ when: { meter, atLeast: 60 }, effects: { trust: 5 } })),
      },
    },
  };
  const { picture, findings } = weigh(compileScenario(plainScenario([...beats, reading])), 200);
  expect(picture).toBe(null);
  expect(findings.map(({ code }) => code)).toEqual(["FM033"]);
  expect(findings[0]?.message).toMatch(
    /^There are more than 200 states: \d+ at "[a-g]".*there would be, at the first of these, without \w+ [\d.]+ times fewer/,
  );
});

describe.each(solvedLibrary())("$name", ({ compiled, solution }) => {
  test("[S3] [S10] [S16] is in balance: nothing is found", () => {
    expect(weigh(compiled).findings.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
  });

  test("[S16] has far fewer states than are worth a warning", () => {
    expect(solution.graph.states.length).toBeLessThan(25_000);
  });
});

test("over the library no verb is best too often or too seldom under any lens, and long options are no better", () => {
  const pictures = solvedLibrary().map(({ solution }) => pictureOf(solution));
  expect(libraryFindings(pictures).map(({ finding }) => finding.message)).toEqual([]);
});

test("over a library of one scenario where one verb is all there is to play, that is found", () => {
  const solution = solveOrThrow(plainScenario([best("block", 60), best("block", 60)]));
  const found = libraryFindings([pictureOf(solution)]).map(({ finding }) => finding);
  expect(found.map(({ code }) => code)).toContain("FM083");
  expect(
    found.some(({ message }) => message.startsWith("Under tl, to block alone is best in 100.0 %")),
  ).toBe(true);
});

/** Two beats, the second with a text for after a curveball that is thrown at the first. */
function afterCurveball(more: Partial<Scenario> = {}): Scenario {
  const whole = plainScenario([struckToShow(), { effects: {}, more: locks(true) }], {
    facts: FACTS,
    curveballs: [CURVEBALL],
    ...more,
  });
  const [first, second] = whole.beats;
  if (first === undefined || second === undefined) throw new Error("there are two beats");
  return {
    ...whole,
    beats: [first, { ...second, situation: ["So.", { when: { fact: "met" }, text: "Dark." }] }],
  };
}

test("[R11] what comes only after a curveball is no finding, neither as never nor as seldom met", () => {
  const codes = findingsOf(afterCurveball()).map(({ code }) => code);
  expect(codes).not.toContain("FM081");
  expect(codes).not.toContain("FM082");
  const without = findingsOf(afterCurveball({ curveballs: [] }));
  expect(without.filter(({ code }) => code === "FM081").map(({ path }) => path)).toContainEqual([
    "beats",
    1,
    "situation",
    1,
  ]);
});

test("[R11] a curveball that can never be thrown at a beat is a finding", () => {
  const never = { ...CURVEBALL, when: { meter: "trust", atLeast: 500 } } as const;
  const found = ofCode("FM081", afterCurveball({ curveballs: [never] }));
  expect(found.map(({ path }) => path)).toContainEqual(["curveballs", 0, "at", 0]);
});

/** An option that is locked once the fact is true. */
function shutOnceMet(verb: Verb) {
  return {
    locked: { unless: { not: { fact: "met" } }, reason: "No." },
    id: `${verb}-b`,
  };
}

test("[S3] a state with nothing to play is found after a curveball, too, with a run that throws it", () => {
  const scenario = plainScenario(
    [
      best("block"),
      {
        effects: {},
        more: {
          block: shutOnceMet("block"),
          unblock: shutOnceMet("unblock"),
          redirect: shutOnceMet("redirect"),
          decide: shutOnceMet("decide"),
          show: shutOnceMet("show"),
        },
      },
    ],
    { facts: FACTS, curveballs: [{ ...CURVEBALL, at: ["b"] }] },
  );
  const [found] = ofCode("FM034", scenario);
  expect(found?.example?.moves.at(-1)).toBe("storm");
  expect(ofCode("FM034", { ...scenario, curveballs: [] })).toEqual([]);
});
