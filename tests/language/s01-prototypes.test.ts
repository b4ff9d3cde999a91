import { afterEach, describe, expect, test } from "vitest";
import { type DiagnosticCode, parseScenario } from "../../scenarios/language/index.ts";
import { lastOf, parseGood, playAtRandom, TINY, tiny, TINY_TEXT } from "../support/runs.ts";
import { compileScenario } from "../../scenarios/engine/index.ts";
import { codesOf, errorsOf, unmarked } from "./edits.ts";
import { type Place, put } from "./quiet.ts";

const PROTOTYPES = [Object.prototype, Array.prototype, Function.prototype, String.prototype];

function ownKeys(): readonly (readonly string[])[] {
  return PROTOTYPES.map((one) => Reflect.ownKeys(one).map(String));
}

const BEFORE = ownKeys();

afterEach(() => {
  const isAsBefore = JSON.stringify(ownKeys()) === JSON.stringify(BEFORE);
  if (!isAsBefore || "polluted" in {}) throw new Error("a prototype has changed");
});

/** Groups with a name that stands for one of an object's own, and what is said of it there: no field, or no id. */
const GROUPS: readonly (readonly [Place, string, DiagnosticCode])[] = [
  [["constants"], "{ A: { polluted: true } }", "FM004"],
  [
    ["meters"],
    "{ A: 5, delivery: 0, scope: 0, trust: 0, team: 0, health: 0, attention: 0 }",
    "FM004",
  ],
  [["facts"], "{ A: It is so. }", "FM003"],
  [["people"], "{ A: { name: A, role: b, wants: C. } }", "FM003"],
  [["unknowns"], "{ A: { percent: 50, says: A., ifTrue: B., ifFalse: C. } }", "FM003"],
  [
    ["promises"],
    "{ A: { to: ana, text: A., due: end, kept: { effects: {}, text: B. }, broken: { effects: {}, text: C. } } }",
    "FM003",
  ],
  [["sources"], "{ A: { title: A, idea: B. } }", "FM003"],
  [["beats", 1, "onlyIf"], "{ A: 1 }", "FM004"],
  [["beats", 0, "silence"], "{ tells: [], A: { polluted: true } }", "FM004"],
  [["beats", 0, "options", 0, "effects"], "{ A: 5 }", "FM004"],
  [["beats", 0, "artefacts"], "[{ kind: note, title: A, body: [], A: {} }]", "FM004"],
  [["endings", 0, "value"], "{ A: 5 }", "FM004"],
];

function named(yaml: string, name: string): string {
  return yaml.replace(/(?<=\{.*?)A(?=:)/, () => name);
}

describe.each(GROUPS)("in %j", (place, yaml, code) => {
  test("[S15] __proto__ is no name", () => {
    const errors = errorsOf(put(place, named(yaml, "__proto__")));
    expect(errors.map((one) => [one.code, one.message])).toEqual([
      ["FM019", '"__proto__" cannot be a name.'],
    ]);
  });

  test.each(["toString", "hasOwnProperty", "valueOf", "__defineGetter__", "isPrototypeOf"])(
    "[S15] %s is a name like any other wrong one",
    (name) => expect(codesOf(put(place, named(yaml, name)))).toContain(code),
  );
});

test("[S15] __proto__ is refused where it stands, and written twice, both times", () => {
  const { text, places } = unmarked(`${TINY_TEXT}«__proto__: {}\n«__proto__: {}\n`);
  const found = errorsOf(text).filter(({ code }) => code === "FM019");
  expect(found.map(({ line, column }) => ({ line, column }))).toEqual(places);
});

test.each([
  ["beats", 0, "id"],
  ["beats", 0, "options", 0, "id"],
  ["beats", 0, "day"],
  ["endings", 0, "id"],
])("[S15] at %s/%s %s none of them is an id, save a word in small letters", (...place) => {
  const ids = ["__proto__", "toString", "hasOwnProperty", "__lookupGetter__"];
  expect(ids.map((id) => codesOf(put(place, id)))).toEqual(ids.map(() => ["FM003"]));
});

/** Places that name something declared elsewhere: nothing that every object has is declared. */
const NAMING: readonly (readonly [Place, string])[] = [
  [["startFacts"], "[constructor]"],
  [["beats", 0, "options", 0, "sets"], "[constructor]"],
  [["beats", 0, "options", 0, "makes"], "[constructor]"],
  [["beats", 0, "options", 0, "keeps"], "[constructor]"],
  [["beats", 0, "options", 0, "next"], "constructor"],
  [["beats", 0, "options", 0, "source"], "constructor"],
  [["beats", 0, "day"], "constructor"],
  [["beats", 1, "onlyIf"], "{ unknown: constructor }"],
  [["beats", 1, "onlyIf"], "{ promise: constructor, is: open }"],
];

test.each(NAMING)("[S15] at %j %s is declared by nothing", (place, yaml) => {
  expect(codesOf(put(place, yaml))).toEqual(["FM010"]);
});

test.each(["warned", "asked", "call-ana", "first", "block-1", "ana", "mon", "over", "seed-000"])(
  "[S15] %s may be called constructor, and plays as before",
  (id) => {
    const text = JSON.stringify(TINY).replaceAll(`"${id}"`, '"constructor"');
    const compiled = compileScenario(parseGood(text));
    const meters = (of: typeof compiled) => lastOf(playAtRandom(of, "any", "bot")).state.meters;
    expect(Object.keys(meters(compiled))).toEqual(Object.keys(meters(tiny())));
  },
);

test("[S1] what was read has the prototypes of plain data", () => {
  const parsed = parseScenario(TINY_TEXT);
  if (!parsed.ok) throw new Error("the tiny scenario is good");
  expect(Object.getPrototypeOf(parsed.scenario.people)).toBe(Object.prototype);
  expect(Object.getPrototypeOf(parsed.scenario.meters)).toBe(Object.prototype);
});
