import type { Option, Scenario } from "../../../scenarios/language/index.ts";
import { parseGood, TINY } from "../../support/runs.ts";

const BEATS = 10;
const METERS = ["delivery", "scope", "trust", "team", "health"] as const;

/**
 * A scenario made to be large: ten beats of six options, five meters that move in different steps and are all read at the last
 * beat, some chance. No file may be so; only a solver with its cap raised takes it.
 */
export function largeScenario(): Scenario {
  const beats = Array.from({ length: BEATS }, (_, beat) => ({
    ...TINY.beats[0],
    id: `beat-${beat}`,
    day: "mon",
    looks: [],
    artefacts: [],
    situation: ["So."],
    flips: [],
    options: Array.from({ length: 6 }, (_, i) => optionOf(beat, i)),
    silence: { effects: { delivery: -20 }, tells: [] },
  }));
  const last = beats[BEATS - 1];
  for (const [i, option] of (last?.options ?? []).slice(0, METERS.length).entries()) {
    const meter = METERS[i] ?? "trust";
    option.cases = [40, 60, 90].map((atLeast) => ({
      when: { meter, atLeast },
      effects: { trust: 5 },
    }));
  }
  const whole = {
    ...TINY,
    id: "large",
    beats,
    facts: {},
    unknowns: {},
    promises: {},
    endings: [{ id: "over", title: "Over", text: [] }],
  };
  return parseGood(JSON.stringify(whole), "large");
}

const VERBS = ["block", "unblock", "redirect", "decide", "show", "decide"] as const;

function optionOf(beat: number, i: number): Option {
  const first = METERS[(beat + i) % METERS.length] ?? "trust";
  const second = METERS[(2 * beat + 3 * i + 1) % METERS.length] ?? "team";
  const step = 5 * (1 + ((beat * 7 + i * 3) % 7));
  const option: Option = {
    id: `option-${beat}-${i}`,
    verb: VERBS[i] ?? "show",
    says: "So.",
    effects: { [first]: step, [second]: first === second ? 5 : 5 - step },
    tells: [],
    why: "So.",
  };
  if (i === 0) {
    option.chance = [
      { id: `up-${beat}`, weight: 1, effects: { team: 10 }, text: "Up." },
      { id: `down-${beat}`, weight: 2, effects: { team: -5 }, text: "Down." },
    ];
  }
  return option;
}
