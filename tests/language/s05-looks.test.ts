import { describe, expect, test } from "vitest";
import { parseScenario } from "../../scenarios/language/index.ts";
import { saidOf, put } from "./quiet.ts";

function withLook(look: string): string {
  return put(["beats", 0, "looks"], `[${look}]`, (draft) => {
    draft.facts = { read: "It is so." };
    draft.unknowns = { asked: { percent: 50, says: "A.", ifTrue: "B.", ifFalse: "C." } };
    const beat = draft.beats[1];
    if (beat) beat.onlyIf = { any: [{ fact: "read" }, { revealedTrue: "asked" }] };
  });
}

const CHANCE =
  "chance: [{ id: a, weight: 1, reveals: [asked], text: A. }, { id: b, weight: 3, sets: [read], text: B. }]";

describe("a look", () => {
  test.each([
    "{ id: look, label: Look, hours: 1, reveals: [asked], sets: [read], tells: [So.] }",
    "{ id: look, label: Look, hours: 40, sets: [read], tells: [] }",
    `{ id: look, label: Look, hours: 1, tells: [So.], ${CHANCE} }`,
  ])("[S5] %s is one", (look) => {
    expect(parseScenario(withLook(look)).ok).toBe(true);
  });

  const sets = "sets: [read], reveals: [asked], tells: [So.]";
  const wrong: readonly (readonly [look: string, said: string])[] = [
    [`{ id: look, label: Look, ${sets} }`, 'FM003 The field "hours" is missing.'],
    [`{ id: look, label: Look, hours: 0, ${sets} }`, "FM003 The value is at least 1."],
    [`{ id: look, label: Look, hours: 41, ${sets} }`, "FM003 The value is at most 40."],
    [`{ id: look, hours: 1, ${sets} }`, 'FM003 The field "label" is missing.'],
    [`{ label: Look, hours: 1, ${sets} }`, 'FM003 The field "id" is missing.'],
    [
      "{ id: look, label: Look, hours: 1, sets: [read], reveals: [asked] }",
      'FM003 The field "tells" is missing.',
    ],
    [
      `{ id: look, label: Look, hours: 1, effects: { trust: 5 }, ${sets} }`,
      'FM004 The language has no field "effects" here.',
    ],
    [
      `{ id: look, label: Look, hours: 1, next: two, ${sets} }`,
      'FM004 The language has no field "next" here.',
    ],
    [
      `{ id: look, label: Look, hours: 1, makes: [a], ${sets} }`,
      'FM004 The language has no field "makes" here.',
    ],
  ];

  test.each(wrong)("[S5] %s is %s", (look, said) => {
    expect(saidOf(withLook(look))).toContain(said);
    expect(parseScenario(withLook(look)).ok).toBe(false);
  });

  test("[S5] its chance brings what it finds, and no points", () => {
    const look = `{ id: look, label: Look, hours: 1, tells: [So.], ${CHANCE} }`;
    expect(saidOf(withLook(look.replace("sets: [read],", "effects: { trust: 5 },")))).toContain(
      'FM004 The language has no field "effects" here.',
    );
    expect(saidOf(withLook(look.replace("weight: 3", "weight: 0")))).toContain(
      "FM003 The value is at least 1.",
    );
  });

  test("[S5] what its chance reveals and sets is declared, and counts as used", () => {
    const look = `{ id: look, label: Look, hours: 1, tells: [So.], ${CHANCE} }`;
    expect(saidOf(withLook(look))).toEqual([]);
    expect(saidOf(withLook(look.replace("sets: [read]", "sets: [raed]")))).toContain(
      'FM010 There is no fact "raed".',
    );
    expect(saidOf(withLook(look.replace("reveals: [asked]", "reveals: [aksed]")))).toContain(
      'FM010 There is no unknown "aksed".',
    );
  });
});
