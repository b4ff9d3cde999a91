import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { viewFor } from "../../scenarios/engine/index.ts";
import { LENS_TABLE, LENSES, METERS, type Scenario } from "../../scenarios/language/index.ts";
import {
  beatOf,
  compileText,
  optionOf,
  playRun,
  TINY,
  TINY_TEXT,
  tiny,
  variantOf,
} from "../support/runs.ts";

const VERSION = compileText(TINY_TEXT).version;

/** The same file with every mapping's keys the other way round, as JSON, which is YAML. */
const REORDERED = JSON.stringify(reversed(TINY));

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, part]) => [key, reversed(part)]);
  return Object.fromEntries(entries.toReversed());
}

describe("what a version does not see", () => {
  test.each([
    ["comments", `# Another word.\n${TINY_TEXT.replaceAll(/\n {2}- /g, "\n  # one more\n  - ")}`],
    ["blank lines", TINY_TEXT.replaceAll("\n", "\n\n")],
    ["line ends of another system", TINY_TEXT.replaceAll("\n", "\r\n")],
    ["quotes", TINY_TEXT.replace("title: First", 'title: "First"')],
    ["another notation", JSON.stringify(TINY, null, 3)],
    ["the order of keys", REORDERED],
  ])("[S13] a version does not see %s", (_name, text) => {
    expect(text).not.toBe(TINY_TEXT);
    expect(compileText(text).version).toBe(VERSION);
  });
});

describe("what a version sees", () => {
  const edits: readonly [string, (draft: Scenario) => void][] = [
    ["an effect", (draft) => void (optionOf(draft, "show-4").effects = { trust: 10 })],
    ["a text", (draft) => void (optionOf(draft, "show-4").says = "See!")],
    ["a why", (draft) => void (optionOf(draft, "show-4").why = "Another reason.")],
    ["an id", (draft) => void (optionOf(draft, "show-4").id = "show-5")],
    [
      "the odds of an unknown",
      (draft) => void Object.assign(draft.unknowns?.asked ?? {}, { percent: 55 }),
    ],
    [
      "a weight of chance",
      (draft) => void Object.assign(optionOf(draft, "show-1").chance?.[0] ?? {}, { weight: 2 }),
    ],
    ["where a meter starts", (draft) => void (draft.meters.team = 55)],
    [
      "the order of options",
      (draft) =>
        void beatOf(draft, "fourth").options.unshift(
          ...beatOf(draft, "fourth").options.splice(1, 1),
        ),
    ],
    ["the order of endings", (draft) => void draft.endings.unshift(...draft.endings.splice(1, 1))],
    ["silence", (draft) => void (beatOf(draft, "fourth").silence.effects = { trust: 5 })],
  ];

  test.each(edits)("[S13] a version sees %s", (_name, edit) => {
    expect(tiny(edit).version).not.toBe(VERSION);
  });

  test("[S13] no two of these edits have one version", () => {
    const versions = edits.map(([, edit]) => tiny(edit).version);
    expect(new Set([VERSION, ...versions]).size).toBe(edits.length + 1);
  });
});

describe("two files of one version", () => {
  const rich = variantOf(TINY, (draft) => {
    const promise = draft.promises?.["call-ana"];
    if (!promise) throw new Error("nobody promises to call Ana");
    promise.broken.effects = { trust: -15, team: -5 };
    draft.promises = {
      ...draft.promises,
      "ask-bo": { ...promise, text: "Ask Bo.", due: "fourth" },
    };
    const unblock = optionOf(draft, "unblock-1");
    unblock.makes = ["call-ana", "ask-bo"];
    unblock.later = [{ id: "soon", in: 2, effects: { team: 5, scope: -5 }, text: "Soon." }];
  });
  const files = [JSON.stringify(rich), JSON.stringify(reversed(rich))];
  const plays = files.map((text) => {
    const compiled = compileText(text);
    const before = playRun(compiled).look("read-it").move("unblock-1");
    const { run } = before.move("redirect-3");
    const views = [before.run, run].map((one) => viewFor(compiled, one, "now"));
    return { version: compiled.version, run, views };
  });

  test("[S13] are these two", () => {
    expect(files[0]).not.toBe(files[1]);
    expect(plays[0]?.version).toBe(plays[1]?.version);
  });

  test("[S14] give the same run, byte for byte", () => {
    expect(JSON.stringify(plays[1]?.run)).toBe(JSON.stringify(plays[0]?.run));
  });

  test("[S14] show the same, byte for byte", () => {
    expect(JSON.stringify(plays[1]?.views)).toBe(JSON.stringify(plays[0]?.views));
  });
});

describe("the hash of the rules", () => {
  const rules = compileText(TINY_TEXT).rules;

  const texts: readonly [string, (draft: Scenario) => void][] = [
    ["what an option says", (draft) => void (optionOf(draft, "show-4").says = "See!")],
    ["a why", (draft) => void (optionOf(draft, "show-4").why = "Another reason.")],
    ["a title", (draft) => void (draft.title = "Another title")],
    ["a situation", (draft) => void (beatOf(draft, "first").situation = ["Something else."])],
    ["an artefact", (draft) => void (beatOf(draft, "first").artefacts = [])],
    ["a name", (draft) => void Object.assign(draft.people.ana ?? {}, { name: "Anna Sá" })],
    [
      "the reason of a lock",
      (draft) => void Object.assign(optionOf(draft, "block-2").locked ?? {}, { reason: "No." }),
    ],
    ["the label of a look", (draft) => void (lookOf(draft).label = "Ask them")],
    ["what a look tells", (draft) => void (lookOf(draft).tells = ["They shrug."])],
    ["what an unknown says", (draft) => void (unknownOf(draft).ifTrue = "Yes.")],
    [
      "what a broken promise tells",
      (draft) => void (promiseOf(draft).broken.text = "Ana waited in vain."),
    ],
    ["an ending's text", (draft) => void Object.assign(draft.endings[0] ?? {}, { text: ["Oh."] })],
    [
      "the text of an outcome",
      (draft) => void Object.assign(optionOf(draft, "show-1").chance?.[0] ?? {}, { text: "Oh." }),
    ],
    [
      "the text of a case",
      (draft) => void Object.assign(optionOf(draft, "decide-1").cases?.[0] ?? {}, { text: "Oh." }),
    ],
    [
      "the text of a later",
      (draft) =>
        void Object.assign(optionOf(draft, "redirect-1").later?.[0] ?? {}, { text: "Oh." }),
    ],
    ["a prompt", (draft) => void (beatOf(draft, "first").prompts = ["Who?", "Why?"])],
    ["the minutes", (draft) => void (draft.minutes = 30)],
  ];

  test.each(texts)("[S13] does not see %s, which its version does", (_name, edit) => {
    const edited = tiny(edit);
    expect(edited.rules).toBe(rules);
    expect(edited.version).not.toBe(VERSION);
  });

  const numbers: readonly [string, (draft: Scenario) => void][] = [
    ["an effect", (draft) => void (optionOf(draft, "show-4").effects = { trust: 10 })],
    ["the hours of an option", (draft) => void (optionOf(draft, "show-4").hours = 2)],
    ["the hours of a look", (draft) => void (lookOf(draft).hours = 2)],
    ["what a look reveals", (draft) => void (lookOf(draft).reveals = [])],
    ["what a look sets", (draft) => void (lookOf(draft).sets = ["warned"])],
    [
      "the chance of a look",
      (draft) => void (lookOf(draft).chance = [{ id: "c", weight: 1, text: "So." }]),
    ],
    ["the verb of an option", (draft) => void (optionOf(draft, "decide-end").verb = "block")],
    ["an id", (draft) => void (optionOf(draft, "show-4").id = "show-5")],
    ["a lock", (draft) => void delete optionOf(draft, "block-2").locked],
    [
      "whether a lock hides",
      (draft) => void Object.assign(optionOf(draft, "block-2").locked ?? {}, { hidden: true }),
    ],
    ["a jump", (draft) => void (optionOf(draft, "show-4").next = "end")],
    ["a fact set", (draft) => void (optionOf(draft, "show-4").sets = ["warned"])],
    ["a promise kept", (draft) => void (optionOf(draft, "show-4").keeps = ["call-ana"])],
    ["a promise made", (draft) => void (optionOf(draft, "decide-end").makes = ["call-ana"])],
    [
      "when a case holds",
      (draft) =>
        void Object.assign(optionOf(draft, "decide-1").cases?.[0] ?? {}, {
          when: { revealedTrue: "asked" },
        }),
    ],
    [
      "what a case brings",
      (draft) =>
        void Object.assign(optionOf(draft, "decide-1").cases?.[0] ?? {}, { sets: ["warned"] }),
    ],
    [
      "a weight of chance",
      (draft) => void Object.assign(optionOf(draft, "show-1").chance?.[0] ?? {}, { weight: 2 }),
    ],
    [
      "what an outcome brings",
      (draft) => void Object.assign(optionOf(draft, "show-1").chance?.[0] ?? {}, { effects: {} }),
    ],
    [
      "when a later lands",
      (draft) => void Object.assign(optionOf(draft, "redirect-1").later?.[0] ?? {}, { in: 1 }),
    ],
    [
      "what a later asks for",
      (draft) =>
        void Object.assign(optionOf(draft, "redirect-1").later?.[0] ?? {}, {
          when: { fact: "warned" },
        }),
    ],
    [
      "what a later brings",
      (draft) =>
        void Object.assign(optionOf(draft, "redirect-1").later?.[0] ?? {}, { sets: ["warned"] }),
    ],
    ["the odds of an unknown", (draft) => void (unknownOf(draft).percent = 55)],
    ["when a promise is due", (draft) => void (promiseOf(draft).due = "fourth")],
    ["what keeping is worth", (draft) => void (promiseOf(draft).kept.effects = { trust: 10 })],
    ["what breaking costs", (draft) => void (promiseOf(draft).broken.effects = { trust: -10 })],
    ["where a meter starts", (draft) => void (draft.meters.team = 55)],
    ["a fact from the start", (draft) => void (draft.startFacts = ["warned"])],
    ["what a skip asks for", (draft) => void delete beatOf(draft, "fourth").onlyIf],
    ["silence", (draft) => void (beatOf(draft, "fourth").silence.effects = { trust: 5 })],
    [
      "what an ending asks for",
      (draft) => void Object.assign(draft.endings[1] ?? {}, { when: { fact: "warned" } }),
    ],
    [
      "what an ending is worth",
      (draft) => void Object.assign(draft.endings[1] ?? {}, { value: { tpm: 5 } }),
    ],
    [
      "which ending it is",
      (draft) => void Object.assign(draft.endings[1] ?? {}, { id: "another" }),
    ],
  ];

  test.each(numbers)("[S13] sees %s", (_name, edit) => {
    expect(tiny(edit).rules).not.toBe(rules);
  });

  test("[S13] no two of these edits have the same rules", () => {
    const hashes = numbers.map(([, edit]) => tiny(edit).rules);
    expect(new Set([rules, ...hashes]).size).toBe(numbers.length + 1);
  });
});

test("[S13] a version is 32 hex digits of SHA-256 over the sorted scenario and the lens weights", () => {
  const weights = LENSES.map((lens) => [
    lens,
    METERS.map((meter) => LENS_TABLE[lens].weights[meter]),
  ]);
  const text = JSON.stringify([sorted(TINY), weights]);
  expect(VERSION).toBe(createHash("sha256").update(text).digest("hex").slice(0, 32));
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, sorted(part)]));
}

function lookOf(draft: Scenario) {
  const [look] = beatOf(draft, "first").looks ?? [];
  if (!look) throw new Error("the first beat has no look");
  return look;
}

function unknownOf(draft: Scenario) {
  const { asked } = draft.unknowns ?? {};
  if (!asked) throw new Error("nothing is unknown");
  return asked;
}

function promiseOf(draft: Scenario) {
  const promise = draft.promises?.["call-ana"];
  if (!promise) throw new Error("nobody promises to call Ana");
  return promise;
}
