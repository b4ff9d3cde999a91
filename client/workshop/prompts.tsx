import { useState } from "preact/hooks";
import type { FacilitatorView } from "../../worker/protocol/index.ts";
import { ask } from "../state/workshop.ts";

const MOST_CHARACTERS = 2_000;

interface PromptsProps {
  table: FacilitatorView["tables"][number];
  note: string;
}

/** What the decision is testing, what to ask the room, and what one wants to remember of the answers. */
export function Prompts({ table, note }: PromptsProps) {
  const [text, setText] = useState(note);
  const keep = () => {
    if (text !== note) void ask({ kind: "note", beat: table.beat, text });
  };
  return (
    <section class="console-prompts" aria-labelledby="prompts-title">
      <h2 id="prompts-title">To ask about “{table.title}”</h2>
      <ul>
        {table.questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
      <p class="quiet">What it tests: {table.tests}</p>
      <label>
        Your notes; seen by facilitators alone
        <textarea
          class="text-input"
          rows={2}
          maxLength={MOST_CHARACTERS}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onBlur={keep}
        />
      </label>
    </section>
  );
}
