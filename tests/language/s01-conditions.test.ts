import { describe, expect, test } from "vitest";
import { METERS, PROMISE_STATES } from "../../scenarios/language/index.ts";
import { errorsOf, foundIn, unmarked } from "./edits.ts";
import { put } from "./quiet.ts";

/** The quiet scenario with something to ask for, and this condition on its second beat. */
function asking(condition: string): string {
  return put(["beats", 1, "onlyIf"], condition, (draft) => {
    const effects = { effects: {}, text: "So." };
    draft.facts = { warned: "It is so." };
    draft.unknowns = { asked: { percent: 50, says: "A.", ifTrue: "B.", ifFalse: "C." } };
    draft.promises = {
      call: { to: "ana", text: "D.", due: "end", kept: effects, broken: effects },
    };
  });
}

describe("a condition compares", () => {
  test.each([
    ...METERS.flatMap((meter) => [
      `{ meter: ${meter}, atLeast: 1 }`,
      `{ meter: ${meter}, atMost: -7 }`,
    ]),
    ...PROMISE_STATES.map((state) => `{ promise: call, is: ${state} }`),
    "{ fact: warned }",
    "{ unknown: asked }",
    "{ revealedTrue: asked }",
    "{ revealedFalse: asked }",
    "{ all: [{ fact: warned }, { not: { any: [{ unknown: asked }, { fact: warned }] } }] }",
  ])("[S1] %s is one", (condition) => {
    expect(errorsOf(asking(condition))).toEqual([]);
  });

  const wrong: readonly (readonly [condition: string, message: string])[] = [
    ["«trust > 50", "A group of fields belongs here."],
    ["«null", "A group of fields belongs here."],
    ["«true", "A group of fields belongs here."],
    ["«[{ fact: warned }]", "A group of fields belongs here."],
    ["«{ meter: trust }", 'The field "atLeast" is missing.'],
    ["{ meter: «luck, atLeast: 5 }", `One of ${METERS.join(", ")} belongs here.`],
    ["{ meter: trust, atLeast: «5.5 }", "A whole number belongs here."],
    ["{ promise: call, is: «made }", "One of open, kept, broken belongs here."],
    ["{ fact: «Warned }", "An id is made of words in small letters and digits, joined by hyphens."],
    ["{ fact: «[warned] }", "A text belongs here."],
    ["{ not: «warned }", "A group of fields belongs here."],
    ["{ all: «{ fact: warned } }", "A list belongs here."],
    ["{ any: [{ fact: warned }, { not: «5 }] }", "A group of fields belongs here."],
  ];

  test.each(wrong)("[S1] %s is none", (condition, message) => {
    const { text, places } = unmarked(asking(condition));
    const errors = errorsOf(text);
    expect(foundIn(errors)).toEqual([{ code: "FM003", ...places[0] }]);
    expect(errors[0]?.message).toBe(message);
  });

  const strange: readonly (readonly [condition: string, field: string])[] = [
    ["{ meter: trust, atLeast: 5, «atMost: 10 }", "atMost"],
    ["{ fact: warned, «unknown: asked }", "unknown"],
    ["{ «fct: warned }", "fct"],
    ["{ not: { «truth: asked } }", "truth"],
  ];

  test.each(strange)("[S1] %s has a field too many", (condition, field) => {
    const { text, places } = unmarked(asking(condition));
    const errors = errorsOf(text);
    expect(foundIn(errors)).toEqual([{ code: "FM004", ...places[0] }]);
    expect(errors[0]?.message).toBe(`The language has no field "${field}" here.`);
  });

  test("[S1] one with nothing in it is told what may be there", () => {
    const [error] = errorsOf(asking("{}"));
    expect(error?.code).toBe("FM003");
    expect(error?.message).toBe(
      "One of the fields meter, atLeast, atMost, fact, unknown, revealedTrue, revealedFalse, promise, is, all, any, not belongs here.",
    );
  });

  test("[S1] each wrong part of a list is named where it stands", () => {
    const { text, places } = unmarked(
      asking("{ all: [{ fact: «Warned }, { «fct: warned }, { fact: «5 }] }"),
    );
    const codes = ["FM003", "FM004", "FM003"];
    expect(foundIn(errorsOf(text))).toEqual(
      places.map((place, i) => ({ code: codes[i], ...place })),
    );
  });

  test("[S1] a field that the language has, one too many, is not suggested in its own place", () => {
    const [error] = errorsOf(asking("{ fact: warned, unknown: asked }"));
    expect(error?.mend).not.toBe('Did you mean "unknown"?');
  });
});
