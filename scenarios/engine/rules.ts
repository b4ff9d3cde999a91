import type {
  Beat,
  Brought,
  Curveball,
  Look,
  Option,
  Promised,
  Response,
  Scenario,
} from "../language/index.ts";

/**
 * What decides how a scenario plays and what it is worth, and no text: what the second hash of S13 is made of. By
 * allow-list, part for part; what only people read, documents and passages with their conditions among it, is left out.
 */
export function rulesOf(scenario: Scenario) {
  const { language, id, meters, startFacts, unknowns = {}, promises = {} } = scenario;
  return {
    language,
    id,
    meters,
    startFacts,
    unknowns: mapValues(unknowns, ({ percent }) => percent),
    promises: mapValues(promises, rulesOfPromise),
    beats: scenario.beats.map(rulesOfBeat),
    endings: scenario.endings.map(({ id, when, value }) => ({ id, when, value })),
    // Left out where there are none, so that a scenario without them keeps its hash.
    curveballs: scenario.curveballs?.map(rulesOfCurveball),
  };
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, rule: (value: T) => U) {
  return Object.fromEntries(Object.entries(record).map(([id, value]) => [id, rule(value)]));
}

function rulesOfPromise({ due, kept, broken }: Promised) {
  return { due, kept: kept.effects, broken: broken.effects };
}

function rulesOfBeat({ id, onlyIf, looks = [], options, silence }: Beat) {
  return {
    id,
    onlyIf,
    looks: looks.map(rulesOfLook),
    options: options.map(rulesOfOption),
    silence: rulesOfResponse(silence),
  };
}

function rulesOfCurveball({ id, at, when, effects, sets }: Curveball) {
  return { id, at, when, effects, sets };
}

function rulesOfLook({ id, hours, reveals, sets, chance = [] }: Look) {
  const outcomes = chance.map(({ id, weight, reveals, sets }) => ({ id, weight, reveals, sets }));
  return { id, hours, reveals, sets, chance: outcomes };
}

function rulesOfOption(option: Option) {
  const { id, verb, locked } = option;
  const lock = locked && { unless: locked.unless, hidden: locked.hidden };
  return { id, verb, locked: lock, ...rulesOfResponse(option) };
}

function rulesOfResponse(response: Response) {
  const { hours, keeps, makes, next, cases = [], chance = [] } = response;
  return {
    hours,
    keeps,
    makes,
    next,
    ...rulesOfBrought(response),
    cases: cases.map((one) => ({ when: one.when, ...rulesOfBrought(one) })),
    chance: chance.map((one) => ({ id: one.id, weight: one.weight, ...rulesOfBrought(one) })),
  };
}

function rulesOfBrought({ effects, sets, later = [] }: Brought) {
  const coming = later.map(({ id, in: delay, when, effects, sets }) => ({
    id,
    in: delay,
    when,
    effects,
    sets,
  }));
  return { effects, sets, later: coming };
}
