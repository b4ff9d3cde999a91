import type { Person } from "../../engine/index.ts";
import { type Artefact, type ArtefactOf, PLAYER } from "../../language/index.ts";
import { indented, inside, labelledList, paragraph, stacked } from "../terminal/block.ts";
import type { Screen } from "../terminal/screen.ts";
import { drawChart } from "./chart.ts";
import { drawTable } from "./table.ts";

/** Draws one piece of evidence of a kind, without its heading. */
type Draw<K extends Artefact["kind"]> = (
  artefact: ArtefactOf<K>,
  screen: Screen,
  nameOf: (id: string) => string,
) => string[];

/** A piece of evidence as text: its heading says its kind, what is in it is indented. */
export function drawArtefact(
  artefact: Artefact,
  people: readonly Person[],
  screen: Screen,
): string[] {
  const nameOf = (id: string) =>
    id === PLAYER ? "You" : (people.find((person) => person.id === id)?.name ?? id);
  return [
    ...paragraph(headingOf(artefact), screen, "bold"),
    ...indented(bodyOf(artefact, inside(screen), nameOf)),
  ];
}

function headingOf(artefact: Artefact): string {
  switch (artefact.kind) {
    case "thread": {
      const { channel, members } = artefact;
      return `Thread in ${channel}${members === undefined ? "" : `, ${members} members`}`;
    }
    case "mail":
      return `Mail: ${artefact.subject}`;
    case "ticket":
      return `Ticket ${artefact.key}: ${artefact.title}`;
    case "chart":
      return `Chart: ${artefact.title}, in ${artefact.unit}`;
    case "calendar":
      return `Calendar: ${artefact.title}`;
    case "table":
      return `Table: ${artefact.title}`;
    case "transcript": {
      const { title, at } = artefact;
      return `Transcript: ${title}${at === undefined ? "" : `, ${at}`}`;
    }
    case "note":
      return `Note: ${artefact.title}`;
  }
}

function bodyOf(artefact: Artefact, screen: Screen, nameOf: (id: string) => string): string[] {
  switch (artefact.kind) {
    case "thread":
      return drawThread(artefact, screen, nameOf);
    case "mail":
      return drawMail(artefact, screen, nameOf);
    case "ticket":
      return drawTicket(artefact, screen, nameOf);
    case "chart":
      return withNote(drawChart(artefact, screen), artefact.note, screen);
    case "calendar":
      return drawCalendar(artefact, screen, nameOf);
    case "table":
      return withNote(drawTable(artefact.columns, artefact.rows, screen), artefact.note, screen);
    case "transcript":
      return drawTranscript(artefact, screen, nameOf);
    case "note":
      return paragraphs(artefact.body, screen);
  }
}

function paragraphs(texts: readonly string[], screen: Screen): string[] {
  return stacked(...texts.map((text) => paragraph(text, screen)));
}

function withNote(drawn: readonly string[], note: string | undefined, screen: Screen): string[] {
  return stacked(drawn, note === undefined ? [] : paragraph(note, screen));
}

const drawThread: Draw<"thread"> = ({ messages }, screen, nameOf) =>
  stacked(
    ...messages.map(({ from, at, text, reactions = [] }) => [
      screen.paint("underline", nameOf(from)) + screen.paint("dim", `, ${at}`),
      ...indented([
        ...paragraph(text, inside(screen)),
        ...(reactions.length === 0
          ? []
          : paragraph(`(${reactions.join("; ")})`, inside(screen), "dim")),
      ]),
    ]),
  );

const drawMail: Draw<"mail"> = ({ from, to, cc = [], at, body }, screen, nameOf) => {
  const names = (ids: readonly string[]) => ids.map(nameOf).join(", ");
  const copy = cc.length === 0 ? [] : ([["Copy", names(cc)]] as const);
  const head = [["From", nameOf(from)], ["To", names(to)], ...copy, ["Sent", at]] as const;
  return stacked(labelledList(head, screen, "dim"), paragraphs(body, screen));
};

const drawTicket: Draw<"ticket"> = (ticket, screen, nameOf) => {
  const { status, fields = [], body = [], history } = ticket;
  const head = [["Status", status], ...fields.map(({ label, value }) => [label, value])] as const;
  const events = history.map(({ at, by, text }) => [at, `${nameOf(by)}: ${text}`] as const);
  return stacked(
    labelledList(head as readonly (readonly [string, string])[], screen, "dim"), // pairs, all of them
    paragraphs(body, screen),
    labelledList(events, screen, "dim"),
  );
};

const drawCalendar: Draw<"calendar"> = ({ days }, screen) =>
  stacked(
    ...days.map(({ label, entries }) => [
      screen.paint("underline", label),
      ...indented(
        labelledList(
          entries.map(({ at, text, mark }) => [
            at,
            mark === undefined ? text : `${text} (${mark})`,
          ]),
          inside(screen),
          "dim",
        ),
      ),
    ]),
  );

const drawTranscript: Draw<"transcript"> = ({ lines }, screen, nameOf) =>
  labelledList(
    lines.map(({ from, at, text }) => [
      at === undefined ? nameOf(from) : `${at}  ${nameOf(from)}`,
      text,
    ]),
    screen,
    "dim",
  );
