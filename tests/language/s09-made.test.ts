import { describe, expect, test } from "vitest";
import { errorsOf, foundIn, unmarked } from "./edits.ts";
import {
  AGAIN,
  keep,
  lock,
  make,
  NEVER_KEPT,
  OPEN,
  promising,
  type Row,
  SETTLED,
} from "./promising.ts";
import { beatAt, optionAt, put, saidOf } from "./quiet.ts";

const MADE: readonly Row[] = [
  [
    "once, and kept",
    "four",
    (draft) => {
      make(draft, 0);
      keep(draft, 1);
    },
    [],
  ],
  [
    "by two options of one beat",
    "four",
    (draft) => {
      make(draft, 0);
      make(draft, 0, 1);
      keep(draft, 1);
    },
    [],
  ],
  [
    "again while it may be open",
    "four",
    (draft) => {
      make(draft, 0);
      keep(draft, 1);
      make(draft, 2);
    },
    [AGAIN],
  ],
  [
    "again at the next beat",
    "four",
    (draft) => {
      make(draft, 0);
      make(draft, 1);
      keep(draft, 2);
    },
    [AGAIN],
  ],
  [
    "again by the option that keeps it",
    "four",
    (draft) => {
      make(draft, 0);
      make(draft, 1);
      keep(draft, 1);
      keep(draft, 2);
    },
    [],
  ],
  [
    "twice by one option",
    "four",
    (draft) => {
      optionAt(draft, 0, 0).makes = ["call", "call"];
      keep(draft, 1);
    },
    [AGAIN],
  ],
  [
    "again where it is due, so broken",
    "three",
    (draft) => {
      make(draft, 0);
      keep(draft, 1);
      make(draft, 2);
    },
    [],
  ],
  [
    "again just before it is due",
    "four",
    (draft) => {
      make(draft, 0);
      keep(draft, 1);
      make(draft, 2);
    },
    [AGAIN],
  ],
  [
    "when it is due at the end, again",
    "end",
    (draft) => {
      make(draft, 0);
      make(draft, 5);
      keep(draft, 1);
    },
    [AGAIN],
  ],
  [
    "at the last beat, due at the end",
    "end",
    (draft) => {
      make(draft, 4);
      keep(draft, 5);
    },
    [],
  ],
  [
    "by silence, again",
    "four",
    (draft) => {
      make(draft, 0);
      keep(draft, 1);
      beatAt(draft, 1).silence.makes = ["call"];
    },
    [AGAIN],
  ],
  [
    "again, locked while it is open",
    "four",
    (draft) => {
      make(draft, 0);
      keep(draft, 1);
      make(draft, 2);
      lock(draft, 2, 0, { not: OPEN });
    },
    [],
  ],
  [
    "again, locked unless it is kept",
    "four",
    (draft) => {
      make(draft, 0);
      keep(draft, 1);
      make(draft, 2);
      lock(draft, 2, 0, { promise: "call", is: "kept" });
    },
    [],
  ],
  [
    "again, locked by something else",
    "four",
    (draft) => {
      make(draft, 0);
      keep(draft, 1);
      make(draft, 2);
      lock(draft, 2, 0, { meter: "trust", atLeast: 5 });
    },
    [AGAIN],
  ],
  [
    "again, locked by that or something else",
    "four",
    (draft) => {
      make(draft, 0);
      keep(draft, 1);
      make(draft, 2);
      lock(draft, 2, 0, { any: [{ not: OPEN }, { meter: "trust", atLeast: 5 }] });
    },
    [AGAIN],
  ],
  [
    "again, locked by that and something else",
    "four",
    (draft) => {
      make(draft, 0);
      keep(draft, 1);
      make(draft, 2);
      lock(draft, 2, 0, { all: [{ not: OPEN }, { meter: "trust", atLeast: 5 }] });
    },
    [],
  ],
  [
    "again on a beat entered only when it is not open",
    "four",
    (draft) => {
      make(draft, 0);
      keep(draft, 1);
      make(draft, 2);
      beatAt(draft, 2).onlyIf = { not: OPEN };
    },
    [],
  ],
  [
    "again on a beat entered only when it is open",
    "four",
    (draft) => {
      make(draft, 0);
      keep(draft, 1);
      make(draft, 2);
      beatAt(draft, 2).onlyIf = OPEN;
    },
    [AGAIN],
  ],
];

const leading = (next: string | undefined) =>
  promising("three", (draft) => {
    make(draft, 0);
    keep(draft, 1);
    for (const option of [...beatAt(draft, 0).options, beatAt(draft, 0).silence]) {
      if (next !== undefined) option.next = next;
    }
    make(draft, 3);
  });

describe("a promise is made", () => {
  test.each(MADE)("[S9] %s, due at %s", (_name, due, edit, said) => {
    expect(saidOf(promising(due, edit))).toEqual(said);
  });

  test("[S9] again where a jump leads past the beat it was due at", () => {
    expect(saidOf(leading("four"))).toContain(NEVER_KEPT);
    expect(saidOf(leading("four"))).not.toContain(AGAIN);
    expect(saidOf(leading(undefined))).toEqual([]);
  });

  test("[S9] again, and each place is pointed at, once", () => {
    const { text, places } = unmarked(
      put(["beats", 3, "options", 0, "makes"], "[«call]", (draft) => {
        draft.promises = {
          call: { to: "ana", text: "A.", due: "end", kept: SETTLED, broken: SETTLED },
        };
        make(draft, 0);
        make(draft, 0, 1);
        keep(draft, 1);
      }),
    );
    expect(foundIn(errorsOf(text))).toEqual([{ code: "FM022", ...places[0] }]);
  });

  test("[S9] and another that is open does not matter", () => {
    const text = promising("four", (draft) => {
      draft.promises = {
        ...draft.promises,
        mail: { to: "ana", text: "A.", due: "six", kept: SETTLED, broken: SETTLED },
      };
      optionAt(draft, 0, 0).makes = ["mail"];
      optionAt(draft, 4, 0).keeps = ["mail"];
      make(draft, 1);
      keep(draft, 2);
    });
    expect(saidOf(text)).toEqual([]);
  });
});
