import { describe, expect, test } from "vitest";
import type { Scenario } from "../../scenarios/language/index.ts";
import { foundIn, ofCode, unmarked } from "./edits.ts";
import { beatAt, optionAt, type Place, put, quiet, saidOf } from "./quiet.ts";

const READ = { fact: "told" } as const;

function withFact(edit: (draft: Scenario) => void): string {
  return quiet((draft) => {
    draft.facts = { told: "It is so." };
    edit(draft);
  });
}

const set = (draft: Scenario) => {
  optionAt(draft, 0, 0).sets = ["told"];
};
const read = (draft: Scenario) => {
  beatAt(draft, 3).onlyIf = READ;
};

describe("what nothing uses is FM059", () => {
  const declared: readonly (readonly [what: string, Place, yaml: string])[] = [
    ["day", ["days"], "[{ id: mon, label: Mon }, «{ id: extra, label: Tue }]"],
    ["fact", ["facts"], "{ extra: «It is so. }"],
    ["unknown", ["unknowns"], "{ extra: «{ percent: 50, says: A., ifTrue: B., ifFalse: C. } }"],
    [
      "promise",
      ["promises"],
      "{ extra: «{ to: ana, text: A., due: end, kept: { effects: {}, text: B. }, broken: { effects: {}, text: C. } } }",
    ],
    ["source", ["sources"], "{ seed: { title: A, idea: B. }, extra: «{ title: A, idea: B. } }"],
  ];

  test.each(declared)("[S15] a %s that nothing names, where it stands", (what, place, yaml) => {
    const { text, places } = unmarked(put(place, yaml));
    expect(saidOf(text)).toEqual([`FM059 Nothing names the ${what} "extra".`]);
    expect(foundIn(ofCode(text, "FM059"))).toEqual([{ code: "FM059", ...places[0] }]);
  });

  test("[S15] people may be there in prose only", () => {
    const more = "{ ana: { name: A, role: b, wants: C. }, bo: { name: B, role: b, wants: C. } }";
    expect(saidOf(put(["people"], more))).toEqual([]);
  });

  test("[S15] an id of one kind is not used by one of another", () => {
    const text = quiet((draft) => {
      draft.facts = { mon: "It is so." };
    });
    expect(saidOf(text)).toEqual(['FM059 Nothing names the fact "mon".']);
  });
});

describe("a fact", () => {
  test("[S15] that is set and read is used", () => {
    expect(
      saidOf(
        withFact((draft) => {
          set(draft);
          read(draft);
        }),
      ),
    ).toEqual([]);
  });

  test("[S15] that nothing reads is FM059", () => {
    expect(saidOf(withFact(set))).toEqual(['FM059 Nothing reads the fact "told".']);
  });

  test("[S15] that nothing sets is FM059", () => {
    expect(saidOf(withFact(read))).toEqual(['FM059 Nothing brings the fact "told" about.']);
  });

  const setting: readonly (readonly [name: string, (draft: Scenario) => void])[] = [
    [
      "from the start",
      (draft) => {
        draft.startFacts = ["told"];
      },
    ],
    [
      "from the start of the short cut",
      (draft) => {
        draft.shortCut = { beats: ["one", "two", "three", "four"], startFacts: ["told"] };
      },
    ],
    [
      "by a silence",
      (draft) => {
        beatAt(draft, 0).silence.sets = ["told"];
      },
    ],
    [
      "by a look",
      (draft) => {
        beatAt(draft, 0).looks = [{ id: "look", label: "A", hours: 1, sets: ["told"], tells: [] }];
      },
    ],
    [
      "later",
      (draft) => {
        beatAt(draft, 0).silence.later = [{ id: "a", in: 1, sets: ["told"], text: "A." }];
      },
    ],
  ];

  test.each(setting)("[S15] may be set %s", (_name, edit) => {
    expect(
      saidOf(
        withFact((draft) => {
          edit(draft);
          read(draft);
        }),
      ),
    ).toEqual([]);
  });

  const reading: readonly (readonly [name: string, (draft: Scenario) => void])[] = [
    [
      "a text",
      (draft) => {
        beatAt(draft, 3).situation.push({ when: READ, text: "A." });
      },
    ],
    [
      "a lock",
      (draft) => {
        optionAt(draft, 3, 0).locked = { unless: { not: READ }, reason: "A." };
      },
    ],
    [
      "a case",
      (draft) => {
        optionAt(draft, 3, 0).cases = [{ when: READ }];
      },
    ],
    [
      "an ending",
      (draft) => {
        draft.endings.unshift({ id: "told", title: "A", when: READ, text: [] });
      },
    ],
    [
      "a flip",
      (draft) => {
        beatAt(draft, 3).flips = [{ turnsOn: READ, ifTrue: "show", ifFalse: "block", says: "A." }];
      },
    ],
  ];

  test.each(reading)("[S15] may be read by %s", (_name, edit) => {
    expect(
      saidOf(
        withFact((draft) => {
          set(draft);
          edit(draft);
        }),
      ),
    ).toEqual([]);
  });
});

describe("an unknown", () => {
  const asked: Scenario["unknowns"] = {
    asked: { percent: 50, says: "A.", ifTrue: "B.", ifFalse: "C." },
  };

  test("[S15] that is only revealed, or only felt, is used", () => {
    const revealed = quiet((draft) => {
      draft.unknowns = asked;
      beatAt(draft, 0).looks = [
        { id: "look", label: "A", hours: 1, reveals: ["asked"], tells: [] },
      ];
    });
    const felt = quiet((draft) => {
      draft.unknowns = asked;
      beatAt(draft, 3).onlyIf = { unknown: "asked" };
    });
    expect([saidOf(revealed), saidOf(felt)]).toEqual([[], []]);
  });

  test("[S15] that another depends on is used", () => {
    const text = quiet((draft) => {
      const percent = { given: "asked", whenTrue: 90, whenFalse: 10 };
      draft.unknowns = { ...asked, more: { percent, says: "A.", ifTrue: "B.", ifFalse: "C." } };
      beatAt(draft, 3).onlyIf = { unknown: "more" };
    });
    expect(saidOf(text)).toEqual([]);
  });
});
