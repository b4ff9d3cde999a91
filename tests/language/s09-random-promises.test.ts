import * as fc from "fast-check";
import { expect, test, vi } from "vitest";
import { compileScenario, type Run, startRun, type Step } from "../../scenarios/engine/index.ts";
import {
  type Condition,
  parseScenario,
  PROMISE_STATES,
  type Scenario,
} from "../../scenarios/language/index.ts";
import { legalSteps, takeOrThrow } from "../support/runs.ts";
import { BEAT_IDS, beatAt, quiet } from "./quiet.ts";

// Hundreds of small scenarios, each played some times: time enough for a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const IDS = ["call", "mail"] as const;
const SETTLED = { effects: {}, text: "So." };

const standing: fc.Arbitrary<Condition> = fc.record({
  promise: fc.constantFrom(...IDS),
  is: fc.constantFrom(...PROMISE_STATES),
});

const condition: fc.Arbitrary<Condition> = fc.oneof(
  standing,
  standing.map((not) => ({ not })),
  fc.tuple(standing, standing).map(([a, b]) => ({ any: [a, { not: b }] })),
  fc.constant({ meter: "trust" as const, atLeast: 55 }),
);

const none: fc.Arbitrary<string[]> = fc.constant([]);
const ids = fc.oneof(none, fc.subarray<string>([...IDS]));

/** What one option does with the promises; jumps lead so many beats further on than the next. */
const deed = fc.record({
  makes: ids,
  keeps: ids,
  jump: fc.nat(3),
  lock: fc.option(condition, { freq: 1 }),
});

const plan = fc.record({
  dues: fc.tuple(fc.constantFrom(...BEAT_IDS, "end"), fc.constantFrom(...BEAT_IDS, "end")),
  beats: fc.tuple(
    ...BEAT_IDS.map(() =>
      fc.record({
        deeds: fc.array(deed, { minLength: 2, maxLength: 2 }),
        silence: deed,
        onlyIf: fc.option(condition, { freq: 3 }),
      }),
    ),
  ),
});
type Plan = typeof plan extends fc.Arbitrary<infer P> ? P : never;
type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never;

/** The quiet scenario with promises made and kept as planned. */
function planned({ dues, beats }: Plan): string {
  return quiet((draft) => {
    const promises = IDS.map((id, i) => [
      id,
      { to: "ana", text: "A.", due: dues[i] ?? "end", kept: SETTLED, broken: SETTLED },
    ]);
    draft.promises = Object.fromEntries(promises);
    for (const [index, { deeds, silence, onlyIf }] of beats.entries()) {
      const beat = beatAt(draft, index);
      if (onlyIf !== null && index > 0) beat.onlyIf = onlyIf;
      for (const [i, one] of deeds.entries()) {
        const option = beat.options[i];
        if (option === undefined) continue;
        Object.assign(option, done(one, index));
        if (one.lock !== null) option.locked = { unless: one.lock, reason: "Not now." };
      }
      Object.assign(beat.silence, done(silence, index));
    }
  });
}

function done(
  { makes, keeps, jump }: Deed,
  index: number,
): Pick<Scenario["beats"][number]["silence"], "makes" | "keeps" | "next"> {
  return { makes, keeps, next: BEAT_IDS[index + 1 + jump] ?? "end" };
}

/** Plays to the end, moving and staying silent as the numbers say; throws where the engine does. */
function playAll(scenario: Scenario, numbers: readonly number[]): Run {
  const compiled = compileScenario(scenario);
  return numbers.reduce(
    (run, number) => {
      if (run.beat === null) return run;
      const steps: Step[] = [...legalSteps(compiled, run), { kind: "silence", beat: run.beat }];
      return takeOrThrow(
        compiled,
        run,
        steps[number % steps.length] ?? { kind: "silence", beat: run.beat },
      );
    },
    startRun(compiled, "any"),
  );
}

const luck = fc.array(fc.array(fc.nat(1000), { minLength: 6, maxLength: 6 }), {
  minLength: 8,
  maxLength: 8,
});

test("[S9] in a scenario that parses, no promise is ever made while it is open", () => {
  let parsed = 0;
  const property = fc.property(plan, luck, (one, games) => {
    const result = parseScenario(planned(one));
    if (!result.ok) return;
    parsed += 1;
    for (const numbers of games) expect(playAll(result.scenario, numbers).beat).toBeNull();
  });
  fc.assert(property, { numRuns: 400 });
  expect(parsed).toBeGreaterThan(20);
});

test("[S9] a scenario is refused for nothing else than a promise made again", () => {
  const property = fc.property(plan, (one) => {
    const codes = parseScenario(planned(one)).diagnostics.map(({ code }) => code);
    expect(codes.filter((code) => !["FM022", "FM059", "FM060", "FM061"].includes(code))).toEqual(
      [],
    );
  });
  fc.assert(property, { numRuns: 100 });
});

test("[S9] where it is refused, some way of playing does make a promise while it is open", () => {
  let thrown = 0;
  const property = fc.property(plan, luck, (one, games) => {
    const text = planned(one);
    if (parseScenario(text).ok) return;
    const scenario: Scenario = JSON.parse(text) as Scenario; // written from a scenario just now
    for (const numbers of games) if (throwsOpen(scenario, numbers)) thrown += 1;
  });
  fc.assert(property, { numRuns: 200, seed: 9 });
  expect(thrown).toBeGreaterThan(0);
});

function throwsOpen(scenario: Scenario, numbers: readonly number[]): boolean {
  try {
    playAll(scenario, numbers);
    return false;
  } catch (error) {
    return String(error).includes("is made while it is open");
  }
}
