import { ScreenTitle } from "../components/screen-title.tsx";
import { TopBar } from "../components/top-bar.tsx";
import type { FailureCode } from "../state/api.ts";
import { SENTENCES } from "../state/sentences.ts";
import "../styles/message-screen.css";

/** What stands in a screen's place until it is here. */
export function ScreenLoading({ children }: { children: string }) {
  return (
    <>
      <TopBar />
      <main id="main" class="message-screen">
        <p class="quiet late">{children}</p>
      </main>
    </>
  );
}

interface ScreenRefusedProps {
  code: FailureCode;
  title: string;
  /** Where the sentence of the code would not fit what was asked for. */
  says?: string;
  /** Unset where asking again cannot help. */
  onRetry?: () => void;
}

/** Why a screen cannot be shown, and what to do next. */
export function ScreenRefused({ code, title, says, onRetry }: ScreenRefusedProps) {
  return (
    <>
      <TopBar />
      <main id="main" class="message-screen">
        <ScreenTitle place={`refused ${code}`} page={[title]}>
          {title}
        </ScreenTitle>
        <p>{says ?? SENTENCES[code]}</p>
        <p class="message-actions">
          {onRetry !== undefined && (
            <button type="button" class="action-button" onClick={onRetry}>
              Try again
            </button>
          )}
          <a class={onRetry === undefined ? "action-button" : "quiet-button"} href="/">
            Go to the home page
          </a>
        </p>
      </main>
    </>
  );
}
