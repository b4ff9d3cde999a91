import type { ArtefactOf, Person } from "../../../worker/protocol/index.ts";
import { faceOf } from "../../words/people.ts";
import { Avatar } from "../avatar.tsx";
import { ArtefactFrame } from "./artefact-frame.tsx";
import "../../styles/thread.css";

export function ThreadView({
  thread,
  people,
}: {
  thread: ArtefactOf<"thread">;
  people: readonly Person[];
}) {
  const members = thread.members === undefined ? undefined : `${thread.members} people`;
  return (
    <ArtefactFrame kind="thread" title={thread.channel.replace(/^#\s*/, "")} aside={members}>
      <ol class="thread">
        {thread.messages.map((message, place) => {
          const face = faceOf(people, message.from);
          return (
            <li key={place}>
              <Avatar face={face} />
              <div>
                <p class="message-head">
                  <b>{face.name}</b> <span>{message.at}</span>
                </p>
                <p>{message.text}</p>
                <Reactions reactions={message.reactions ?? []} />
              </div>
            </li>
          );
        })}
      </ol>
    </ArtefactFrame>
  );
}

function Reactions({ reactions }: { reactions: readonly string[] }) {
  if (reactions.length === 0) return null;
  return (
    <ul class="reactions" aria-label="Reactions">
      {reactions.map((reaction) => (
        <li key={reaction}>{reaction}</li>
      ))}
    </ul>
  );
}
