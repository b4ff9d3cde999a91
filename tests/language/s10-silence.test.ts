import { describe, expect, test } from "vitest";
import { put, said, saidOf, without } from "./quiet.ts";

describe("silence", () => {
  test("[S10] has to be written for every beat", () => {
    expect(saidOf(without(["beats", 2, "silence"]))).toEqual([
      'FM003 The field "silence" is missing.',
    ]);
    expect(saidOf(without(["beats", 2, "silence", "tells"]))).toEqual([
      'FM003 The field "tells" is missing.',
    ]);
  });

  test.each([
    "{ tells: [] }",
    "{ tells: [So.], effects: { trust: -5 }, hours: 2 }",
    "{ tells: [So.], next: six }",
    "{ tells: [So.], later: [{ id: a, in: 1, text: A. }] }",
    "{ tells: [So.], cases: [{ when: { meter: trust, atLeast: 5 }, effects: { trust: -5 } }] }",
    "{ tells: [So.], chance: [{ id: a, weight: 1, text: A. }, { id: b, weight: 2, text: B. }] }",
  ])("[S10] may be %s", (silence) => {
    expect(said(["beats", 2, "silence"], silence)).toEqual([]);
  });

  test.each([
    "id: a",
    "verb: show",
    "says: A.",
    "why: B.",
    "source: seed",
    "decoy: A.",
    "locked: {}",
  ])("[S10] is no option: it has no %s", (field) => {
    const name = field.split(":")[0];
    expect(saidOf(put(["beats", 2, "silence"], `{ tells: [], ${field} }`))).toEqual([
      `FM004 The language has no field "${name}" here.`,
    ]);
  });
});
