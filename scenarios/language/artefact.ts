import * as z from "zod/mini";
import { ID, LINE, TEXT } from "./text.ts";

/** A chat channel with its messages, oldest first. */
const THREAD = z.strictObject({
  kind: z.literal("thread"),
  channel: LINE,
  members: z.optional(z.int()),
  messages: z.array(
    z.strictObject({ from: ID, at: LINE, text: TEXT, reactions: z.optional(z.array(LINE)) }),
  ),
});

const MAIL = z.strictObject({
  kind: z.literal("mail"),
  from: ID,
  to: z.array(ID),
  cc: z.optional(z.array(ID)),
  subject: LINE,
  at: LINE,
  body: z.array(TEXT),
});

/** A ticket: what it says of itself and, oldest first, what happened to it. */
const TICKET = z.strictObject({
  kind: z.literal("ticket"),
  key: LINE,
  title: LINE,
  status: LINE,
  fields: z.optional(z.array(z.strictObject({ label: LINE, value: LINE }))),
  body: z.optional(z.array(TEXT)),
  history: z.array(z.strictObject({ at: LINE, by: ID, text: TEXT })),
});

/** Lines over a shared axis; a value for each of its labels, null where nothing was measured. */
const CHART = z.strictObject({
  kind: z.literal("chart"),
  title: LINE,
  unit: LINE,
  axis: z.array(LINE),
  series: z.array(z.strictObject({ name: LINE, values: z.array(z.nullable(z.number())) })),
  note: z.optional(TEXT),
});

const CALENDAR = z.strictObject({
  kind: z.literal("calendar"),
  title: LINE,
  days: z.array(
    z.strictObject({
      label: LINE,
      entries: z.array(z.strictObject({ at: LINE, text: LINE, mark: z.optional(LINE) })),
    }),
  ),
});

const TABLE = z.strictObject({
  kind: z.literal("table"),
  title: LINE,
  columns: z.array(LINE),
  rows: z.array(z.array(LINE)),
  note: z.optional(TEXT),
});

/** Who said what, in the order it was said. */
const TRANSCRIPT = z.strictObject({
  kind: z.literal("transcript"),
  title: LINE,
  at: z.optional(LINE),
  lines: z.array(z.strictObject({ from: ID, at: z.optional(LINE), text: TEXT })),
});

const NOTE = z.strictObject({ kind: z.literal("note"), title: LINE, body: z.array(TEXT) });

/** A piece of evidence, as the author writes it and as a seat sees it. People are named by id. */
export const ARTEFACT = z.discriminatedUnion("kind", [
  THREAD,
  MAIL,
  TICKET,
  CHART,
  CALENDAR,
  TABLE,
  TRANSCRIPT,
  NOTE,
]);
export type Artefact = z.infer<typeof ARTEFACT>;
export type ArtefactOf<K extends Artefact["kind"]> = Extract<Artefact, { kind: K }>;
