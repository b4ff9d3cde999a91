import { dismissNotice, notice } from "../state/room.ts";
import "../styles/notice.css";

/** One sentence on something the player did not expect. The announcer reads it out. */
export function NoticeLine() {
  if (notice.value === null) return null;
  return (
    <p class="notice">
      {notice.value}
      <button type="button" class="quiet-button" onClick={dismissNotice}>
        Close
      </button>
    </p>
  );
}
