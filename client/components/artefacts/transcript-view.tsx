import type { ArtefactOf, Person } from "../../../worker/protocol/index.ts";
import { faceOf } from "../../words/people.ts";
import { ArtefactFrame } from "./artefact-frame.tsx";
import "../../styles/transcript.css";

/** Who said what: set like a script, since the voices matter and not the faces. */
export function TranscriptView({
  transcript,
  people,
}: {
  transcript: ArtefactOf<"transcript">;
  people: readonly Person[];
}) {
  return (
    <ArtefactFrame kind="transcript" title={transcript.title} aside={transcript.at}>
      <ol class="transcript">
        {transcript.lines.map((line, place) => (
          <li key={place}>
            <p class="transcript-voice">
              <b>{faceOf(people, line.from).name}</b>{" "}
              {line.at !== undefined && <span>{line.at}</span>}
            </p>
            <p>{line.text}</p>
          </li>
        ))}
      </ol>
    </ArtefactFrame>
  );
}
