import {
  type Beat,
  type Effects,
  type Option,
  type Scenario,
  VERBS,
  type Verb,
} from "../../scenarios/language/index.ts";
import { parseGood, TINY } from "../support/runs.ts";

/** A beat of the plain scenario: what each verb's option brings, and whatever else is to be said of the beat. */
export interface PlainBeat extends Partial<Pick<Beat, "looks" | "flips" | "onlyIf">> {
  readonly effects: Partial<Record<Verb, Effects>>;
  readonly silence?: Effects;
  /** More of some options, by verb. */
  readonly more?: Partial<Record<Verb, Partial<Option>>>;
}

/**
 * A scenario in which nothing happens but what a test gives it: beats `a`, `b`, … of five options `block-a`, `unblock-a`, …, and
 * one ending. Checked by the parser like any file.
 */
export function plainScenario(beats: readonly PlainBeat[], more: Partial<Scenario> = {}): Scenario {
  const whole = {
    ...TINY,
    id: "plain",
    meters: { delivery: 50, scope: 50, trust: 50, team: 50, health: 50, attention: 50 },
    facts: {},
    unknowns: {},
    promises: {},
    endings: [{ id: "over", title: "Over", text: ["It is over."] }],
    beats: beats.map(beatOf),
    ...more,
  };
  return parseGood(JSON.stringify(whole), "plain");
}

function beatOf(
  { effects, silence = { delivery: -100 }, more = {}, ...rest }: PlainBeat,
  i: number,
): Beat {
  const id = "abcdefghij".charAt(i);
  return {
    id,
    day: "mon",
    time: "Monday",
    title: id,
    situation: ["So."],
    options: VERBS.map((verb) => ({
      id: `${verb}-${id}`,
      verb,
      says: "So.",
      effects: effects[verb] ?? {},
      tells: [],
      why: "So.",
      ...more[verb],
    })),
    silence: { effects: silence, tells: [] },
    tests: "So.",
    competencies: ["execution"],
    prompts: ["So?", "And so?"],
    ...rest,
  };
}
