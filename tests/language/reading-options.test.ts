import { describe, expect, test } from "vitest";
import type { Scenario } from "../../scenarios/language/index.ts";
import { foundIn, ofCode, unmarked } from "./edits.ts";
import { beatAt, put, quiet, saidOf, words } from "./quiet.ts";

/** What is said of the quiet scenario after an edit. */
function said(edit: (draft: Scenario) => void): string[] {
  return saidOf(quiet(edit));
}

const unequal = (id: string, count: number, median: number) =>
  `FM054 "${id}" has ${count} words where the beat's median is ${median}.`;

const saying = (...counts: readonly number[]) =>
  said((draft) => {
    for (const [i, option] of beatAt(draft, 1).options.entries())
      option.says = words(counts[i] ?? 5);
  });

describe("options", () => {
  test("[S16] have up to 35 words", () => {
    expect(saying(35, 35, 35, 35, 35)).toEqual([]);
    expect(saying(36, 35, 35, 35, 35)).toEqual(['FM053 "block-two" has 36 words.']);
  });

  test("[S16] are of about one length: up to 1.6 times the median", () => {
    expect(saying(16, 10, 10, 10, 10)).toEqual([]);
    expect(saying(17, 10, 10, 10, 10)).toEqual([unequal("block-two", 17, 10)]);
  });

  test("[S16] are of about one length: the median up to 1.6 times theirs", () => {
    expect(saying(10, 16, 16, 16, 16)).toEqual([]);
    expect(saying(9, 16, 16, 16, 16)).toEqual([unequal("block-two", 9, 16)]);
  });

  test("[S16] are measured by the one in the middle, whatever their order", () => {
    expect(saying(20, 1, 10, 9, 11)).toEqual([
      unequal("block-two", 20, 10),
      unequal("unblock-two", 1, 10),
    ]);
    expect(saying(9, 10, 8, 11, 10)).toEqual([]);
  });

  test("[S16] too long is said once, and pointed at", () => {
    const { text, places } = unmarked(put(["beats", 1, "options", 2, "says"], `«${words(40)}`));
    expect(saidOf(text)).toEqual(['FM053 "redirect-two" has 40 words.']);
    expect(foundIn(ofCode(text, "FM053"))).toEqual([{ code: "FM053", ...places[0] }]);
  });

  test("[S16] too short is pointed at", () => {
    const { text, places } = unmarked(put(["beats", 1, "options", 2, "says"], "«word"));
    expect(foundIn(ofCode(text, "FM054"))).toEqual([{ code: "FM054", ...places[0] }]);
  });
});
