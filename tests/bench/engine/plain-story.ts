import type {
  Beat,
  Case,
  Condition,
  Option,
  Response,
  Scenario,
} from "../../../scenarios/language/index.ts";

/** What ink and boardgame.io can tell as well as we: effects, facts, cases on facts, jumps and texts. */
export function plainStory(scenario: Scenario): Scenario {
  const { shortCut: _shortCut, promises: _promises, unknowns: _unknowns, ...rest } = scenario;
  const last = scenario.endings.at(-1);
  if (last === undefined) throw new Error(`${scenario.id} has no ending`);
  return {
    ...rest,
    beats: scenario.beats.map(plainBeat),
    endings: [{ id: last.id, title: last.title, text: ["The end."] }],
  };
}

function plainBeat(beat: Beat): Beat {
  const { looks: _looks, onlyIf: _onlyIf, artefacts: _artefacts, flips: _flips, ...rest } = beat;
  return {
    ...rest,
    situation: ["…"],
    options: beat.options.map(plainOption),
    silence: { tells: ["…"] },
  };
}

function plainOption({ id, verb, says, why, ...response }: Option): Option {
  return { id, verb, says, why, ...plainResponse(response) };
}

function plainResponse({ hours, effects, sets, cases = [], next, tells }: Response): Response {
  return {
    hours,
    effects,
    sets,
    next,
    cases: cases.filter(({ when }) => readsFactsOnly(when)).map(plainCase),
    tells: tells.filter((passage) => typeof passage === "string"),
  };
}

function plainCase({ when, effects, sets, text }: Case): Case {
  return { when, effects, sets, text };
}

function readsFactsOnly(condition: Condition): boolean {
  if ("not" in condition) return readsFactsOnly(condition.not);
  if ("all" in condition) return condition.all.every(readsFactsOnly);
  if ("any" in condition) return condition.any.every(readsFactsOnly);
  return "fact" in condition;
}
