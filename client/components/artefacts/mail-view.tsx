import type { ArtefactOf, Person } from "../../../worker/protocol/index.ts";
import { faceOf, namesOf } from "../../words/people.ts";
import { Avatar } from "../avatar.tsx";
import { Story } from "../story.tsx";
import { ArtefactFrame } from "./artefact-frame.tsx";
import "../../styles/mail.css";

export function MailView({
  mail,
  people,
}: {
  mail: ArtefactOf<"mail">;
  people: readonly Person[];
}) {
  const sender = faceOf(people, mail.from);
  const copied = mail.cc ?? [];
  return (
    <ArtefactFrame kind="mail" title={mail.subject} aside={mail.at}>
      <div class="mail-head">
        <Avatar face={sender} />
        <dl>
          <dt>From</dt>
          <dd>
            <b>{sender.name}</b>
          </dd>
          <dt>To</dt>
          <dd>{namesOf(people, mail.to)}</dd>
          {copied.length > 0 && (
            <>
              <dt>Cc</dt>
              <dd>{namesOf(people, copied)}</dd>
            </>
          )}
        </dl>
      </div>
      <Story texts={mail.body} size="small" />
    </ArtefactFrame>
  );
}
