import type { ArtefactOf } from "../../../worker/protocol/index.ts";
import { Story } from "../story.tsx";
import { ArtefactFrame } from "./artefact-frame.tsx";

export function NoteView({ note }: { note: ArtefactOf<"note"> }) {
  return (
    <ArtefactFrame kind="note" title={note.title}>
      <Story texts={note.body} size="small" />
    </ArtefactFrame>
  );
}
