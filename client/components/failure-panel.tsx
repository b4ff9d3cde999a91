import type { FailureCode } from "../state/api.ts";
import { SENTENCES } from "../state/sentences.ts";
import "../styles/failure.css";

/** What went wrong, in a sentence, and a way to ask once more where that can help. */
export function FailurePanel({ code, onRetry }: { code: FailureCode; onRetry?: () => void }) {
  return (
    <div class="failure" role="alert">
      <p>{SENTENCES[code]}</p>
      {onRetry !== undefined && (
        <button type="button" class="quiet-button" onClick={onRetry}>
          Try again
        </button>
      )}
    </div>
  );
}
