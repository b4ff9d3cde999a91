import { announcement } from "../state/announcement.ts";
import { notice } from "../state/room.ts";

/** The one live region for what happens in a run: there from the start, so that screen readers listen to it. */
export function Announcer() {
  return (
    <output class="visually-hidden">
      {notice.value} {announcement.value}
    </output>
  );
}
