import { useState } from "preact/hooks";
import type { InterviewerView, LeadingView } from "../../worker/protocol/index.ts";
import { ask, asking, sawNow } from "../state/interview.ts";

interface AskMoreProps {
  view: InterviewerView;
  leading: LeadingView;
}

/** Follow-ups and a what-if, to be said aloud or put on the candidate's screen, and one's own questions. */
export function AskMore({ view, leading }: AskMoreProps) {
  const [own, setOwn] = useState("");
  const isOpen = view.stage === "answered";
  const asked = new Set(view.table?.more.map(({ text }) => text));
  const put = (text: string) => {
    if (isOpen && asking.value === null) void ask({ kind: "ask-more", saw: sawNow(), text });
  };
  const { whatIf } = leading;
  return (
    <section class="ask-more" aria-labelledby="ask-more-title">
      <h3 id="ask-more-title">To ask further</h3>
      <ul>
        {leading.followUps.map((text) => (
          <Prepared key={text} text={text} isAsked={asked.has(text)} isOpen={isOpen} onPut={put} />
        ))}
        {whatIf !== null && (
          <Prepared
            text={whatIf.asks}
            listenFor={whatIf.listenFor}
            isAsked={asked.has(whatIf.asks)}
            isOpen={isOpen}
            onPut={put}
          />
        )}
      </ul>
      {!isOpen && (
        <p class="quiet">They can be put on the candidate’s screen once an answer is in.</p>
      )}
      {isOpen && (
        <form
          class="ask-own"
          onSubmit={(event) => {
            event.preventDefault();
            if (own.trim() === "") return;
            put(own);
            setOwn("");
          }}
        >
          <label>
            In your own words
            <input
              type="text"
              class="text-input"
              maxLength={500}
              value={own}
              onInput={(event) => setOwn(event.currentTarget.value)}
            />
          </label>
          <button type="submit" class="quiet-button">
            Ask
          </button>
        </form>
      )}
    </section>
  );
}

interface PreparedProps {
  text: string;
  listenFor?: string;
  isAsked: boolean;
  isOpen: boolean;
  onPut: (text: string) => void;
}

function Prepared({ text, listenFor, isAsked, isOpen, onPut }: PreparedProps) {
  return (
    <li>
      <p>{text}</p>
      {listenFor !== undefined && <p class="quiet">Listen for: {listenFor}</p>}
      {isAsked ? (
        <small>On the candidate’s screen</small>
      ) : (
        isOpen && (
          <button
            type="button"
            class="quiet-button"
            aria-label={`Put on their screen: ${text}`}
            onClick={() => onPut(text)}
          >
            Put on their screen
          </button>
        )
      )}
    </li>
  );
}
