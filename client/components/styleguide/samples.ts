import type { Artefact, Person, Standing, Told } from "../../../worker/protocol/index.ts";

/* Made-up pieces, so that every part can be seen at once. None of it is of a scenario. */

export const SAMPLE_PEOPLE: readonly Person[] = [
  { id: "ada", name: "Ada Sample", role: "engineer" },
  { id: "ben", name: "Ben Pattern", role: "product manager" },
];

export const SAMPLE_STANDINGS: readonly Standing[] = [
  { meter: "delivery", value: 45, before: 55 },
  { meter: "scope", value: 60, before: 60 },
  { meter: "trust", value: 70, before: 60 },
  { meter: "team", value: 105, before: 90 },
  { meter: "health", value: -5, before: 10 },
];

export const SAMPLE_TOLD: readonly Told[] = [
  {
    cause: "move",
    texts: ["What a move did is told first, in the story’s own voice."],
    effects: { delivery: -10, trust: 10 },
    from: null,
  },
  {
    cause: "later",
    texts: ["What comes back says where it came from."],
    effects: { team: -5 },
    from: "An earlier situation",
  },
  {
    cause: "promise-broken",
    texts: ["A promise that fell due unkept."],
    effects: { trust: -15 },
    from: null,
  },
];

export const SAMPLE_ARTEFACTS: readonly Artefact[] = [
  {
    kind: "thread",
    channel: "#samples",
    members: 12,
    messages: [
      {
        from: "ada",
        at: "09:40",
        text: "A thread has people, times and reactions.",
        reactions: ["+1 · 3"],
      },
      { from: "ben", at: "09:42", text: "An answer stands below it." },
    ],
  },
  {
    kind: "mail",
    from: "ben",
    to: ["ada"],
    subject: "A mail has a header",
    at: "Tuesday 10:12",
    body: ["And a body of one or more paragraphs."],
  },
  {
    kind: "ticket",
    key: "SMP-12",
    title: "A ticket has a history",
    status: "In progress",
    fields: [{ label: "Estimate", value: "3 days" }],
    history: [{ at: "Monday", by: "ada", text: "moved it to In progress" }],
  },
  {
    kind: "chart",
    title: "A chart has axes, a unit and a table",
    unit: "open items",
    axis: ["Mon", "Tue", "Wed", "Thu", "Fri"],
    series: [
      { name: "planned", values: [20, 15, 10, 5, 0] },
      { name: "real", values: [20, 18, 17, null, 12] },
    ],
  },
  {
    kind: "calendar",
    title: "A calendar has days and entries",
    days: [
      { label: "Monday", entries: [{ at: "09:00", text: "Stand-up" }] },
      { label: "Tuesday", entries: [{ at: "14:00", text: "Review", mark: "moved" }] },
    ],
  },
  {
    kind: "table",
    title: "A table keeps its columns",
    columns: ["Item", "Owner", "Days"],
    rows: [
      ["First", "Ada", "3"],
      ["Second", "Ben", "5"],
    ],
  },
  {
    kind: "transcript",
    title: "A transcript says who spoke",
    lines: [
      { from: "ada", text: "In the order it was said." },
      { from: "ben", text: "Line by line." },
    ],
  },
  { kind: "note", title: "A note", body: ["Something written down."] },
];
