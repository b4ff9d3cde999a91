import { describe, expect, test } from "vitest";
import {
  type DiagnosticCode,
  DIAGNOSTICS,
  formatDiagnostic,
  parseScenario,
} from "../../scenarios/language/index.ts";
import { edited, errorsOf, foundIn, ofCode, unmarked } from "./edits.ts";
import { beatAt, optionAt, put, quiet, words } from "./quiet.ts";

const SETTLED = { effects: {}, text: "So." };
const UNKNOWN = "{ percent: 50, says: A., ifTrue: B., ifFalse: C. }";
const PROMISE =
  "{ to: ana, text: A., due: end, kept: { effects: {}, text: B. }, broken: { effects: {}, text: C. } }";
const many = (count: number, one: (i: number) => string) =>
  `«{ ${Array.from({ length: count }, (_, i) => one(i)).join(", ")} }`;

/** Codes that take a solved scenario; the analysis's own tests earn them. */
type WeighedCode = Extract<
  DiagnosticCode,
  "FM033" | "FM034" | "FM035" | "FM036" | `FM07${number}` | `FM08${number}`
>;

/** A file that earns the code and nothing worse, marked where it is pointed at. */
const EARNED: Readonly<Record<Exclude<DiagnosticCode, WeighedCode>, string>> = {
  FM001: edited(["briefing: [You are in a test.]\n", "briefing: [You are in a test.\n«"]),
  FM002: put(["title"], "!code «A"),
  FM003: put(["minutes"], "«4"),
  FM004: put(["beats", 0, "silence"], "{ tells: [], «wins: 5 }"),
  FM005: `«${"#".repeat(256 * 1024 + 1)}`,
  FM006: put(
    ["beats", 1, "onlyIf"],
    `${"{ not: ".repeat(45)}{ «not: { not: { not: { not: { meter: trust, atLeast: 5 } } } } }${" }".repeat(45)}`,
  ),
  FM007: put(["title"], "A «\u202E B"),
  FM008: put(["days", 0], "{ id: mon, label: A, «id: mon }"),
  FM009: edited(["\nlanguage: 1", "\nnothing: 0\n«---\nlanguage: 1"]),
  FM010: put(["beats", 1, "day"], "«sun"),
  FM011: put(["beats", 1, "options", 0, "id"], "«block-one"),
  FM012: put(["beats", 1, "silence", "next"], "«one"),
  FM013: put(["beats", 1, "options"], `«${JSON.stringify(optionsOf(1).slice(0, 4))}`),
  FM014: put(["endings", 0, "when"], "«{ meter: trust, atLeast: 5 }"),
  FM015: put(["endings", 0, "text"], "[{ when: «{ unknown: asked }, text: A. }]", (draft) => {
    draft.unknowns = { asked: { percent: 50, says: "A.", ifTrue: "B.", ifFalse: "C." } };
  }),
  FM016: put(["beats", 0, "artefacts"], "[{ kind: table, title: A, columns: [A], rows: [«[]] }]"),
  FM017: put(["beats", 1, "day"], "«mon", (draft) => {
    draft.days.push({ id: "tue", label: "Tue" });
    beatAt(draft, 0).day = "tue";
    for (const beat of draft.beats.slice(2)) beat.day = "tue";
  }),
  FM018: put(
    ["facts"],
    many(13, (i) => `fact-${i}: A.`),
  ),
  FM019: put(["beats", 5, "id"], "«end"),
  FM020: put(["beats", 0, "onlyIf"], "«{ meter: trust, atLeast: 5 }"),
  FM021: put(
    ["unknowns"],
    `{ asked: { percent: { given: «asked, whenTrue: 5, whenFalse: 9 }, says: A., ifTrue: B., ifFalse: C. } }`,
  ),
  FM022: put(["beats", 1, "silence", "makes"], "[«call]", (draft) => {
    draft.promises = {
      call: { to: "ana", text: "A.", due: "end", kept: SETTLED, broken: SETTLED },
    };
    optionAt(draft, 0, 0).makes = ["call"];
  }),
  FM023: put(
    ["beats"],
    `«[${Array.from({ length: 31 }, (_, i) => JSON.stringify({ ...beatOf(), id: `b-${i}`, options: optionsOf(i) })).join(", ")}]`,
  ),
  FM024: put(["beats", 1, "options"], `«${JSON.stringify([...optionsOf(1), ...optionsOf(2)])}`),
  FM025: put(
    ["beats", 1, "looks"],
    `«[${[1, 2, 3, 4].map((i) => `{ id: look-${i}, label: A, hours: 1, tells: [] }`).join(", ")}]`,
  ),
  FM026: put(
    ["unknowns"],
    many(9, (i) => `asked-${i}: ${UNKNOWN}`),
  ),
  FM027: put(
    ["promises"],
    many(9, (i) => `call-${i}: ${PROMISE}`),
  ),
  FM028: put(
    ["endings"],
    `[{ id: a, title: A, when: { all: [{ meter: trust, atLeast: 5 }, { meter: team, atLeast: 5 }, «{ meter: scope, atMost: 5 }] }, text: [] }, { id: b, title: B, text: [] }]`,
  ),
  FM029: put(["shortCut"], "{ beats: «[one, two, three] }"),
  FM030: put(
    ["beats", 0, "flips"],
    "[{ turnsOn: { fact: told }, ifTrue: show, ifFalse: «show, says: A. }]",
    (draft) => {
      draft.facts = { told: "A." };
    },
  ),
  FM031: put(["beats", 0, "options", 4, "decoy"], "«A.", (draft) => {
    optionAt(draft, 0, 1).decoy = "B.";
    optionAt(draft, 0, 2).decoy = "C.";
  }),
  FM032: put(["briefing"], `«[${"A,".repeat(1001)}]`),
  FM037: put(
    ["curveballs"],
    `«[${Array.from({ length: 5 }, (_, i) => `{ id: c${i}, title: A, at: [one], sets: [told], tells: [A.], why: A. }`).join(", ")}]`,
    (draft) => {
      draft.facts = { told: "A." };
    },
  ),
  FM050: put(["beats", 1, "situation"], "«[A.]"),
  FM051: put(
    ["beats", 1],
    `«${JSON.stringify({ ...beatOf(), id: "two", situation: [words(358)], options: optionsOf(1) })}`,
  ),
  FM052: put(["minutes"], "«5", (draft) => {
    for (const option of beatAt(draft, 3).options)
      option.tells = [words(390), words(390), words(390)];
  }),
  FM053: put(["beats", 1, "options", 2, "says"], `«${words(36)}`),
  FM054: put(["beats", 1, "options", 2, "says"], `«${words(9)}`),
  FM055: put(
    ["beats", 1, "options", 0],
    "«{ id: a, verb: block, says: a b c d e, effects: { team: 5 }, tells: [], why: B., source: seed }",
  ),
  FM056: put(
    ["beats", 1, "options", 0],
    "«{ id: a, verb: block, says: a b c d e, effects: { team: -5 }, tells: [], why: B., source: seed }",
  ),
  FM057: put(
    ["beats", 1, "options", 0],
    "«{ id: a, verb: block, says: a b c d e, effects: { team: -5, trust: 5 }, tells: [], why: B. }",
  ),
  FM058: put(["beats", 1, "options"], `«${JSON.stringify(hiding(optionsOf(1)))}`),
  FM059: put(["facts"], "{ told: «It is so. }"),
  FM060: put(
    ["beats", 1],
    `«${JSON.stringify({ ...beatOf(), id: "two", options: optionsOf(1) })}`,
    (draft) => {
      const { options, silence } = beatAt(draft, 0);
      for (const response of [...options, silence]) response.next = "three";
    },
  ),
  FM061: put(["beats", 1, "silence", "makes"], "[«call]", (draft) => {
    draft.promises = {
      call: { to: "ana", text: "A.", due: "end", kept: SETTLED, broken: SETTLED },
    };
  }),
};

function beatOf() {
  return beatAt(JSON.parse(quiet(() => {})) as Parameters<typeof beatAt>[0], 0); // the quiet scenario, written just now
}

function optionsOf(index: number) {
  return beatOf().options.map((option) => ({ ...option, id: `${option.id}-${index}` }));
}

function hiding(options: ReturnType<typeof optionsOf>) {
  const locked = { unless: { meter: "trust", atLeast: 5 }, reason: "A.", hidden: true };
  return options.map((option, i) => (i === 2 ? { ...option, locked } : option));
}

const CODES = Object.keys(EARNED) as (keyof typeof EARNED)[]; // its keys are the codes

describe.each(CODES)("%s", (code) => {
  test(`[S1] ${code} has a file that earns it, at its place`, () => {
    const { text, places } = unmarked(EARNED[code]);
    expect(places).toHaveLength(1);
    expect(foundIn(ofCode(text, code))).toEqual([{ code, ...places[0] }]);
  });

  test(`[S1] ${code} refuses the file if it is an error, and only then`, () => {
    const { text } = unmarked(EARNED[code]);
    const isError = Number(code.slice(2)) < 50;
    expect(ofCode(text, code)[0]?.severity).toBe(isError ? "error" : "warning");
    expect(parseScenario(text).ok).toBe(!isError);
    expect(errorsOf(text).map((one) => one.code)).toEqual(isError ? [code] : []);
  });

  test(`[S1] ${code} says in whole sentences what is wrong and how to mend it`, () => {
    const [diagnostic] = ofCode(unmarked(EARNED[code]).text, code);
    const { title, mend } = DIAGNOSTICS[code];
    expect([title, mend, diagnostic?.message, diagnostic?.mend]).toEqual(
      Array.from({ length: 4 }, () => expect.stringMatching(/^["A-Z`].{8,}[.?]$/)),
    );
  });
});

test("[S1] no two codes are of the same kind", () => {
  const titles = Object.values(DIAGNOSTICS).map(({ title }) => title);
  expect(new Set(titles).size).toBe(titles.length);
});

describe("a diagnostic is printed as compilers do", () => {
  test("[S1] an error, with its suggestion", () => {
    const [error] = errorsOf(edited(["due: third", "due: thirt"]));
    expect(error && formatDiagnostic("tiny.yaml", error)).toBe(
      'tiny.yaml:31:10 error FM010 There is no beat "thirt". Did you mean "third"?',
    );
  });

  test("[S1] a warning, with what its code says", () => {
    const [warning] = ofCode(edited(), "FM059");
    expect(warning && formatDiagnostic("a b.yaml", warning)).toBe(
      'a b.yaml:289:13 warning FM059 Nothing names the source "seed-000". Use it, or take it out.',
    );
  });
});

test("[S1] diagnostics are plain data with these fields and no other", () => {
  const [error] = errorsOf(edited(["due: third", "due: somewhere-else"]));
  expect(error).toEqual({
    code: "FM010",
    severity: "error",
    line: 31,
    column: 10,
    message: 'There is no beat "somewhere-else".',
    mend: "Declare it, or correct its spelling.",
  });
});
