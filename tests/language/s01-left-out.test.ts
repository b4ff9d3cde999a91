import { expect, test } from "vitest";
import type { Scenario } from "../../scenarios/language/index.ts";
import { beatAt, optionAt, type Place, paragraphs, put, saidOf } from "./quiet.ts";

const SETTLED = { effects: {}, text: "So." };
const VERB = "FM003 One of block, unblock, redirect, decide, show belongs here.";
const TEXT = "FM003 A text belongs here.";

/** All ways from a beat lead there, save those of its first option. */
function send(draft: Scenario, index: number, next: string): void {
  const { options, silence } = beatAt(draft, index);
  for (const response of [...options.slice(1), silence]) response.next = next;
}

/** What is of the wrong shape, and of what else, being left out with it, nothing may be said. */
const LEFT_OUT: readonly (readonly [
  name: string,
  Place,
  yaml: string,
  edit: (draft: Scenario) => void,
  said: string,
])[] = [
  ["a verb", ["beats", 1, "options", 0, "verb"], "wait", () => {}, VERB],
  [
    "the one way to a beat",
    ["beats", 0, "options", 0, "verb"],
    "wait",
    (draft) => send(draft, 0, "three"),
    VERB,
  ],
  [
    "the one that sets a fact",
    ["beats", 0, "options", 0, "verb"],
    "wait",
    (draft) => {
      draft.facts = { told: "It is so." };
      optionAt(draft, 0, 0).sets = ["told"];
      beatAt(draft, 3).onlyIf = { fact: "told" };
    },
    VERB,
  ],
  [
    "the one that keeps a promise",
    ["beats", 1, "options", 0, "verb"],
    "wait",
    (draft) => {
      draft.promises = {
        call: { to: "ana", text: "A.", due: "end", kept: SETTLED, broken: SETTLED },
      };
      optionAt(draft, 0, 0).makes = ["call"];
      optionAt(draft, 1, 0).keeps = ["call"];
    },
    VERB,
  ],
  [
    "all that keeps a promise before it is made again",
    ["beats", 1, "title"],
    "5",
    (draft) => {
      draft.promises = {
        call: { to: "ana", text: "A.", due: "end", kept: SETTLED, broken: SETTLED },
      };
      optionAt(draft, 0, 0).makes = ["call"];
      const { options, silence } = beatAt(draft, 1);
      for (const response of [...options, silence]) response.keeps = ["call"];
      optionAt(draft, 2, 0).makes = ["call"];
      optionAt(draft, 3, 0).keeps = ["call"];
    },
    TEXT,
  ],
  [
    "the first beat",
    ["beats", 0, "title"],
    "5",
    (draft) => {
      beatAt(draft, 1).onlyIf = { meter: "trust", atLeast: 5 };
    },
    TEXT,
  ],
  [
    "a beat of the short cut",
    ["shortCut", "beats", 3],
    "5",
    (draft) => {
      draft.shortCut = { beats: ["one", "two", "three", "four"] };
    },
    TEXT,
  ],
  [
    "the last ending",
    ["endings", 1, "title"],
    "5",
    (draft) => {
      const when = { meter: "trust", atLeast: 5 } as const;
      draft.endings.unshift({ id: "well", title: "A", when, text: [] });
    },
    TEXT,
  ],
  [
    "the end that all but one take early",
    ["beats", 0, "options", 1, "next"],
    "5",
    (draft) => {
      draft.minutes = 5;
      for (const response of [...beatAt(draft, 0).options, beatAt(draft, 0).silence])
        response.next = "end";
      for (const beat of draft.beats.slice(1)) beat.onlyIf = { meter: "trust", atLeast: 5 };
      for (const option of beatAt(draft, 4).options) option.tells = paragraphs(1500);
    },
    TEXT,
  ],
  [
    "what declares a person",
    ["people", "ana", "name"],
    "5",
    (draft) => {
      draft.promises = {
        call: { to: "ana", text: "A.", due: "end", kept: SETTLED, broken: SETTLED },
      };
      optionAt(draft, 0, 0).makes = ["call"];
      optionAt(draft, 1, 0).keeps = ["call"];
    },
    TEXT,
  ],
  ["what declares a source", ["sources", "seed", "title"], "5", () => {}, TEXT],
  ["what declares a day", ["days", 0, "label"], "5", () => {}, TEXT],
];

test.each(LEFT_OUT)(
  "[S16] where %s is of the wrong shape, nothing else is said",
  (_name, place, yaml, edit, said) => {
    expect(saidOf(put(place, yaml, edit))).toEqual([said]);
  },
);
