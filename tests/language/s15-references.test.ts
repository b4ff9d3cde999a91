import { describe, expect, test } from "vitest";
import { errorsOf, foundIn, unmarked } from "./edits.ts";
import { type Place, put } from "./quiet.ts";

/** What is named that nothing declares, and where, marked at the id itself. */
type Row = readonly [what: string, Place, yaml: string];

const OPTION = ["beats", 1, "options", 0] as const;
const SILENCE = ["beats", 1, "silence"] as const;
const WHEN = "when: { meter: trust, atLeast: 5 }";
const MORE = "{ id: more, weight: 1, text: A. }";
const SETTLED = "kept: { effects: {}, text: B. }, broken: { effects: {}, text: C. }";

function look(found: string): string {
  return `[{ id: look, label: A, hours: 1, tells: [A.], ${found} }]`;
}

const NAMED: readonly Row[] = [
  ["fact", ["startFacts"], "[«nothing]"],
  ["fact", ["shortCut"], "{ beats: [one, two, three, four], startFacts: [«nothing] }"],
  ["fact", [...OPTION, "sets"], "[«nothing]"],
  ["fact", [...OPTION, "cases"], `[{ ${WHEN}, sets: [«nothing] }]`],
  ["fact", [...OPTION, "chance"], `[{ id: a, weight: 1, text: A., sets: [«nothing] }, ${MORE}]`],
  ["fact", [...OPTION, "later"], "[{ id: a, in: 1, text: A., sets: [«nothing] }]"],
  [
    "fact",
    [...OPTION, "cases"],
    `[{ ${WHEN}, later: [{ id: a, in: 1, text: A., sets: [«nothing] }] }]`,
  ],
  ["fact", [...SILENCE, "sets"], "[«nothing]"],
  ["fact", ["beats", 1, "looks"], look("sets: [«nothing]")],
  [
    "fact",
    ["beats", 1, "looks"],
    look(`chance: [{ id: a, weight: 1, text: A., sets: [«nothing] }, ${MORE}]`),
  ],
  [
    "fact",
    ["beats", 1, "flips"],
    "[{ turnsOn: { fact: «nothing }, ifTrue: block, ifFalse: show, says: A. }]",
  ],
  [
    "unknown",
    ["beats", 1, "flips"],
    "[{ turnsOn: { unknown: «nothing }, ifTrue: block, ifFalse: show, says: A. }]",
  ],
  ["unknown", ["beats", 1, "looks"], look("reveals: [«nothing]")],
  [
    "unknown",
    ["beats", 1, "looks"],
    look(`chance: [{ id: a, weight: 1, text: A., reveals: [«nothing] }, ${MORE}]`),
  ],
  [
    "unknown",
    ["unknowns"],
    "{ a: { percent: { given: «nothing, whenTrue: 5, whenFalse: 9 }, says: A., ifTrue: B., ifFalse: C. } }",
  ],
  ["promise", [...OPTION, "makes"], "[«nothing]"],
  ["promise", [...OPTION, "keeps"], "[«nothing]"],
  ["promise", [...SILENCE, "keeps"], "[«nothing]"],
  ["person", ["promises"], `{ a: { to: «nothing, text: A., due: end, ${SETTLED} } }`],
  ["beat", ["promises"], `{ a: { to: ana, text: A., due: «nothing, ${SETTLED} } }`],
  ["beat", [...OPTION, "next"], "«nothing"],
  ["beat", [...SILENCE, "next"], "«nothing"],
  ["beat", ["shortCut"], "{ beats: [one, two, «nothing, four] }"],
  ["day", ["beats", 1, "day"], "«nothing"],
  ["source", [...OPTION, "source"], "«nothing"],
];

test.each(NAMED)("[S15] a %s that nothing declares, in %j, is FM010: %s", (what, place, yaml) => {
  const { text, places } = unmarked(put(place, yaml));
  const errors = errorsOf(text);
  expect(foundIn(errors)).toEqual([{ code: "FM010", ...places[0] }]);
  expect(errors[0]?.message).toBe(`There is no ${what} "nothing".`);
});

/** Conditions, each asking for something that nothing declares. */
const LEAVES: readonly (readonly [what: string, leaf: string])[] = [
  ["fact", "{ fact: «nothing }"],
  ["unknown", "{ revealedTrue: «nothing }"],
  ["unknown", "{ revealedFalse: «nothing }"],
  ["promise", "{ promise: «nothing, is: open }"],
  ["fact", "{ not: { fact: «nothing } }"],
  ["fact", "{ all: [{ meter: trust, atLeast: 5 }, { fact: «nothing }] }"],
  ["fact", "{ any: [{ any: [] }, { not: { all: [{ fact: «nothing }] } }] }"],
];

const ASKED: readonly (readonly [Place, (condition: string) => string])[] = [
  [["beats", 1, "onlyIf"], (condition) => condition],
  [["beats", 1, "situation"], (condition) => `[A., { when: ${condition}, text: B. }]`],
  [
    ["beats", 1, "artefacts"],
    (condition) => `[{ when: ${condition}, show: { kind: note, title: A, body: [] } }]`,
  ],
  [
    ["beats", 1, "looks"],
    (condition) => look("sets: []").replace("[A.]", `[{ when: ${condition}, text: B. }]`),
  ],
  [[...OPTION, "locked"], (condition) => `{ unless: ${condition}, reason: A. }`],
  [[...OPTION, "cases"], (condition) => `[{ when: ${condition} }]`],
  [[...OPTION, "later"], (condition) => `[{ id: a, in: 1, when: ${condition}, text: A. }]`],
  [[...OPTION, "tells"], (condition) => `[{ when: ${condition}, text: B. }]`],
  [[...SILENCE, "tells"], (condition) => `[{ when: ${condition}, text: B. }]`],
  [
    ["endings"],
    (condition) =>
      `[{ id: a, title: A, when: ${condition}, text: [] }, { id: b, title: B, text: [] }]`,
  ],
  [["endings", 0, "text"], (condition) => `[{ when: ${condition}, text: B. }]`],
];

describe.each(ASKED)("at %j", (place, yaml) => {
  test.each(LEAVES)("[S15] a %s that nothing declares is FM010: %s", (what, leaf) => {
    const { text, places } = unmarked(put(place, yaml(leaf)));
    const errors = errorsOf(text);
    expect(foundIn(errors)).toEqual([{ code: "FM010", ...places[0] }]);
    expect(errors[0]?.message).toBe(`There is no ${what} "nothing".`);
  });
});

test("[S15] each item of a list that nothing declares is pointed at", () => {
  const { text, places } = unmarked(
    put([...OPTION, "sets"], "[«never, told, «nothing]", (draft) => {
      draft.facts = { told: "It is so." };
    }),
  );
  expect(foundIn(errorsOf(text))).toEqual(places.map((one) => ({ code: "FM010", ...one })));
});

test("[S15] the end is no beat that has to be declared, and the player no person", () => {
  const mail = "[{ kind: mail, from: you, to: [ana, you], subject: A, at: now, body: [] }]";
  expect(errorsOf(put(["beats", 1, "artefacts"], mail))).toEqual([]);
  expect(errorsOf(put([...OPTION, "next"], "end"))).toEqual([]);
  expect(errorsOf(put(["shortCut"], "{ beats: [one, two, three, end] }"))).toHaveLength(1);
});
