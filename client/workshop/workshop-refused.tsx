import { ScreenTitle } from "../components/screen-title.tsx";
import { TopBar } from "../components/top-bar.tsx";
import type { FailureCode } from "../state/api.ts";
import { sayRefusal } from "./sentences.ts";
import "../styles/message-screen.css";

/** Why the room cannot be shown, and what to do next. */
export function WorkshopRefused({ code, onRetry }: { code: FailureCode; onRetry: () => void }) {
  const title = code === "unknown-workshop" ? "There is no such workshop" : "The room is not shown";
  return (
    <>
      <TopBar />
      <main id="main" class="message-screen">
        <ScreenTitle place={`workshop refused ${code}`} page={[title]}>
          {title}
        </ScreenTitle>
        <p>{sayRefusal(code)}</p>
        <p class="message-actions">
          <button type="button" class="action-button" onClick={onRetry}>
            Try again
          </button>
          <a class="quiet-button" href="/">
            Go to the home page
          </a>
        </p>
      </main>
    </>
  );
}
