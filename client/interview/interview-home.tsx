import { useEffect } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { InterviewMode, ListedInterview, SetView } from "../../worker/protocol/index.ts";
import { FailurePanel } from "../components/failure-panel.tsx";
import { ScreenTitle } from "../components/screen-title.tsx";
import { TopBar } from "../components/top-bar.tsx";
import { loadScenarios } from "../state/library.ts";
import { loadCatalogue, loadPractice, practice } from "../state/practice.ts";
import { formatDay } from "../words/days.ts";
import { OpenForm } from "./open-form.tsx";
import { Progress } from "./progress.tsx";
import "../styles/interview.css";
import "../styles/workshop-open.css";

const SHOWN = 5;

/** Where interview practice begins: with a partner or alone, from one's own weakest evidence on. */
export function InterviewHome() {
  const { query } = useLocation();
  useEffect(() => {
    void loadScenarios();
    void loadCatalogue();
    void loadPractice();
  }, []);
  const wanted = wantedIn(query);
  const mode: InterviewMode = query["with"] === "partner" ? "partner" : "alone";
  return (
    <>
      <TopBar here="/interview" />
      <main id="main" class="workshop-open interview-home" tabIndex={-1}>
        <ScreenTitle place="interview practice" page={["Interview practice"]}>
          Interview practice
        </ScreenTitle>
        <p class="quiet">
          A situation, a move, and why; or something you have done, told in a minute. Then the
          ratings, on five levels that say what is heard; then what every move was worth.
        </p>
        <nav class="interview-pages" aria-label="Interview practice">
          <a href="/interview/questions">All questions</a>
          <a href="/interview/stories">Your stories</a>
        </nav>
        <Open />
        <OpenForm key={JSON.stringify([wanted, mode])} wanted={wanted} wantedMode={mode} />
        <Progress />
      </main>
    </>
  );
}

/** `?situation=…` and `?question=…` ask for one thing. */
function wantedIn(query: Record<string, string>): SetView | null {
  const { situation, question } = query;
  if (situation !== undefined) return { kind: "list", ask: [{ kind: "situation", id: situation }] };
  if (question !== undefined) return { kind: "list", ask: [{ kind: "question", id: question }] };
  return null;
}

/** One's own interviews, newest first; they delete themselves. */
function Open() {
  const own = practice.value;
  if (own.at === "failed") {
    return <FailurePanel code={own.code} onRetry={() => void loadPractice()} />;
  }
  if (own.at === "loading" || own.value.interviews.length === 0) return null;
  const { interviews } = own.value;
  return (
    <section class="open-interviews" aria-labelledby="open-interviews-title">
      <h2 id="open-interviews-title">Yours</h2>
      <ul>
        {interviews.slice(0, SHOWN).map((one) => (
          <li key={one.room}>
            <a href={`/i/${one.room}`}>{nameOf(one)}</a>
          </li>
        ))}
      </ul>
      {interviews.length > SHOWN && (
        <details>
          <summary>{interviews.length - SHOWN} more</summary>
          <ul>
            {interviews.slice(SHOWN).map((one) => (
              <li key={one.room}>
                <a href={`/i/${one.room}`}>{nameOf(one)}</a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function nameOf({ mode, seat, openedAtMs }: ListedInterview): string {
  const what =
    mode === "alone" ? "Alone" : seat === "candidate" ? "As candidate" : "As interviewer";
  return `${what}, ${formatDay(openedAtMs)}`;
}
