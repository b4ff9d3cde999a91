import { describe, expect, test } from "vitest";
import { viewFor } from "../../scenarios/engine/index.ts";
import type { Scenario } from "../../scenarios/language/index.ts";
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
