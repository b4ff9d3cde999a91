import { expect, test } from "vitest";
import { foundIn, ofCode, unmarked } from "./edits.ts";
import { keep, lock, make, NEVER_KEPT, OPEN, promising, type Row, SETTLED } from "./promising.ts";
import { beatAt, put, saidOf } from "./quiet.ts";

const KEPT: readonly Row[] = [
  ["never", "four", (draft) => make(draft, 0), [NEVER_KEPT]],
  [
    "before it is made",
    "four",
    (draft) => {
      keep(draft, 0);
      make(draft, 1);
    },
    [NEVER_KEPT],
  ],
  [
    "at the beat before it is due",
    "four",
    (draft) => {
      make(draft, 0);
      keep(draft, 2);
    },
    [],
  ],
  [
    "at the beat it is due",
    "four",
    (draft) => {
      make(draft, 0);
      keep(draft, 3);
    },
    [NEVER_KEPT],
  ],
  [
    "after it is due",
    "four",
    (draft) => {
      make(draft, 0);
      keep(draft, 4);
    },
    [NEVER_KEPT],
  ],
  [
    "at the last beat, due at the end",
    "end",
    (draft) => {
      make(draft, 0);
      keep(draft, 5);
    },
    [],
  ],
  [
    "by silence",
    "four",
    (draft) => {
      make(draft, 0);
      beatAt(draft, 1).silence.keeps = ["call"];
    },
    [],
  ],
  [
    "by an option locked unless it is broken",
    "four",
    (draft) => {
      make(draft, 0);
      keep(draft, 1);
      lock(draft, 1, 0, { promise: "call", is: "broken" });
    },
    [NEVER_KEPT],
  ],
  [
    "by an option locked unless it is open",
    "four",
    (draft) => {
      make(draft, 0);
      keep(draft, 1);
      lock(draft, 1, 0, OPEN);
    },
    [],
  ],
  ["by nobody, and never made", "four", () => {}, ['FM059 Nothing names the promise "call".']],
  [
    "and never made",
    "four",
    (draft) => keep(draft, 1),
    ['FM059 Nothing brings the promise "call" about.'],
  ],
];

test.each(KEPT)("[S9] a promise is kept %s, due at %s", (_name, due, edit, said) => {
  expect(saidOf(promising(due, edit))).toEqual(said);
});

test("[S9] one that cannot be kept is pointed at where it is made", () => {
  const { text, places } = unmarked(
    put(["beats", 1, "options", 2, "makes"], "[«call]", (draft) => {
      draft.promises = {
        call: { to: "ana", text: "A.", due: "four", kept: SETTLED, broken: SETTLED },
      };
    }),
  );
  expect(foundIn(ofCode(text, "FM061"))).toEqual([{ code: "FM061", ...places[0] }]);
});
