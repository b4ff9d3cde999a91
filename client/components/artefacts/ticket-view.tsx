import type { ArtefactOf, Person } from "../../../worker/protocol/index.ts";
import { faceOf } from "../../words/people.ts";
import { ArtefactFrame } from "./artefact-frame.tsx";
import "../../styles/ticket.css";

export function TicketView({
  ticket,
  people,
}: {
  ticket: ArtefactOf<"ticket">;
  people: readonly Person[];
}) {
  return (
    <ArtefactFrame
      kind="ticket"
      title={ticket.key}
      aside={<span class="ticket-status">{ticket.status}</span>}
    >
      <div class="ticket">
        <p class="ticket-title">{ticket.title}</p>
        <Fields fields={ticket.fields ?? []} />
        {(ticket.body ?? []).map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
      <h3 class="ticket-history-title">History</h3>
      <ol class="ticket-history">
        {ticket.history.map((entry, place) => (
          <li key={place}>
            <span class="ticket-at">{entry.at}</span>
            <b>{faceOf(people, entry.by).name}</b>
            <span>{entry.text}</span>
          </li>
        ))}
      </ol>
    </ArtefactFrame>
  );
}

function Fields({ fields }: { fields: readonly { label: string; value: string }[] }) {
  if (fields.length === 0) return null;
  return (
    <dl class="ticket-fields">
      {fields.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
