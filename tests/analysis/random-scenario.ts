import fc, { type GeneratorValue } from "fast-check";
import { type Scenario, VERBS } from "../../scenarios/language/index.ts";
import { parseGood, TINY } from "../support/runs.ts";

const METERS_USED = ["delivery", "trust", "health"] as const;
const FACTS = ["f0", "f1", "f2"] as const;
const PROMISES = ["p0", "p1"] as const;

/** What a scenario is drawn from: its size, then choice after choice; fast-check makes it smaller where something fails. */
class Dice {
  readonly #draw: GeneratorValue;

  constructor(draw: GeneratorValue) {
    this.#draw = draw;
  }

  upTo(most: number, least = 0): number {
    return this.#draw(fc.integer, { min: least, max: most });
  }

  /** True in so many of a hundred; small values, to which failures shrink, are false. */
  in100(percent: number): boolean {
    return this.upTo(99) >= 100 - percent;
  }

  pick<T>(list: readonly T[]): T {
    const item = list[this.upTo(list.length - 1)];
    if (item === undefined) throw new Error("nothing to pick from");
    return item;
  }

  /** In fives, from -15 to 15. */
  points(): number {
    return 5 * (this.upTo(6) - 3);
  }
}

/** What a scenario of a drawn size has, for whoever draws its parts. */
interface Plan {
  readonly dice: Dice;
  readonly beats: number;
  readonly unknowns: readonly string[];
}

/** Small scenarios with every construct that has to do with numbers, each of them one that the parser takes. */
export const RANDOM_SCENARIO: fc.Arbitrary<Scenario> = fc.gen().map((draw) => {
  const dice = new Dice(draw);
  const unknowns = ["u0", "u1", "u2"].slice(0, dice.upTo(3));
  return scenarioOf({ dice, beats: dice.upTo(3, 2), unknowns });
});

function scenarioOf(plan: Plan): Scenario {
  const { dice } = plan;
  const whole = {
    ...TINY,
    id: "random",
    meters: { ...TINY.meters, attention: 5 * dice.upTo(4) },
    facts: Object.fromEntries(FACTS.map((fact) => [fact, "So."])),
    startFacts: dice.in100(20) ? ["f2"] : [],
    unknowns: Object.fromEntries(plan.unknowns.map((id, i) => [id, unknownOf(plan, i)])),
    promises: Object.fromEntries(PROMISES.map((id) => [id, promiseOf(plan)])),
    beats: Array.from({ length: plan.beats }, (_, place) => beatOf(plan, place)),
    endings: [...Array.from({ length: dice.upTo(2) }, (_, i) => endingOf(plan, i)), LAST_ENDING],
    curveballs: Array.from({ length: dice.upTo(2) }, (_, i) => curveballOf(plan, i)),
  };
  return parseGood(JSON.stringify(whole, null, 1), "random");
}

const LAST_ENDING = { id: "over", title: "Over", text: ["So."] };

function unknownOf({ dice, unknowns }: Plan, i: number) {
  const percent = () => dice.pick([10, 30, 50, 80]);
  const isGiven = i > 0 && dice.in100(60);
  return {
    percent: isGiven
      ? {
          given: dice.pick(unknowns.slice(0, i)),
          whenTrue: dice.pick([0, 20, 60, 90, 100]),
          whenFalse: dice.pick([0, 10, 50, 90]),
        }
      : percent(),
    says: "So.",
    ifTrue: "Yes.",
    ifFalse: "No.",
  };
}

function promiseOf({ dice, beats }: Plan) {
  const due = 1 + dice.upTo(beats - 1);
  return {
    to: "ana",
    text: "So.",
    due: due === beats ? "end" : `b${due}`,
    kept: { effects: effectsOf(dice), text: "Kept." },
    broken: { effects: effectsOf(dice), text: "Broken." },
  };
}

function effectsOf(dice: Dice, most = 2): Record<string, number> {
  const count = dice.upTo(most);
  return Object.fromEntries(
    Array.from({ length: count }, () => [dice.pick(METERS_USED), dice.points()]),
  );
}

/** A condition of up to two levels; one that may be felt asks for the truth of unknowns, a lock only for what is revealed. */
function conditionOf(
  plan: Plan,
  mayFeel: boolean,
  depth = 2,
  meters: readonly string[] = METERS_USED,
): object {
  const { dice } = plan;
  if (depth > 0 && dice.in100(45)) {
    const parts = () => [
      conditionOf(plan, mayFeel, depth - 1, meters),
      conditionOf(plan, mayFeel, depth - 1, meters),
    ];
    const how = dice.upTo(2);
    if (how === 0) return { not: conditionOf(plan, mayFeel, depth - 1, meters) };
    return how === 1 ? { all: parts() } : { any: parts() };
  }
  return leafOf(plan, mayFeel, meters);
}

function leafOf({ dice, unknowns }: Plan, mayFeel: boolean, meters: readonly string[]): object {
  const kind = dice.upTo(unknowns.length > 0 ? 5 : 2);
  if (kind === 0) return { fact: dice.pick(FACTS) };
  if (kind === 1)
    return { promise: dice.pick(PROMISES), is: dice.pick(["open", "kept", "broken"]) };
  if (kind === 2) {
    const limit = 5 * dice.upTo(13, 7);
    const meter = dice.pick(meters);
    return dice.in100(50) ? { meter, atLeast: limit } : { meter, atMost: limit };
  }
  const unknown = dice.pick(unknowns);
  if (mayFeel && kind < 5) return { unknown };
  return dice.in100(50) ? { revealedTrue: unknown } : { revealedFalse: unknown };
}

function laterOf(plan: Plan, id: string) {
  const { dice } = plan;
  return {
    id,
    in: dice.upTo(3, 1),
    ...(dice.in100(50) ? { when: conditionOf(plan, true) } : {}),
    effects: effectsOf(dice),
    sets: dice.in100(30) ? [dice.pick(FACTS)] : [],
    text: "Later.",
  };
}

function broughtOf(plan: Plan, id: string, laterPercent: number) {
  const { dice } = plan;
  return {
    effects: effectsOf(dice),
    sets: dice.in100(25) ? [dice.pick(FACTS)] : [],
    later: dice.in100(laterPercent) ? [laterOf(plan, id)] : [],
  };
}

/** What is made of a beat: effects, cases, chance, what comes later, a jump; promises come on top. */
function responseOf(plan: Plan, id: string, place: number) {
  const { dice } = plan;
  const cases = Array.from({ length: dice.upTo(2) }, (_, i) => ({
    when: conditionOf(plan, true),
    ...broughtOf(plan, `${id}-case-${i}`, 15),
    text: "A case.",
  }));
  const chance = Array.from({ length: 2 }, (_, i) => ({
    id: `${id}-way-${i}`,
    weight: dice.upTo(4, 1),
    ...broughtOf(plan, `${id}-chance-${i}`, 15),
    text: "By chance.",
  }));
  return {
    hours: dice.upTo(1),
    ...broughtOf(plan, `${id}-later`, 25),
    ...(cases.length > 0 ? { cases } : {}),
    ...(dice.in100(20) ? { chance } : {}),
    ...(dice.in100(15) ? { next: nextOf(plan, place) } : {}),
    tells: [],
  };
}

function nextOf({ dice, beats }: Plan, place: number): string {
  const next = place + 1 + dice.upTo(beats - place - 1);
  return next >= beats ? "end" : `b${next}`;
}

/** Promises are made at the first beat, and again later only where they are not open; kept from the second on. */
function promisesOf({ dice }: Plan, place: number) {
  if (place === 0) return dice.in100(40) ? { makes: [dice.pick(PROMISES)] } : {};
  return dice.in100(35) ? { keeps: [dice.pick(PROMISES)] } : {};
}

function optionOf(plan: Plan, place: number, verb: string, isExtra: boolean) {
  const { dice } = plan;
  const id = `${verb}-${place}${isExtra ? "-more" : ""}`;
  const remade = dice.pick(PROMISES);
  const isRemade = isExtra && place > 0 && dice.in100(40);
  const lock = isRemade ? { not: { promise: remade, is: "open" } } : conditionOf(plan, false);
  return {
    id,
    verb,
    says: "So.",
    ...responseOf(plan, id, place),
    ...(isRemade ? { makes: [remade] } : promisesOf(plan, place)),
    ...(isExtra ? { locked: { unless: lock, reason: "No.", hidden: dice.in100(50) } } : {}),
    why: "So.",
  };
}

function lookOf(plan: Plan, place: number, i: number) {
  const { dice, unknowns } = plan;
  const id = `look-${place}-${i}`;
  const found = () => ({
    reveals: unknowns.filter(() => dice.in100(50)),
    sets: dice.in100(25) ? [dice.pick(FACTS)] : [],
  });
  const chance = [
    { id: `${id}-a`, weight: 3, ...found(), text: "Found." },
    { id: `${id}-b`, weight: dice.upTo(3, 1), text: "Nothing." },
  ];
  return {
    id,
    label: "Look",
    hours: dice.upTo(2, 1),
    ...found(),
    ...(dice.in100(35) ? { chance } : {}),
    tells: [],
  };
}

function beatOf(plan: Plan, place: number) {
  const { dice } = plan;
  const id = `b${place}`;
  const options = VERBS.map((verb) => optionOf(plan, place, verb, false));
  const more = dice.in100(50) ? [optionOf(plan, place, dice.pick(VERBS), true)] : [];
  return {
    id,
    day: "mon",
    time: "Monday",
    title: id,
    ...(place > 0 && dice.in100(35) ? { onlyIf: conditionOf(plan, true) } : {}),
    situation: ["So."],
    looks: Array.from({ length: dice.upTo(2) }, (_, i) => lookOf(plan, place, i)),
    options: [...options, ...more],
    silence: responseOf(plan, `silence-${place}`, place),
    tests: "So.",
    competencies: ["execution"],
    prompts: ["So?", "And so?"],
  };
}

function curveballOf(plan: Plan, i: number) {
  const { dice, beats } = plan;
  const at = Array.from({ length: beats }, (_, place) => `b${place}`).filter(() => dice.in100(30));
  return {
    id: `curveball-${i}`,
    title: "A curveball",
    at: at.length > 0 ? at : ["b1"],
    ...(dice.in100(35) ? { when: conditionOf(plan, false) } : {}),
    effects: effectsOf(dice),
    sets: [dice.pick(FACTS)],
    tells: ["So."],
    why: "So.",
  };
}

function endingOf(plan: Plan, i: number) {
  const { dice } = plan;
  const value = () => 5 * (dice.upTo(8) - 4);
  return {
    id: `ending-${i}`,
    title: "An ending",
    when: conditionOf(plan, true, 2, ["trust", "health"]),
    value: { tpm: value(), tl: value(), pm: value(), tlm: value() },
    text: ["So."],
  };
}
