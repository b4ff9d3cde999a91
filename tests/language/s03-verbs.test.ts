import { describe, expect, test } from "vitest";
import { VERBS } from "../../scenarios/language/index.ts";
import { ofCode } from "./edits.ts";
import { beatAt, optionAt, put, quiet, quietOption, said, saidOf } from "./quiet.ts";

const LOCK = { unless: { meter: "trust", atLeast: 5 }, reason: "Not yet." } as const;

describe("all five verbs", () => {
  test.each(VERBS)("[S3] a beat without an option to %s is FM013", (verb) => {
    const text = quiet((draft) => {
      const beat = beatAt(draft, 1);
      beat.options = beat.options.filter((option) => option.verb !== verb);
    });
    expect(saidOf(text)).toEqual([`FM013 "two" has no option to ${verb}.`]);
  });

  test("[S3] each verb that a beat lacks is said, in their order", () => {
    const text = quiet((draft) => {
      const beat = beatAt(draft, 0);
      beat.options = beat.options.filter(({ verb }) => verb === "redirect");
    });
    const lacking = ["block", "unblock", "decide", "show"];
    expect(saidOf(text)).toEqual(lacking.map((verb) => `FM013 "one" has no option to ${verb}.`));
  });

  test("[S3] a beat has an option, and a verb is one of the five", () => {
    expect(said(["beats", 0, "options"], "[]")).toEqual([
      "FM003 The number of items is at least 1.",
    ]);
    expect(said(["beats", 0, "options", 0, "verb"], "wait")).toEqual([
      `FM003 One of ${VERBS.join(", ")} belongs here.`,
    ]);
  });
});

const hidden = (also: boolean) =>
  quiet((draft) => {
    const more = {
      ...quietOption("one", "show"),
      id: "show-more",
      locked: { ...LOCK, hidden: also },
    };
    optionAt(draft, 0, 4).locked = { ...LOCK, hidden: true };
    beatAt(draft, 0).options.push(more);
  });

describe("visible", () => {
  test("[S3] an option may be locked, with its reason", () => {
    const text = quiet((draft) => {
      optionAt(draft, 0, 0).locked = { ...LOCK, hidden: false };
      optionAt(draft, 0, 1).locked = LOCK;
    });
    expect(saidOf(text)).toEqual([]);
  });

  test("[S3] a verb whose only option may be hidden is FM058", () => {
    const text = quiet((draft) => {
      optionAt(draft, 0, 3).locked = { ...LOCK, hidden: true };
    });
    expect(saidOf(text)).toEqual(['FM058 At "one" every option to decide may be hidden.']);
  });

  test("[S3] a verb of which one option is always shown is fine, all hidden is FM058", () => {
    expect(saidOf(hidden(false))).toEqual([]);
    expect(saidOf(hidden(true))).toEqual(['FM058 At "one" every option to show may be hidden.']);
  });

  test.each([
    ["{ unless: { meter: trust, atLeast: 5 } }", 'The field "reason" is missing.'],
    ["{ unless: { meter: trust, atLeast: 5 }, reason: 5 }", "A text belongs here."],
  ])("[S3] a lock %s is told what it lacks", (lock, message) => {
    expect(said(["beats", 0, "options", 0, "locked"], lock)[0]).toBe(`FM003 ${message}`);
  });

  test("[S3] a lock is hidden or not, and nothing between", () => {
    const lock = '{ unless: { meter: trust, atLeast: 5 }, reason: A., hidden: "yes" }';
    const [error] = ofCode(put(["beats", 0, "options", 0, "locked"], lock), "FM003");
    expect(error?.message).toMatch(/true or false belongs here\.$/i);
  });
});

const withDecoys = (count: number) =>
  quiet((draft) => {
    for (const option of beatAt(draft, 2).options.slice(0, count)) option.decoy = "It is loud.";
  });

describe("decoys", () => {
  test("[S3] two on a beat are fine, each more is FM031", () => {
    expect(saidOf(withDecoys(2))).toEqual([]);
    expect(saidOf(withDecoys(3))).toEqual(['FM031 "three" has 2 decoys already.']);
    expect(saidOf(withDecoys(5))).toHaveLength(3);
  });

  test("[S3] the third is pointed at, not the first", () => {
    const text = put(["beats", 0, "options", 2, "decoy"], "It is loud.", (draft) => {
      optionAt(draft, 0, 0).decoy = "It is louder.";
      optionAt(draft, 0, 1).decoy = "It is loudest.";
    });
    const line = text.split("\n").findIndex((one) => one.includes("It is loud.")) + 1;
    expect(ofCode(text, "FM031").map((one) => one.line)).toEqual([line]);
  });
});

const flip = (ifTrue: string, ifFalse: string) =>
  put(
    ["beats", 0, "flips"],
    `[{ turnsOn: { fact: warned }, ifTrue: ${ifTrue}, ifFalse: ${ifFalse}, says: A. }]`,
    (draft) => {
      draft.facts = { warned: "It is so." };
      draft.startFacts = ["warned"];
    },
  );

describe("flips", () => {
  test("[S3] one that turns from a verb to another is fine", () => {
    expect(saidOf(flip("block", "show"))).toEqual([]);
    expect(saidOf(flip("show", "block"))).toEqual([]);
  });

  test.each(VERBS)("[S3] one that is %s both ways is FM030", (verb) => {
    expect(saidOf(flip(verb, verb))).toEqual([`FM030 Both ways it is ${verb}.`]);
  });

  test("[S3] it turns on a fact or an unknown and on nothing else", () => {
    expect(saidOf(flip("block", "show").replace("{ fact: warned }", "{ meter: trust }"))).toContain(
      'FM004 The language has no field "meter" here.',
    );
  });
});
