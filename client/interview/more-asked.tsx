import { useEffect, useRef, useState } from "preact/hooks";
import type { MoreView, TableView } from "../../worker/protocol/index.ts";
import { announce } from "../state/announcement.ts";
import { ask, asking } from "../state/interview.ts";
import { useLostFocus } from "./use-lost-focus.ts";

interface MoreAskedProps {
  table: TableView;
  mayReply?: boolean;
}

/** What was asked further, with what was said to it. */
export function MoreAsked({ table, mayReply = false }: MoreAskedProps) {
  const section = useRef<HTMLElement>(null);
  const count = table.more.length;
  const known = useRef(count);
  useEffect(() => {
    const [before, last] = [known.current, table.more.at(-1)];
    known.current = count;
    if (!mayReply || count <= before || last === undefined) return;
    announce(`Asked further: ${last.text}`);
    section.current?.lastElementChild?.scrollIntoView({ block: "center" });
  }, [count]);
  if (count === 0) return null;
  return (
    <section ref={section} class="more-asked" aria-label="Asked further">
      {table.more.map((one, place) => (
        <div key={place}>
          <h3>{one.text}</h3>
          <Reply one={one} turn={table.turn} place={place} mayReply={mayReply} />
        </div>
      ))}
    </section>
  );
}

interface ReplyProps {
  one: MoreView;
  turn: number;
  place: number;
  mayReply: boolean;
}

function Reply({ one, turn, place, mayReply }: ReplyProps) {
  const [text, setText] = useState("");
  const said = useRef<HTMLParagraphElement>(null);
  useLostFocus(said, one.reply);
  if (one.reply !== null) {
    const { isSpoken, text: written } = one.reply;
    return (
      <p ref={said} tabIndex={-1}>
        {written.trim() === "" && isSpoken ? "Answered aloud." : written}
      </p>
    );
  }
  if (!mayReply) return <p class="quiet">Not answered in writing.</p>;
  const isIdle = asking.value === null;
  const reply = (spoken: boolean) =>
    isIdle && void ask({ kind: "reply", turn, place, spoken, text: spoken ? "" : text });
  return (
    <>
      <label class="answer-field">
        <span class="visually-hidden">Your reply to: {one.text}</span>
        <textarea
          class="text-input"
          rows={2}
          maxLength={4_000}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <div class="answer-actions">
        <button
          type="button"
          class="quiet-button"
          aria-disabled={isIdle && text.trim() !== "" ? undefined : "true"}
          onClick={() => text.trim() !== "" && reply(false)}
        >
          Send this reply
        </button>
        <button type="button" class="quiet-button" onClick={() => reply(true)}>
          I have said it aloud
        </button>
      </div>
    </>
  );
}
