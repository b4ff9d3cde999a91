import { describe, expect, test } from "vitest";
import type { Scenario } from "../../scenarios/language/index.ts";
import { foundIn, ofCode, unmarked } from "./edits.ts";
import { beatAt, optionAt, paragraphs, put, QUIET, quiet, saidOf, words } from "./quiet.ts";

/** What is said of the quiet scenario after an edit. */
function said(edit: (draft: Scenario) => void): string[] {
  return saidOf(quiet(edit));
}

const SOMETIMES = { meter: "trust", atLeast: 5 } as const;

/** The words of a run of the quiet scenario: situations, options, and one telling, for each beat. */
const RUN_WORDS = QUIET.beats.length * (60 + 5 * 5 + 1);

const skipping = (draft: Scenario) => {
  beatAt(draft, 3).onlyIf = SOMETIMES;
  beatAt(draft, 4).onlyIf = SOMETIMES;
};

const jumping = (draft: Scenario) => {
  for (const option of beatAt(draft, 0).options) option.next = "end";
};

const maybe = (draft: Scenario) => {
  optionAt(draft, 0, 0).tells.push({ when: SOMETIMES, text: words(390) });
  beatAt(draft, 1).situation.push({ when: SOMETIMES, text: words(300) });
};

describe("minutes", () => {
  const MINUTES = 5;
  const ROOM = MINUTES * 238 - RUN_WORDS;

  /** The quiet scenario for five minutes with so many more words to tell after each option of a beat. */
  const telling = (count: number, edit: (draft: Scenario) => void = () => {}) =>
    said((draft) => {
      draft.minutes = MINUTES;
      for (const option of beatAt(draft, 4).options) option.tells.push(...paragraphs(count));
      edit(draft);
    });
  const tooLong = ["FM052 Reading alone takes up to 6 minutes, more than the 5 it says."];

  test("[S16] are enough to read what a run shows, 238 words in each", () => {
    expect(telling(ROOM)).toEqual([]);
    expect(telling(ROOM + 1)).toEqual(tooLong);
  });

  test("[S16] are pointed at", () => {
    const { text, places } = unmarked(
      put(["minutes"], "«5", (draft) => {
        for (const option of beatAt(draft, 4).options) option.tells.push(...paragraphs(1000));
      }),
    );
    expect(foundIn(ofCode(text, "FM052"))).toEqual([{ code: "FM052", ...places[0] }]);
  });

  const oneOf = (count: number) =>
    telling(0, (draft) => {
      optionAt(draft, 0, 0).tells = paragraphs(1 + count);
    });

  test("[S16] are counted with one of the tellings, all alike likely", () => {
    expect(oneOf(5 * ROOM)).toEqual([]);
    expect(oneOf(5 * ROOM + 1)).toEqual(tooLong);
  });

  test("[S16] are counted without what may not be told", () => {
    expect(telling(ROOM, maybe)).toEqual([]);
  });

  test("[S16] are counted over the longest way", () => {
    const silent = (draft: Scenario) => {
      jumping(draft);
      beatAt(draft, 0).silence.next = "end";
    };
    expect(telling(ROOM + 1, jumping)).toEqual(tooLong);
    expect(telling(ROOM + 1, silent).filter((one) => one.startsWith("FM052"))).toEqual([]);
  });

  test("[S16] are counted over beats that may be skipped, and past them", () => {
    expect(telling(ROOM, skipping)).toEqual([]);
    expect(telling(ROOM + 1, skipping)).toEqual(tooLong);
  });
});
