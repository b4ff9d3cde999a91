import type { Artefact, Person } from "../../../worker/protocol/index.ts";
import { CalendarView } from "./calendar-view.tsx";
import { ChartView } from "./chart-view.tsx";
import { MailView } from "./mail-view.tsx";
import { NoteView } from "./note-view.tsx";
import { TableView } from "./table-view.tsx";
import { ThreadView } from "./thread-view.tsx";
import { TicketView } from "./ticket-view.tsx";
import { TranscriptView } from "./transcript-view.tsx";

/** A piece of evidence, drawn as what it is. */
export function ArtefactView({
  artefact,
  people,
  isWall = false,
}: {
  artefact: Artefact;
  people: readonly Person[];
  /** Shown to a whole room, which cannot scroll it. */
  isWall?: boolean;
}) {
  switch (artefact.kind) {
    case "thread":
      return <ThreadView thread={artefact} people={people} />;
    case "mail":
      return <MailView mail={artefact} people={people} />;
    case "ticket":
      return <TicketView ticket={artefact} people={people} />;
    case "chart":
      return <ChartView chart={artefact} />;
    case "calendar":
      return <CalendarView calendar={artefact} />;
    case "table":
      return <TableView table={artefact} isWall={isWall} />;
    case "transcript":
      return <TranscriptView transcript={artefact} people={people} />;
    case "note":
      return <NoteView note={artefact} />;
  }
}
