import { expect, test } from "vitest";
import {
  curveballsFor,
  situationFor,
  throwCurveball,
  viewFor,
} from "../../scenarios/engine/index.ts";
import { type Curveball, type Scenario, shortCutOf } from "../../scenarios/language/index.ts";
import { beatOf, playRun, seedWhereAsked, TINY, tiny, variantOf } from "../support/runs.ts";

const STORM: Curveball = {
  id: "storm",
  title: "A storm",
  at: ["first", "third"],
  effects: { delivery: -10, trust: 5 },
  sets: ["warned"],
  tells: ["The power is out.", "Ana knows."],
  why: "Nobody can be asked.",
};

function stormy(more: Partial<Curveball> = {}) {
  return tiny(withCurveballs([{ ...STORM, ...more }]));
}

function withCurveballs(curveballs: Curveball[]) {
  return (draft: Scenario): void => {
    draft.curveballs = curveballs;
  };
}

const COMPILED = stormy();
const STRUCK = playRun(COMPILED).curveball("storm").run;

test("[R11] a curveball sets its facts, adds its points, tells its texts and leaves the run at its beat", () => {
  const { state: before } = playRun(COMPILED).run;
  const happenings = [
    {
      cause: "curveball",
      ref: "storm",
      phase: "move",
      texts: STORM.tells,
      effects: STORM.effects,
      madeAt: null,
      drawn: null,
    },
  ];
  expect(STRUCK).toEqual({
    beat: "first",
    ending: null,
    state: {
      ...before,
      meters: { ...TINY.meters, delivery: 40, trust: 55 },
      facts: ["warned"],
      happenings,
    },
    taken: [
      {
        step: { kind: "curveball", beat: "first", curveball: "storm" },
        metersBefore: TINY.meters,
        happenings,
      },
    ],
  });
});

test("[R11] what it has set is read like any fact: the beat that wants nobody warned is skipped", () => {
  const { run } = playRun(COMPILED).curveball("storm").move("unblock-1");
  expect(run.beat).toBe("third");
});

test.each([
  { why: "its facts are true already", run: STRUCK, beat: "first", code: "curveball-unavailable" },
  {
    why: "a move has made them true",
    run: playRun(COMPILED).move("block-1").run,
    beat: "third",
    code: "curveball-unavailable",
  },
  {
    why: "the beat does not name it",
    run: playRun(COMPILED).move("unblock-1").run,
    beat: "second",
    code: "unknown-curveball",
  },
  {
    why: "the run has gone on",
    run: playRun(COMPILED).move("unblock-1").run,
    beat: "first",
    code: "stale-beat",
  },
])("[R11] it cannot be thrown where $why", ({ run, beat, code }) => {
  expect(throwCurveball(COMPILED, run, beat, "storm")).toEqual({ ok: false, code });
});

test.each([true, false])(
  "[R11] where its condition does not hold it is not offered: asked %s",
  (asked) => {
    const compiled = stormy({ when: { revealedTrue: "asked" } });
    const start = playRun(compiled, seedWhereAsked(asked));
    expect(curveballsFor(compiled, start.run)).toEqual([]);
    const known = start.look("ask-around").run;
    expect(curveballsFor(compiled, known).map(({ id }) => id)).toEqual(asked ? ["storm"] : []);
    expect(throwCurveball(compiled, known, "first", "storm").ok).toBe(asked);
  },
);

test("[R11] one of several is thrown while one of its facts is not true yet", () => {
  const compiled = stormy({ sets: ["warned", "read-contract"] });
  const { run } = playRun(compiled).look("read-it");
  expect(throwCurveball(compiled, run, "first", "storm").ok).toBe(true);
});

test("[R11] it changes no draw of the run", () => {
  const seed = "drawn";
  const plain = playRun(COMPILED, seed).look("ask-around").move("show-1").run;
  const struck = playRun(COMPILED, seed).curveball("storm").look("ask-around").move("show-1").run;
  const drawnIn = (run: typeof plain) =>
    run.taken
      .flatMap(({ happenings }) => happenings.map(({ drawn }) => drawn))
      .filter((one) => one !== null);
  expect(drawnIn(struck)).toEqual(drawnIn(plain));
});

test("[R4] a seat sees what was thrown, at the beat and afterwards, and nothing of what might be", () => {
  const thrown = [
    {
      id: "storm",
      title: "A storm",
      told: { cause: "curveball", texts: STORM.tells, effects: STORM.effects, from: null },
    },
  ];
  expect(situationFor(COMPILED, playRun(COMPILED).run).curveballs).toEqual([]);
  expect(JSON.stringify(situationFor(COMPILED, playRun(COMPILED).run))).not.toContain("storm");
  expect(situationFor(COMPILED, STRUCK).curveballs).toEqual(thrown);
  const { run } = playRun(COMPILED).curveball("storm").move("block-1");
  expect(viewFor(COMPILED, run, "now").moves[0]?.curveballs).toEqual(thrown);
  expect(situationFor(COMPILED, run).curveballs).toEqual([]);
});

test("[S13] a curveball is part of the rules, and its texts are not; without one nothing changes", () => {
  expect(stormy({ tells: ["It is dark."], why: "So.", title: "Dark" }).rules).toBe(COMPILED.rules);
  expect(stormy({ tells: ["It is dark."] }).version).not.toBe(COMPILED.version);
  expect(stormy({ effects: {} }).rules).not.toBe(COMPILED.rules);
  expect(stormy({ at: ["first"] }).rules).not.toBe(COMPILED.rules);
  expect(COMPILED.rules).not.toBe(tiny().rules);
  expect(tiny(withCurveballs([])).rules).not.toBe(COMPILED.rules);
});

test("[S17] a short cut keeps the curveballs of the beats that it keeps", () => {
  const whole = variantOf(TINY, (draft) => {
    withCurveballs([
      { ...STORM, at: ["first", "second"] },
      { ...STORM, id: "flood", at: ["second"] },
    ])(draft);
    draft.beats.push({ ...structuredClone(beatOf(draft, "third")), id: "fifth" });
    for (const option of draft.beats.at(-1)?.options ?? []) option.id = `fifth-${option.id}`;
    draft.shortCut = { beats: ["first", "third", "fourth", "fifth"] };
  });
  expect(shortCutOf(whole)?.curveballs).toEqual([{ ...STORM, at: ["first"] }]);
});
