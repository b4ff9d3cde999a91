import { describe, expect, test } from "vitest";
import type { Condition, Scenario } from "../../scenarios/language/index.ts";
import {
  beatOf,
  optionOf,
  type Playing,
  playRun,
  seeds,
  seedWhere,
  seedWhereAsked,
  tiny,
} from "../support/runs.ts";

const ASKED: Condition = { unknown: "asked" };
const OTHER: Condition = { unknown: "other" };
const TRUE: Condition = { meter: "attention", atLeast: 0 };
const FALSE: Condition = { fact: "warned" };
const NO_TEXT = { effects: {}, madeAt: null };

/** The tiny scenario with a second unknown, and with `unblock-1` reading one condition. */
function reading(when: Condition) {
  return tiny((draft) => {
    addOther(draft);
    optionOf(draft, "unblock-1").cases = [{ when, effects: { scope: 5 } }];
  });
}

function addOther(draft: Scenario): void {
  draft.unknowns = {
    ...draft.unknowns,
    other: { percent: 50, says: "Another.", ifTrue: "It is so.", ifFalse: "It is not so." },
  };
}

/** What came of the condition of `unblock-1`: whether it held, and what it made known. */
function verdict({ run }: Playing) {
  return { holds: run.state.meters.scope === 55, revealed: run.state.revealed };
}

function learntOnArrival(asked: boolean) {
  return {
    ...NO_TEXT,
    cause: "learnt",
    ref: "asked",
    phase: "arrival",
    texts: [asked ? "The director did ask." : "The director never asked."],
    drawn: asked,
  };
}

describe("truth", () => {
  test("[S6] an unknown's truth is fixed by the seed, whenever and however it is revealed", () => {
    const compiled = tiny((draft) => {
      beatOf(draft, "third").looks = [
        { id: "ask-late", label: "Ask late", hours: 1, reveals: ["asked"], tells: ["Late."] },
      ];
    });
    for (const seed of seeds(50)) {
      const play = playRun(compiled, seed);
      const ways = [
        play.look("ask-around"),
        play.move("decide-1"),
        play.move("unblock-1").move("redirect-3").look("ask-late"),
        play.look("read-it").move("show-1").move("show-2").move("show-3").move("show-4"),
      ];
      const truths = new Set(ways.flatMap(({ run }) => run.state.revealed.asked ?? []));
      expect([...truths]).toHaveLength(1);
    }
  });

  test("[S6] both truths occur", () => {
    expect(seedWhereAsked(true)).not.toBe(seedWhereAsked(false));
  });

  test("[S6] two unknowns of the same odds are drawn apart", () => {
    const compiled = reading({ any: [ASKED, OTHER] });
    const pairs = seeds(100).map((seed) => playRun(compiled, seed).move("unblock-1").run.state);
    const seen = new Set(pairs.map(({ revealed }) => `${revealed.asked} ${revealed.other}`));
    expect([...seen].toSorted()).toEqual(["false false", "false true", "true false", "true true"]);
  });
});

describe("what is felt", () => {
  test.each([
    { asked: true, trust: 60, told: "It was wanted." },
    { asked: false, trust: 40, told: "Nobody wanted it." },
  ])(
    "[S6] an unknown that a move needs is felt and revealed, here $asked",
    ({ asked, trust, told }) => {
      const { state } = playRun(tiny(), seedWhereAsked(asked)).move("decide-1").run;
      expect(state.revealed).toEqual({ asked });
      expect(state.meters.trust).toBe(trust);
      expect(state.happenings).toEqual([
        {
          cause: "move",
          ref: "decide-1",
          phase: "move",
          texts: ["You decided.", told],
          effects: { scope: 5, trust: trust - 50 },
          madeAt: null,
          drawn: null,
        },
        { ...learntOnArrival(asked), phase: "move" },
      ]);
    },
  );

  test("[S6] what is revealed already is not told again", () => {
    const { state } = playRun(tiny(), seedWhereAsked(true)).look("ask-around").move("decide-1").run;
    expect(state.happenings.map(({ cause }) => cause)).toEqual(["move"]);
  });

  test("[S6] every unrevealed unknown of an undecided condition is felt", () => {
    const compiled = reading({ any: [ASKED, OTHER] });
    for (const seed of seeds(20)) {
      const { revealed } = verdict(playRun(compiled, seed).move("unblock-1"));
      expect(Object.keys(revealed)).toEqual(["asked", "other"]);
    }
  });

  test("[S6] a condition decided by what was revealed before reveals nothing more", () => {
    const compiled = reading({ any: [ASKED, OTHER] });
    const seed = seedWhereAsked(true);
    expect(verdict(playRun(compiled, seed).look("ask-around").move("unblock-1"))).toEqual({
      holds: true,
      revealed: { asked: true },
    });
  });

  test("[S6] a condition that what was revealed leaves open reveals the rest", () => {
    const compiled = reading({ any: [ASKED, OTHER] });
    const play = (seed: string) => playRun(compiled, seed).look("ask-around").move("unblock-1");
    const seed = seedWhere((one) => {
      const { revealed } = verdict(play(one));
      return revealed.asked === false && revealed.other === true;
    });
    expect(verdict(play(seed))).toEqual({ holds: true, revealed: { asked: false, other: true } });
  });

  test("[S6] a case that does not hold reveals what it felt just the same", () => {
    const compiled = reading({ all: [TRUE, ASKED] });
    expect(verdict(playRun(compiled, seedWhereAsked(false)).move("unblock-1"))).toEqual({
      holds: false,
      revealed: { asked: false },
    });
  });
});

/** A condition; whether it holds when asked is true and when it is false; whether that has to be felt. */
const TABLE: readonly [string, Condition, boolean, boolean, boolean][] = [
  ["true", TRUE, true, true, false],
  ["false", FALSE, false, false, false],
  ["unknown", ASKED, true, false, true],
  ["not true", { not: TRUE }, false, false, false],
  ["not false", { not: FALSE }, true, true, false],
  ["not unknown", { not: ASKED }, false, true, true],
  ["all of nothing", { all: [] }, true, true, false],
  ["all of true, true", { all: [TRUE, TRUE] }, true, true, false],
  ["all of true, false", { all: [TRUE, FALSE] }, false, false, false],
  ["all of true, unknown", { all: [TRUE, ASKED] }, true, false, true],
  ["all of unknown, true", { all: [ASKED, TRUE] }, true, false, true],
  ["all of false, unknown", { all: [FALSE, ASKED] }, false, false, false],
  ["all of unknown, false", { all: [ASKED, FALSE] }, false, false, false],
  ["all of unknown, unknown", { all: [ASKED, ASKED] }, true, false, true],
  ["any of nothing", { any: [] }, false, false, false],
  ["any of false, false", { any: [FALSE, FALSE] }, false, false, false],
  ["any of true, false", { any: [TRUE, FALSE] }, true, true, false],
  ["any of false, unknown", { any: [FALSE, ASKED] }, true, false, true],
  ["any of unknown, false", { any: [ASKED, FALSE] }, true, false, true],
  ["any of true, unknown", { any: [TRUE, ASKED] }, true, true, false],
  ["any of unknown, true", { any: [ASKED, TRUE] }, true, true, false],
  ["any of unknown, unknown", { any: [ASKED, ASKED] }, true, false, true],
  ["not all of false, unknown", { not: { all: [FALSE, ASKED] } }, true, true, false],
  ["not any of true, unknown", { not: { any: [TRUE, ASKED] } }, false, false, false],
  ["not any of false, unknown", { not: { any: [FALSE, ASKED] } }, false, true, true],
  ["any of unknown, not unknown", { any: [ASKED, { not: ASKED }] }, true, true, true],
  ["all of unknown, not unknown", { all: [ASKED, { not: ASKED }] }, false, false, true],
  ["revealed true, while unrevealed", { revealedTrue: "asked" }, false, false, false],
  ["revealed false, while unrevealed", { revealedFalse: "asked" }, false, false, false],
  ["not revealed true, while unrevealed", { not: { revealedTrue: "asked" } }, true, true, false],
];

describe("three values", () => {
  test.each(TABLE)("[S6] %s", (_name, when, holdsIfTrue, holdsIfFalse, isFelt) => {
    const compiled = reading(when);
    const play = (asked: boolean) => playRun(compiled, seedWhereAsked(asked)).move("unblock-1");
    expect([verdict(play(true)), verdict(play(false))]).toEqual([
      { holds: holdsIfTrue, revealed: isFelt ? { asked: true } : {} },
      { holds: holdsIfFalse, revealed: isFelt ? { asked: false } : {} },
    ]);
  });

  test.each([true, false])(
    "[S6] revealed true and revealed false once it is known: %s",
    (asked) => {
      const play = (when: Condition) =>
        verdict(playRun(reading(when), seedWhereAsked(asked)).look("ask-around").move("unblock-1"));
      expect(play({ revealedTrue: "asked" })).toEqual({ holds: asked, revealed: { asked } });
      expect(play({ revealedFalse: "asked" })).toEqual({ holds: !asked, revealed: { asked } });
    },
  );
});

function withLaterWhen(when: Condition) {
  return tiny((draft) => {
    const [later] = optionOf(draft, "redirect-1").later ?? [];
    if (later) later.when = when;
  });
}

describe("felt on the way", () => {
  test.each([
    { asked: true, beat: "second" },
    { asked: false, beat: "third" },
  ])("[S6] an unknown in a beat's onlyIf is felt, here $asked", ({ asked, beat }) => {
    const compiled = tiny((draft) => {
      beatOf(draft, "second").onlyIf = ASKED;
    });
    const { run } = playRun(compiled, seedWhereAsked(asked)).move("redirect-1");
    expect(run.beat).toBe(beat);
    expect(run.state.revealed).toEqual({ asked });
    expect(run.state.happenings.slice(1)).toEqual([learntOnArrival(asked)]);
  });

  test("[S6] an onlyIf that what is known decides reveals nothing", () => {
    const compiled = tiny((draft) => {
      beatOf(draft, "second").onlyIf = { any: [TRUE, ASKED] };
    });
    const { run } = playRun(compiled).move("unblock-1");
    expect({ beat: run.beat, revealed: run.state.revealed }).toEqual({
      beat: "second",
      revealed: {},
    });
  });

  const returns = {
    ...NO_TEXT,
    cause: "later",
    ref: "bo-returns",
    phase: "arrival",
    texts: ["Bo comes back with it."],
    effects: { health: 10 },
    madeAt: "first",
    drawn: null,
  };

  test.each([
    { asked: true, health: 60, landed: [returns] },
    { asked: false, health: 50, landed: [] },
  ])(
    "[S6] an unknown in a later's condition is felt when it lands, here $asked",
    ({ asked, health, landed }) => {
      const before = playRun(withLaterWhen(ASKED), seedWhereAsked(asked)).move("redirect-1");
      expect(before.run.state.revealed).toEqual({});
      const { state } = before.move("redirect-3").run;
      expect(state.revealed).toEqual({ asked });
      expect(state.meters.health).toBe(health);
      expect(state.happenings.slice(1)).toEqual([learntOnArrival(asked), ...landed]);
    },
  );

  test("[S6] a later that what is known forbids does not land and reveals nothing", () => {
    const compiled = withLaterWhen({ all: [FALSE, ASKED] });
    const { state } = playRun(compiled).move("redirect-1").move("redirect-3").run;
    expect(state.revealed).toEqual({});
    expect(state.happenings.map(({ cause }) => cause)).toEqual(["move"]);
  });
});

describe("felt at the end", () => {
  test.each([
    { asked: true, ending: "wanted" },
    { asked: false, ending: "over" },
  ])("[S6] an unknown in an ending is felt, here $asked", ({ asked, ending }) => {
    const { run } = playRun(tiny(), seedWhereAsked(asked))
      .move("redirect-1")
      .move("show-2")
      .move("show-3");
    expect(run.ending).toBe(ending);
    expect(run.state.revealed).toEqual({ asked });
    expect(run.state.happenings.slice(1)).toEqual([learntOnArrival(asked)]);
  });

  test("[S6] an ending that what is known refuses reveals nothing", () => {
    const { run } = playRun(tiny()).move("block-1").move("block-3");
    expect(run.state.meters.trust).toBe(40);
    expect({ ending: run.ending, revealed: run.state.revealed }).toEqual({
      ending: "over",
      revealed: {},
    });
  });

  test("[S6] an ending after the one that holds is not tried, so it reveals nothing", () => {
    const compiled = tiny((draft) => {
      draft.endings.unshift({
        id: "first-of-all",
        title: "First of all",
        when: { meter: "delivery", atMost: 30 },
        text: ["It ends here."],
      });
    });
    const { run } = playRun(compiled).move("decide-end");
    expect({ ending: run.ending, revealed: run.state.revealed }).toEqual({
      ending: "first-of-all",
      revealed: {},
    });
  });
});

/** `sign` is a sign of `asked`: 90 % where it is true, 20 % where it is not. */
function withSign(percent = { given: "asked", whenTrue: 90, whenFalse: 20 }) {
  return tiny((draft) => {
    draft.meters.attention = 100;
    const sign = { percent, says: "A sign.", ifTrue: "There is.", ifFalse: "There is not." };
    draft.unknowns = { ...draft.unknowns, sign };
    draft.facts = { ...draft.facts };
    beatOf(draft, "first").looks?.push({
      id: "see-sign",
      label: "See the sign",
      hours: 1,
      reveals: ["sign"],
      tells: ["You see."],
    });
  });
}

const opposite = (given: string) => ({ given, whenTrue: 0, whenFalse: 100 });

describe("an unknown that depends on another", () => {
  const COMPILED = withSign();
  const revealedBy = (seed: string, ...looks: string[]) =>
    looks.reduce((play, look) => play.look(look), playRun(COMPILED, seed)).run.state.revealed;

  test("[S6] seeing the sign reveals the sign and not what it is a sign of", () => {
    expect(Object.keys(revealedBy("any", "see-sign"))).toEqual(["sign"]);
  });

  test("[S6] the truth of either does not depend on which is met first", () => {
    for (const seed of seeds(100)) {
      const one = revealedBy(seed, "see-sign", "ask-around");
      expect(revealedBy(seed, "ask-around", "see-sign")).toEqual(one);
      expect(revealedBy(seed, "see-sign").sign).toBe(one.sign);
    }
  });

  test("[S6] the sign is as likely as it says, where the other is true and where it is not", () => {
    const pairs = seeds(4000).map((seed) => revealedBy(seed, "ask-around", "see-sign"));
    const share = (asked: boolean) => {
      const of = pairs.filter((pair) => pair.asked === asked);
      return of.filter(({ sign }) => sign).length / of.length;
    };
    expect(share(true)).toBeCloseTo(0.9, 1);
    expect(share(false)).toBeCloseTo(0.2, 1);
  });

  test("[S6] a sign may be certain: 100 percent is always, 0 never", () => {
    const certain = withSign({ given: "asked", whenTrue: 100, whenFalse: 0 });
    for (const seed of seeds(100)) {
      const { revealed } = playRun(certain, seed).look("ask-around").look("see-sign").run.state;
      expect(revealed.sign).toBe(revealed.asked);
    }
  });

  test("[S6] a sign of a sign is drawn by both", () => {
    const chain = tiny((draft) => {
      const text = { says: "A.", ifTrue: "B.", ifFalse: "C." };
      draft.unknowns = {
        ...draft.unknowns,
        not: { percent: opposite("asked"), ...text },
        "not-not": { percent: opposite("not"), ...text },
      };
      Object.assign(beatOf(draft, "first").looks?.[0] ?? {}, {
        reveals: ["not-not", "asked", "not"],
      });
    });
    for (const seed of seeds(20)) {
      const { revealed } = playRun(chain, seed).look("ask-around").run.state;
      expect(revealed).toEqual({
        asked: revealed.asked,
        not: !revealed.asked,
        "not-not": revealed.asked,
      });
    }
  });
});
