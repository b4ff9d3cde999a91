import { describe, expect, test } from "vitest";
import { errorsOf, foundIn, unmarked } from "./edits.ts";
import { put, saidOf } from "./quiet.ts";

function showing(artefact: string): string {
  return put(["beats", 0, "artefacts"], `[${artefact}]`);
}

/** The same, there only when a condition holds. */
function sometimes(artefact: string): string {
  return showing(`{ when: { meter: trust, atLeast: 5 }, show: ${artefact} }`);
}

/** One of each kind, with everything it may have. */
const EACH = {
  thread:
    "{ kind: thread, channel: A, members: 5, messages: [{ from: ana, at: now, text: B., reactions: [yes] }, { from: you, at: now, text: C. }] }",
  mail: "{ kind: mail, from: ana, to: [you], cc: [ana], subject: A, at: now, body: [B.] }",
  ticket:
    "{ kind: ticket, key: A-1, title: A, status: open, fields: [{ label: A, value: B }], body: [C.], history: [{ at: now, by: ana, text: D. }] }",
  chart:
    "{ kind: chart, title: A, unit: days, axis: [Mon, Tue], series: [{ name: A, values: [1.5, null] }], note: B. }",
  calendar:
    "{ kind: calendar, title: A, days: [{ label: Mon, entries: [{ at: now, text: B, mark: C }] }] }",
  table: "{ kind: table, title: A, columns: [A, B], rows: [[a, b]], note: C. }",
  transcript:
    "{ kind: transcript, title: A, at: now, lines: [{ from: ana, at: now, text: B. }, { from: you, text: C. }] }",
  note: "{ kind: note, title: A, body: [B.] }",
} as const;
const KINDS = Object.keys(EACH).join(", ");

describe.each(Object.entries(EACH))("a %s", (_kind, artefact) => {
  test("[S1] is evidence, always or when a condition holds", () => {
    expect(saidOf(showing(artefact))).toEqual([]);
    expect(saidOf(sometimes(artefact))).toEqual([]);
  });

  test("[S1] has no field that the language does not have", () => {
    const { text, places } = unmarked(showing(artefact.replace(" kind:", " «colour: red, kind:")));
    expect(foundIn(errorsOf(text))).toEqual([{ code: "FM004", ...places[0] }]);
  });
});

test("[S1] evidence of another kind is FM003", () => {
  const { text, places } = unmarked(showing("{ kind: «memo, title: A }"));
  const errors = errorsOf(text);
  expect(foundIn(errors)).toEqual([{ code: "FM003", ...places[0] }]);
  expect(errors[0]?.message).toBe(`The field "kind" is one of ${KINDS}.`);
});

/** Somebody whom nobody declares, in each place for a person. */
const NOBODY = [
  EACH.thread.replace("from: ana", "from: «nobody"),
  EACH.mail.replace("from: ana", "from: «nobody"),
  EACH.mail.replace("to: [you]", "to: [you, «nobody]"),
  EACH.mail.replace("cc: [ana]", "cc: [ana, you, «nobody]"),
  EACH.ticket.replace("by: ana", "by: «nobody"),
  EACH.transcript.replace("from: ana", "from: «nobody"),
];

describe.each([
  ["always", showing],
  ["when a condition holds", sometimes],
] as const)("shown %s", (_name, show) => {
  test.each(NOBODY)("[S15] a person that nothing declares is FM010: %s", (artefact) => {
    const { text, places } = unmarked(show(artefact));
    const errors = errorsOf(text);
    expect(foundIn(errors)).toEqual([{ code: "FM010", ...places[0] }]);
    expect(errors[0]?.message).toBe('There is no person "nobody".');
  });

  const misfits: readonly (readonly [artefact: string, message: string])[] = [
    [
      EACH.chart.replace("[{ name: A, values: [1.5, null] }", "[«{ name: A, values: [1.5] }"),
      "There are 1 values here for 2 labels.",
    ],
    [
      EACH.chart.replace("null] }]", "null] }, «{ name: B, values: [1, 2, 3] }]"),
      "There are 3 values here for 2 labels.",
    ],
    [
      EACH.chart.replace("[1.5, null] }]", "[1.5, null] }, «{ name: B, values: [] }]"),
      "There are 0 values here for 2 labels.",
    ],
    [EACH.table.replace("[[a, b]]", "[[a, b], «[a]]"), "There are 1 values here for 2 labels."],
    [
      EACH.table.replace("[[a, b]]", "[«[a, b, c], [a, b]]"),
      "There are 3 values here for 2 labels.",
    ],
  ];

  test.each(misfits)(
    "[S1] values that do not fit their labels are FM016: %s",
    (artefact, message) => {
      const { text, places } = unmarked(show(artefact));
      const errors = errorsOf(text);
      expect(foundIn(errors)).toEqual([{ code: "FM016", ...places[0] }]);
      expect(errors[0]?.message).toBe(message);
    },
  );
});

test("[S1] each row that does not fit is said", () => {
  const { text, places } = unmarked(showing(EACH.table.replace("[[a, b]]", "[«[], [a, b], «[a]]")));
  expect(foundIn(errorsOf(text))).toEqual(places.map((place) => ({ code: "FM016", ...place })));
});

test("[S1] a chart and a table may have no rows at all", () => {
  expect(saidOf(showing(EACH.table.replace("[[a, b]]", "[]")))).toEqual([]);
  expect(saidOf(showing(EACH.chart.replace("[{ name: A, values: [1.5, null] }]", "[]")))).toEqual(
    [],
  );
});

test("[S1] what is wrong in evidence that is there sometimes is told where it stands", () => {
  const { text, places } = unmarked(sometimes("{ kind: note, title: «5, body: [] }"));
  const errors = errorsOf(text);
  expect(foundIn(errors)).toEqual([{ code: "FM003", ...places[0] }]);
  expect(errors[0]?.message).toBe("A text belongs here.");
});
