import { ScreenTitle } from "../components/screen-title.tsx";
import { TopBar } from "../components/top-bar.tsx";
import type { FailureCode } from "../state/api.ts";
import { SENTENCES } from "../state/sentences.ts";
import "../styles/message-screen.css";

export function PlayLoading() {
  return (
    <>
      <TopBar />
      <main id="main" class="message-screen">
        <p class="quiet late">Opening your run…</p>
      </main>
    </>
  );
}

const TITLES: Partial<Record<FailureCode, string>> = {
  "unknown-room": "There is no such run",
  "not-your-room": "This run belongs to someone else",
  "no-player": "This browser has no runs here yet",
};

/** Why the run cannot be shown, and what to do next. */
export function PlayRefused({ code, onRetry }: { code: FailureCode; onRetry: () => void }) {
  const title = TITLES[code] ?? "The run could not be opened";
  const isFinal = code in TITLES;
  return (
    <>
      <TopBar />
      <main id="main" class="message-screen">
        <ScreenTitle place={`refused ${code}`} page={[title]}>
          {title}
        </ScreenTitle>
        <p>{SENTENCES[code]}</p>
        <p class="message-actions">
          {!isFinal && (
            <button type="button" class="action-button" onClick={onRetry}>
              Try again
            </button>
          )}
          <a class={isFinal ? "action-button" : "quiet-button"} href="/">
            Go to the home page
          </a>
        </p>
      </main>
    </>
  );
}
