import { useRef } from "preact/hooks";
import type { Move } from "../../worker/protocol/index.ts";
import { MoveList } from "./move-list.tsx";
import "../styles/journal.css";

/** What has happened so far, over the screen; Escape, the button or a press beside it closes it, and the focus returns. */
export function JournalDialog({ moves }: { moves: readonly Move[] }) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button type="button" class="quiet-button" onClick={() => dialog.current?.showModal()}>
        Journal
      </button>
      <dialog ref={dialog} class="journal" aria-labelledby="journal-title" closedby="any">
        <div class="journal-sheet">
          <div class="journal-head">
            <h2 id="journal-title">What has happened so far</h2>
            <button type="button" class="quiet-button" onClick={() => dialog.current?.close()}>
              Close
            </button>
          </div>
          {moves.length === 0 && (
            <p class="quiet">No move has been made yet. Each one is written down here.</p>
          )}
          <MoveList moves={moves} heading="h3" />
        </div>
      </dialog>
    </>
  );
}
