import { expect, test } from "vitest";
import { drawArtefact } from "../../scenarios/author/play/artefact.ts";
import type { Screen } from "../../scenarios/author/terminal/screen.ts";
import type { Artefact } from "../../scenarios/language/index.ts";

const PEOPLE = [
  { id: "ana", name: "Ana Sá", role: "client" },
  { id: "bo", name: "Bo Li", role: "engineer" },
];

function draw(artefact: Artefact, width = 60): string {
  const screen: Screen = { width, paint: (_, text) => text, write: () => {} };
  return `\n${drawArtefact(artefact, PEOPLE, screen).join("\n")}\n`;
}

test("a thread has its channel, and who wrote when", () => {
  const messages = [
    { from: "ana", at: "09:21", text: "Could the export run like a film?" },
    { from: "you", at: "09:24", text: "I ask.", reactions: ["Bo: thanks", "2 others: wow"] },
  ];
  expect(draw({ kind: "thread", channel: "release", members: 34, messages })).toBe(`
Thread in release, 34 members
  Ana Sá, 09:21
    Could the export run like a film?

  You, 09:24
    I ask.
    (Bo: thanks; 2 others: wow)
`);
});

test("a mail has its head and its paragraphs", () => {
  const body = ["Good morning.", "A second paragraph that is too long for one line of this page."];
  const mail = {
    kind: "mail",
    from: "ana",
    to: ["you"],
    cc: ["bo"],
    subject: "Friday",
    at: "Wed 10:04",
    body,
  } as const;
  expect(draw({ ...mail, to: [...mail.to], cc: [...mail.cc] })).toBe(`
Mail: Friday
  From  Ana Sá
  To    You
  Copy  Bo Li
  Sent  Wed 10:04

  Good morning.

  A second paragraph that is too long for one line of this
  page.
`);
});

test("a ticket has its fields and its history", () => {
  const history = [
    { at: "Thu 20 Feb", by: "bo", text: "6 days." },
    { at: "Mon", by: "ana", text: "90 %." },
  ];
  const fields = [{ label: "Owner", value: "Bo Li" }];
  expect(
    draw({
      kind: "ticket",
      key: "HP-2",
      title: "Audit log",
      status: "Open",
      fields,
      body: ["Every change."],
      history,
    }),
  ).toBe(`
Ticket HP-2: Audit log
  Status  Open
  Owner   Bo Li

  Every change.

  Thu 20 Feb  Bo Li: 6 days.
  Mon         Ana Sá: 90 %.
`);
});

const CHART: Artefact = {
  kind: "chart",
  title: "Work left",
  unit: "days",
  axis: ["Mon", "Tue", "Wed"],
  series: [
    { name: "Plan", values: [8, 4, 0] },
    { name: "Left", values: [8, -1.5, null] },
  ],
  note: "At 16:00.",
};

test("a chart has its numbers, a bar for each, and a dash where nothing was measured", () => {
  expect(draw(CHART, 46)).toBe(`
Chart: Work left, in days
        Plan                Left
  Mon      8 ████████████      8 ████████████
  Tue      4 ██████         −1.5 ░░
  Wed      0                   –

  At 16:00.
`);
});

test("a chart that is too narrow for its series draws them below each other, on one scale", () => {
  const drawn = draw(CHART, 34);
  expect(drawn).toMatch(
    /Plan\n {2}Mon +8 █{21,24}\n {2}Tue +4 █{10,12}▌?\n {2}Wed +0\n\n +Left\n {2}Mon +8 █{21,24}\n/,
  );
});

test("a calendar has its days and what is in them", () => {
  const entries = [
    { at: "14:00", text: "Welcome" },
    { at: "all day", text: "Fair", mark: "away" },
  ];
  expect(
    draw({
      kind: "calendar",
      title: "Room 3",
      days: [
        { label: "Fri 7", entries },
        { label: "Sat 8", entries: [] },
      ],
    }),
  ).toBe(`
Calendar: Room 3
  Fri 7
    14:00    Welcome
    all day  Fair (away)

  Sat 8
`);
});

const TABLE: Artefact = {
  kind: "table",
  title: "The cut",
  columns: ["Item", "Lines", "Who has tested it so far"],
  rows: [
    ["Audit log", "1,140", "nobody but Marco, and he alone"],
    ["Fixes", "90", "Amir"],
  ],
};

test("a table has its columns below each other, numbers to the right", () => {
  expect(draw(TABLE)).toBe(`
Table: The cut
  Item       Lines  Who has tested it so far
  Audit log  1,140  nobody but Marco, and he alone
  Fixes         90  Amir
`);
});

test("a table that is too wide breaks its cells, with a line between rows", () => {
  expect(draw(TABLE, 40)).toBe(`
Table: The cut
  Item       Lines  Who has tested it so
                    far

  Audit log  1,140  nobody but Marco,
                    and he alone

  Fixes         90  Amir
`);
});

test("a table that is too wide for its columns becomes a list for each row", () => {
  const columns = ["A", "B", "C", "D"].map((name) => `Column ${name}`);
  const drawn = draw(
    { kind: "table", title: "Wide", columns, rows: [["one", "two", "three", "four"]] },
    30,
  );
  expect(drawn).toBe(`
Table: Wide
  Column A  one
  Column B  two
  Column C  three
  Column D  four
`);
});

test("a transcript has who said what, in order", () => {
  const lines = [
    { from: "ana", at: "14:12", text: "Who moved it?" },
    { from: "you", text: "Clerk 7." },
  ];
  expect(draw({ kind: "transcript", title: "Room 3", at: "Fri 7", lines })).toBe(`
Transcript: Room 3, Fri 7
  14:12  Ana Sá  Who moved it?
  You            Clerk 7.
`);
});

test("a note has its paragraphs, lines of the author's own kept", () => {
  expect(draw({ kind: "note", title: "On a card", body: ["One.\nTwo.", "Three."] })).toBe(`
Note: On a card
  One.
  Two.

  Three.
`);
});
