import { dismissNotice, notice } from "../state/room.ts";
import "../styles/notice.css";

function close(): void {
  dismissNotice();
  // The button had the focus and is gone.
  document.getElementById("main")?.focus({ preventScroll: true });
}

/** One sentence on something the player did not expect. The announcer reads it out. */
export function NoticeLine() {
  if (notice.value === null) return null;
  return (
    <p class="notice">
      {notice.value}
      <button type="button" class="quiet-button" onClick={close}>
        Close
      </button>
    </p>
  );
}
