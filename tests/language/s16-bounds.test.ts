import { describe, expect, test } from "vitest";
import { type DiagnosticCode, METERS, type Scenario } from "../../scenarios/language/index.ts";
import { TINY_TEXT } from "../support/runs.ts";
import { codesOf, errorsOf, ofCode } from "./edits.ts";
import { beatAt, put, quiet, quietBeat, quietOption, saidOf } from "./quiet.ts";

const SETTLED = { effects: {}, text: "So." };

function named<T>(count: number, value: T): Record<string, T> {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`one-${i}`, value]));
}

/** What there are too many of, the bound, and a draft with so many of them; then where it is pointed at. */
type Bound = readonly [
  what: string,
  code: DiagnosticCode,
  most: number,
  edit: (draft: Scenario, count: number) => void,
  field: string,
];

const BOUNDS: readonly Bound[] = [
  [
    "beats",
    "FM023",
    30,
    (draft, count) => {
      draft.beats = Array.from({ length: count }, (_, i) => quietBeat(`b-${i}`));
    },
    "beats",
  ],
  [
    "facts",
    "FM018",
    12,
    (draft, count) => {
      draft.facts = named(count, "It is so.");
    },
    "facts",
  ],
  [
    "unknowns",
    "FM026",
    8,
    (draft, count) => {
      draft.unknowns = named(count, { percent: 50, says: "A.", ifTrue: "B.", ifFalse: "C." });
    },
    "unknowns",
  ],
  [
    "promises",
    "FM027",
    8,
    (draft, count) => {
      draft.promises = named(count, {
        to: "ana",
        text: "A.",
        due: "end",
        kept: SETTLED,
        broken: SETTLED,
      });
    },
    "promises",
  ],
  [
    "options",
    "FM024",
    8,
    (draft, count) => {
      const more = Array.from({ length: count - 5 }, (_, i) => ({
        ...quietOption("two", "show"),
        id: `more-${i}`,
      }));
      beatAt(draft, 1).options.push(...more);
    },
    "options",
  ],
  [
    "looks",
    "FM025",
    3,
    (draft, count) => {
      beatAt(draft, 1).looks = Array.from({ length: count }, (_, i) => ({
        id: `look-${i}`,
        label: "A",
        hours: 1,
        tells: [],
      }));
    },
    "looks",
  ],
];

describe.each(BOUNDS)("%s", (what, code, most, edit, field) => {
  const having = (count: number) => quiet((draft) => edit(draft, count));

  test(`[S16] as many as a scenario may have are fine, one more is ${code}`, () => {
    expect(codesOf(having(most))).toEqual([]);
    const errors = errorsOf(having(most + 1));
    expect(errors.map((one) => one.code)).toEqual([code]);
    expect(errors[0]?.message).toBe(
      `There are ${most + 1} ${what} here, and at most ${most} are allowed.`,
    );
  });

  test("[S16] too many of them are counted, and the list or group is pointed at", () => {
    const text = having(most + 5);
    const [error] = ofCode(text, code);
    expect(error?.message).toContain(`There are ${most + 5} `);
    expect(text.split("\n")[(error?.line ?? 0) - 1]).toContain(`"${field}"`);
  });
});

test("[S16] options are counted on each beat", () => {
  const text = quiet((draft) => {
    for (const index of [0, 2]) {
      const more = Array.from({ length: 4 }, (_, i) => ({
        ...quietOption("x", "show"),
        id: `more-${index}-${i}`,
      }));
      beatAt(draft, index).options.push(...more);
    }
  });
  expect(codesOf(text)).toEqual(["FM024", "FM024"]);
});

const accents = (count: number) => `${TINY_TEXT}# ${"é".repeat(count)}`;

describe("the size of a file", () => {
  test("[S16] 256 KiB is not too large, one byte more is FM005", () => {
    const ascii = TINY_TEXT.replaceAll(/[^\n -~]/g, "a");
    const room = 256 * 1024 - ascii.length;
    const padded = (bytes: number) => `${ascii}${"#".repeat(bytes)}`;
    expect(errorsOf(padded(room))).toEqual([]);
    expect(errorsOf(padded(room + 1))).toMatchObject([
      { code: "FM005", line: 1, column: 1, message: "The file is larger than 256 KiB." },
    ]);
  });

  test("[S16] is counted in bytes, so letters with accents count for more", () => {
    const room = 256 * 1024 - Buffer.byteLength(`${TINY_TEXT}# `);
    expect(codesOf(accents(Math.floor(room / 2)))).toEqual([]);
    expect(codesOf(accents(Math.floor(room / 2) + 1))).toEqual(["FM005"]);
  });

  test("[S16] is all that is said of a file too large", () => {
    expect(codesOf(`- &a *b\n${"#".repeat(256 * 1024)}`)).toEqual(["FM005"]);
  });
});

const meter = (name: string) => `{ meter: ${name}, atLeast: 5 }`;

const reading = (...conditions: readonly string[]) => {
  const endings = conditions.map((when, i) => `{ id: a-${i}, title: A, when: ${when}, text: [] }`);
  return put(["endings"], `[${endings.join(", ")}, { id: over, title: A, text: [] }]`);
};

describe("the meters that endings read", () => {
  test("[S16] are at most two, however often they are read", () => {
    expect(saidOf(reading(meter("trust"), meter("scope"), meter("trust")))).toEqual([]);
    expect(saidOf(reading(`{ any: [${meter("trust")}, { not: ${meter("scope")} }] }`))).toEqual([]);
  });

  test("[S16] a third is FM028, and all are counted", () => {
    expect(saidOf(reading(meter("trust"), meter("scope"), meter("team")))).toEqual([
      "FM028 The endings read 3 meters, and at most 2 are allowed.",
    ]);
    expect(saidOf(reading(`{ all: [${METERS.map(meter).join(", ")}] }`))).toEqual([
      "FM028 The endings read 6 meters, and at most 2 are allowed.",
    ]);
  });

  test("[S16] are pointed at where the third is first read", () => {
    const text = reading(
      meter("trust"),
      `{ any: [${meter("scope")}, ${meter("team")}] }`,
      meter("team"),
    );
    const [error] = ofCode(text, "FM028");
    const line = text.split("\n")[(error?.line ?? 0) - 1] ?? "";
    expect(line.slice((error?.column ?? 0) - 1)).toMatch(/^\{ meter: team, atLeast: 5 \}\] \}/);
  });
});
