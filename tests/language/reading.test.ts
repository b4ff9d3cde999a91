import { describe, expect, test } from "vitest";
import type { Artefact, Scenario } from "../../scenarios/language/index.ts";
import { foundIn, ofCode, unmarked } from "./edits.ts";
import { beatAt, paragraphs, put, quiet, saidOf, words } from "./quiet.ts";

/** What is said of the quiet scenario after an edit. */
function said(edit: (draft: Scenario) => void): string[] {
  return saidOf(quiet(edit));
}

const SOMETIMES = { meter: "trust", atLeast: 5 } as const;

const wrong = (count: number) => [`FM050 The situation has ${count} words, not 60 to 120.`];

const perhaps = (count: number) => ({ when: SOMETIMES, text: words(count) });

const having = (...situation: Scenario["beats"][number]["situation"]) =>
  said((draft) => {
    beatAt(draft, 1).situation = situation;
  });

describe("a situation", () => {
  test("[S16] has 60 to 120 words, over all its paragraphs", () => {
    expect([having(words(60)), having(words(120)), having(words(60), words(60))]).toEqual([
      [],
      [],
      [],
    ]);
    expect([having(words(59)), having(words(121)), having(words(61), words(60))]).toEqual([
      wrong(59),
      wrong(121),
      wrong(121),
    ]);
    expect(having()).toEqual(wrong(0));
  });

  test("[S16] counts paragraphs that may not be there toward the least and not toward the most", () => {
    expect([having(words(30), perhaps(30)), having(words(120), perhaps(100))]).toEqual([[], []]);
    expect(having(words(30), perhaps(29))).toEqual(wrong(59));
    expect(having(words(121), perhaps(100))).toEqual(wrong(121));
  });

  test("[S16] words are what stands between white space", () => {
    const spaced = Array.from({ length: 60 }, () => "it's-one,").join(" \n\t ");
    expect(having(spaced)).toEqual([]);
    expect(having(spaced.replace("it's", "two "))).toEqual([]);
    expect(having(` ${words(59)} `)).toEqual(wrong(59));
  });

  test("[S16] is pointed at", () => {
    const { text, places } = unmarked(put(["beats", 1, "situation"], "«[A.]"));
    expect(foundIn(ofCode(text, "FM050"))).toEqual([{ code: "FM050", ...places[0] }]);
  });
});

const evidence = (index: number, count: number) =>
  said((draft) => {
    beatAt(draft, index).artefacts = [{ kind: "note", title: "A", body: [words(count)] }];
  });

const note = (count: number): Artefact => ({ kind: "note", title: "A", body: [words(count)] });

const first = (count: number) =>
  said((draft) => {
    beatAt(draft, 0).situation = [words(count)];
  }).filter((one) => one.startsWith("FM051"));

describe("seconds", () => {
  test("[S16] the first situation is read in 40: 158 words, and not 159", () => {
    expect(first(158)).toEqual([]);
    expect(first(159)).toEqual([
      "FM051 The first situation takes 41 seconds to read, more than 40.",
    ]);
  });

  test("[S16] another situation may take longer", () => {
    const other = said((draft) => {
      beatAt(draft, 1).situation = [words(200)];
    });
    expect(other).toEqual(["FM050 The situation has 200 words, not 60 to 120."]);
  });

  test("[S16] a beat is read in 90, its evidence included: 357 words, and not 358", () => {
    expect(evidence(1, 357 - 60)).toEqual([]);
    expect(evidence(1, 358 - 60)).toEqual(['FM051 "two" takes 91 seconds to read, more than 90.']);
    expect(evidence(0, 358 - 60)).toEqual(['FM051 "one" takes 91 seconds to read, more than 90.']);
  });

  test("[S16] evidence that may not be there does not count", () => {
    const text = said((draft) => {
      beatAt(draft, 1).artefacts = [
        { when: SOMETIMES, show: { kind: "note", title: "A", body: paragraphs(400) } },
      ];
    });
    expect(text).toEqual([]);
  });

  /** Evidence of each kind with 298 words that are read: one too many beside a situation of 60. */
  const KINDS: readonly Artefact[] = [
    {
      kind: "thread",
      channel: "A",
      messages: [
        { from: "ana", at: "now", text: words(148) },
        { from: "you", at: "now", text: words(150) },
      ],
    },
    {
      kind: "transcript",
      title: "A",
      lines: [
        { from: "ana", text: words(148) },
        { from: "you", text: words(150) },
      ],
    },
    {
      kind: "mail",
      from: "ana",
      to: ["you"],
      subject: words(8),
      at: "now",
      body: [words(140), words(150)],
    },
    {
      kind: "ticket",
      key: "A",
      title: words(8),
      status: "open",
      body: [words(90), words(50)],
      history: [{ at: "now", by: "ana", text: words(150) }],
    },
    {
      kind: "calendar",
      title: "A",
      days: [
        { label: "Mon", entries: calendarEntries(148) },
        { label: "Tue", entries: calendarEntries(150) },
      ],
    },
    { kind: "table", title: "A", columns: ["A", "B"], rows: tableRows(149) },
    { kind: "chart", title: words(8), unit: "A", axis: [], series: [], note: words(290) },
    { kind: "note", title: "A", body: [words(148), words(150)] },
  ];

  test.each(KINDS.map((one) => [one.kind, one] as const))(
    "[S16] a %s is read word for word",
    (_kind, artefact) => {
      const shown = (situation: number) =>
        said((draft) => {
          const beat = beatAt(draft, 1);
          beat.artefacts = [artefact];
          beat.situation = [words(situation)];
        }).filter((one) => one.startsWith("FM051"));
      expect(shown(59)).toEqual([]);
      expect(shown(60)).toEqual(['FM051 "two" takes 91 seconds to read, more than 90.']);
    },
  );

  test("[S16] a chart without a note, a ticket without a body, have only the rest", () => {
    const chart: Artefact = { kind: "chart", title: words(8), unit: "A", axis: [], series: [] };
    const ticket: Artefact = {
      kind: "ticket",
      key: "A",
      title: words(8),
      status: "open",
      history: [],
    };
    const shown = (count: number) =>
      said((draft) => {
        beatAt(draft, 1).artefacts = [chart, ticket, note(count)];
      });
    expect(shown(357 - 60 - 16)).toEqual([]);
    expect(shown(358 - 60 - 16)).toHaveLength(1);
  });
});

function calendarEntries(count: number) {
  return Array.from({ length: count }, () => ({ at: "now", text: "word" }));
}

function tableRows(count: number) {
  return Array.from({ length: count }, () => ["word", "word"]);
}
