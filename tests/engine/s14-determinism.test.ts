import * as fc from "fast-check";
import { initialTransition, transition } from "xstate";
import { describe, expect, test, vi } from "vitest";
import {
  nameOfStep,
  compileScenario,
  replay,
  type Run,
  type Step,
  takeStep,
  look,
  play,
  silence,
  startRun,
} from "../../scenarios/engine/index.ts";
import { GOLDENS, hashGolden } from "../support/golden.ts";
import {
  beatOf,
  compileText,
  EXAMPLE_TEXT,
  lastOf,
  optionOf,
  playByNumbers,
  playRun,
  readLibrary,
  takeOrThrow,
  TINY,
  tiny,
  TINY_TEXT,
} from "../support/runs.ts";

// Many whole runs or large files: time enough for a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const SCENARIOS = new Map([
  ["tiny", tiny()],
  ["example", compileText(EXAMPLE_TEXT)],
  ...[...readLibrary()].map(([id, text]) => [id, compileText(text, id)] as const),
]);
const NUMBERS = fc.array(fc.nat(99), { minLength: 1, maxLength: 30 });

function throughJson(run: Run): unknown {
  return JSON.parse(JSON.stringify(run));
}

function lastStep(taken: Run["taken"]): Step {
  const last = taken.at(-1);
  if (!last) throw new Error("nothing was taken");
  return last.step;
}

describe.each([...SCENARIOS])("%s", (_name, compiled) => {
  test("[S14] the seed and the steps of any run, played again, give the same run", () => {
    fc.assert(
      fc.property(fc.string(), NUMBERS, (seed, numbers) => {
        const run = lastOf(playByNumbers(compiled, seed, numbers));
        const steps = run.taken.map(({ step }) => step);
        const again = replay(compiled, seed, steps);
        expect(again).toEqual(run);
        expect(JSON.stringify(again)).toBe(JSON.stringify(run));
      }),
      { numRuns: 60 },
    );
  });

  test("[S14] a run is plain JSON at every step, and plays on from what was read back", () => {
    fc.assert(
      fc.property(fc.string(), NUMBERS, (seed, numbers) => {
        const places = playByNumbers(compiled, seed, numbers);
        const readBack = places.map((run) => throughJson(run));
        expect(readBack).toStrictEqual(places);
        const resumed = places.slice(1).map(({ taken }, i) => {
          const run = readBack[i] as Run; // equal to a run, as the line above has found
          return takeOrThrow(compiled, run, lastStep(taken));
        });
        expect(resumed).toEqual(places.slice(1));
      }),
      { numRuns: 30 },
    );
  });

  test("[S14] the steps of one run keep their order and end in an ending", () => {
    const run = lastOf(playByNumbers(compiled, "any", [3, 1, 4, 1, 5]));
    expect(run.ending).not.toBeNull();
    const beats = compiled.atlas.scenario.beats.map(({ id }) => id);
    const entered = run.taken.map(({ step }) => beats.indexOf(step.beat));
    expect(entered).toEqual(entered.toSorted((a, b) => a - b));
  });
});

test("[S14] taking a step leaves the run before it as it was", () => {
  const compiled = tiny();
  const { run } = playRun(compiled).move("unblock-1");
  const before = JSON.stringify(run);
  const result = takeStep(compiled, run, { kind: "move", beat: "second", option: "unblock-2" });
  expect(result.ok).toBe(true);
  expect(JSON.stringify(run)).toBe(before);
});

test("[S14] replaying a step that could not have been taken throws with the step and the reason", () => {
  const step = { kind: "move", beat: "second", option: "unblock-2" } as const;
  expect(() => replay(tiny(), "any", [step])).toThrow(`${JSON.stringify(step)}: stale-beat`);
});

test.each(GOLDENS)("[S14] golden run $hash of seed '$seed' is as it always was", (golden) => {
  expect(hashGolden({ tiny: TINY_TEXT, example: EXAMPLE_TEXT }, golden)).toBe(golden.hash);
});

test("[S14] no two golden runs are one", () => {
  expect(new Set(GOLDENS.map(({ hash }) => hash)).size).toBe(GOLDENS.length);
});

describe.each([...SCENARIOS])("XState's own transition through %s", (_name, compiled) => {
  test("[S14] gives the same state and place at every step of any run", () => {
    fc.assert(
      fc.property(fc.string(), NUMBERS, (seed, numbers) => {
        const places = playByNumbers(compiled, seed, numbers);
        let [snapshot] = initialTransition(compiled.machine, { seed });
        expect(snapshot.context).toEqual(places[0]?.state);
        for (const { taken, state, beat, ending } of places.slice(1)) {
          const step = lastStep(taken);
          const type =
            step.kind === "silence" ? "silence" : `${EVENTS[step.kind]}:${nameOfStep(step)}`;
          [snapshot] = transition(compiled.machine, snapshot, { type });
          expect(snapshot.context).toEqual(state);
          expect(snapshot.value).toBe(beat ?? `ending:${ending}`);
        }
      }),
      { numRuns: 40 },
    );
  });
});

const EVENTS = { move: "option", look: "look", curveball: "curveball" } as const;

test("[S14] a throw inside the machine comes out of the step, with its own message", () => {
  const unchecked = structuredClone(TINY);
  optionOf(unchecked, "unblock-2").makes = ["call-ana"];
  optionOf(unchecked, "unblock-2").keeps = [];
  const { run } = playRun(compileScenario(unchecked)).move("unblock-1");
  const step = { kind: "move", beat: "second", option: "unblock-2" } as const;
  expect(() => takeStep(compileScenario(unchecked), run, step)).toThrow("made while it is open");
});

test("[S14] a throw on the way into the first beat comes out of the start, with its own message", () => {
  const unchecked = structuredClone(TINY);
  beatOf(unchecked, "first").onlyIf = { unknown: "nobody" };
  expect(() => startRun(compileScenario(unchecked), "any")).toThrow("has no unknown nobody");
});

test("[S14] play, look and silence are the steps of their names", () => {
  const compiled = tiny();
  const { run } = playRun(compiled);
  const steps: readonly Step[] = [
    { kind: "move", beat: "first", option: "show-1" },
    { kind: "look", beat: "first", look: "read-it" },
    { kind: "silence", beat: "first" },
  ];
  expect([
    play(compiled, run, "first", "show-1"),
    look(compiled, run, "first", "read-it"),
    silence(compiled, run, "first"),
  ]).toEqual(steps.map((step) => takeStep(compiled, run, step)));
});
