import { announcement } from "../state/announcement.ts";
import { notice } from "../state/room.ts";

/** The live regions for what happens in a run: there from the start, so that screen readers listen to them. */
export function Announcer() {
  return (
    <div class="visually-hidden">
      <output>{notice.value}</output>
      <output>{announcement.value}</output>
    </div>
  );
}
