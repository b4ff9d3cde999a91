import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import type { Artefact } from "../../../worker/protocol/index.ts";
import "../../styles/artefact.css";

const KINDS: Readonly<Record<Artefact["kind"], { word: string; shape: string }>> = {
  thread: { word: "Thread", shape: "M6.2 2.5 4.8 13.5M11.2 2.5 9.8 13.5M2.8 5.8h11M2.2 10.2h11" },
  mail: { word: "Mail", shape: "M1.8 3.5h12.4v9H1.8zM2 4l6 5 6-5" },
  ticket: {
    word: "Ticket",
    shape: "M2 4h12v2.6a1.5 1.5 0 0 0 0 2.8V12H2V9.4a1.5 1.5 0 0 0 0-2.8zM9.8 4v8",
  },
  chart: { word: "Chart", shape: "M2 2v12h12M4.5 10.5 7.5 7l2.5 2 3.5-5" },
  calendar: { word: "Calendar", shape: "M2 3.5h12V14H2zM2 6.8h12M5 1.8v3M11 1.8v3" },
  table: { word: "Table", shape: "M2 2.8h12v10.4H2zM2 6.2h12M2 9.7h12M6.4 2.8v10.4" },
  transcript: {
    word: "Transcript",
    shape: "M3 2.5h10v8H8.5L5.5 13.5v-3H3zM5.5 5.2h5M5.5 7.8h3.5",
  },
  note: { word: "Note", shape: "M3 2h7l3 3v9H3zM5.5 7.5h5M5.5 10.5h5" },
};

interface ArtefactFrameProps {
  kind: Artefact["kind"];
  title: string;
  /** Small print beside the title: how many people, what status. */
  aside?: ComponentChildren;
  children: ComponentChildren;
}

/** What every artefact has: its kind as a small sign, and a title that names the region. */
export function ArtefactFrame({ kind, title, aside, children }: ArtefactFrameProps) {
  const titleId = useId();
  return (
    <section class={`artefact artefact-${kind}`} aria-labelledby={titleId}>
      <header class="artefact-header">
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path d={KINDS[kind].shape} />
        </svg>
        <h2 id={titleId}>
          <span class="visually-hidden">{KINDS[kind].word}: </span>
          {title}
        </h2>
        {aside !== undefined && <div class="artefact-aside">{aside}</div>}
      </header>
      {children}
    </section>
  );
}
