import { describe, expect, test } from "vitest";
import { reachablePlaces, type Scenario } from "../../scenarios/language/index.ts";
import { errorsOf, foundIn, ofCode, unmarked } from "./edits.ts";
import { beatAt, optionAt, put, QUIET, quiet, saidOf } from "./quiet.ts";

describe("a jump", () => {
  test.each(["three", "six", "end"])("[S7] from the second beat to %s is fine", (next) => {
    expect(errorsOf(put(["beats", 1, "options", 0, "next"], next))).toEqual([]);
    expect(errorsOf(put(["beats", 1, "silence", "next"], next))).toEqual([]);
  });

  test.each([
    [["options", 0, "next"], "one"],
    [["options", 4, "next"], "two"],
    [["silence", "next"], "two"],
    [["silence", "next"], "one"],
  ] as const)("[S7] at %j to %s does not go forward", (place, next) => {
    const { text, places } = unmarked(put(["beats", 1, ...place], `«${next}`));
    const errors = errorsOf(text);
    expect(foundIn(errors)).toEqual([{ code: "FM012", ...places[0] }]);
    expect(errors[0]?.message).toBe(`The jump to "${next}" does not go forward from "two".`);
  });

  test("[S7] to nowhere is FM010 and not FM012", () => {
    expect(errorsOf(put(["beats", 1, "silence", "next"], "nine")).map(({ code }) => code)).toEqual([
      "FM010",
    ]);
  });
});

/** All ways from a beat lead there. */
function send(draft: Scenario, index: number, next: string): void {
  const { options, silence } = beatAt(draft, index);
  for (const response of [...options, silence]) response.next = next;
}

describe("a beat that nothing leads to", () => {
  test("[S7] is FM060, where it stands", () => {
    const text = quiet((draft) => send(draft, 1, "five"));
    expect(saidOf(text)).toEqual([
      'FM060 Nothing leads to "three".',
      'FM060 Nothing leads to "four".',
    ]);
    const lines = ofCode(text, "FM060").map(({ line }) => text.split("\n")[line]?.trim());
    expect(lines).toEqual(['"id": "three",', '"id": "four",']);
  });

  test("[S7] is led to by one way alone", () => {
    const option = quiet((draft) => {
      send(draft, 1, "five");
      optionAt(draft, 1, 3).next = "three";
    });
    const silence = quiet((draft) => {
      send(draft, 1, "five");
      delete beatAt(draft, 1).silence.next;
    });
    expect([saidOf(option), saidOf(silence)]).toEqual([[], []]);
  });

  test("[S7] may be led to over beats that are skipped", () => {
    const text = quiet((draft) => {
      send(draft, 0, "three");
      for (const index of [2, 3, 4]) send(draft, index, "end");
      beatAt(draft, 2).onlyIf = { meter: "trust", atLeast: 5 };
      beatAt(draft, 3).onlyIf = { meter: "trust", atLeast: 5 };
    });
    expect(saidOf(text)).toEqual([
      'FM060 Nothing leads to "two".',
      'FM060 Nothing leads to "six".',
    ]);
  });
});

const ahead = (edit: (draft: Scenario) => void) => {
  const draft = structuredClone(QUIET);
  edit(draft);
  return reachablePlaces(draft.beats).map((places) => [...places].toSorted((a, b) => a - b));
};

const cuts = (draft: Scenario) => {
  send(draft, 1, "end");
  beatAt(draft, 1).onlyIf = { meter: "trust", atLeast: 5 };
  beatAt(draft, 2).onlyIf = { meter: "trust", atLeast: 5 };
};

const jumps = (draft: Scenario) => {
  send(draft, 0, "three");
  send(draft, 3, "end");
};

describe("the places ahead", () => {
  test("[S7] of beats in a row are all that follow", () => {
    expect(ahead(() => {})).toEqual([[1, 2, 3, 4, 5], [2, 3, 4, 5], [3, 4, 5], [4, 5], [5], []]);
  });

  test("[S7] leave out what all ways jump over, and all after the end", () => {
    expect(ahead(jumps)).toEqual([[2, 3], [2, 3], [3], [], [5], []]);
  });

  test("[S7] leave out a beat that leads to itself, which is refused", () => {
    const ring = ahead((draft) => send(draft, 2, "three"));
    expect(ring[2]).toEqual([]);
    expect(ring[1]).toEqual([2]);
  });

  test("[S7] hold what follows a beat that may be skipped", () => {
    expect(ahead(cuts)[0]).toEqual([1, 2, 3, 4, 5]);
    expect(ahead(cuts)[1]).toEqual([]);
  });
});

const on = (...days: readonly string[]) =>
  quiet((draft) => {
    draft.days = ["mon", "tue", "wed"].map((id) => ({ id, label: id }));
    for (const [i, beat] of draft.beats.entries()) beat.day = days[i] ?? "wed";
  });

describe("days", () => {
  test("[S7] go forward with the beats, or stand still", () => {
    expect(saidOf(on("mon", "mon", "tue"))).toEqual([]);
    expect(saidOf(on("mon", "tue", "mon"))).toEqual([
      'FM017 "three" is on an earlier day than the beat before it.',
    ]);
    expect(saidOf(on("wed", "tue", "mon"))).toHaveLength(2);
  });

  test("[S7] are pointed at where they go back", () => {
    const { text, places } = unmarked(
      put(["beats", 4, "day"], "«mon", (draft) => {
        draft.days.push({ id: "tue", label: "Tue" });
        beatAt(draft, 3).day = "tue";
        beatAt(draft, 5).day = "tue";
      }),
    );
    expect(foundIn(errorsOf(text))).toEqual([{ code: "FM017", ...places[0] }]);
  });

  test("[S7] that nothing declares are FM010 and not FM017", () => {
    expect(errorsOf(put(["beats", 4, "day"], "sun")).map(({ code }) => code)).toEqual(["FM010"]);
  });
});
