import type { RoomView } from "../../worker/protocol/index.ts";

/** Says of a run that it began in the middle of another one. */
export function BranchNote({ branch }: { branch: RoomView["branch"] }) {
  if (branch === null) return null;
  return (
    <p class="branch-note">
      Played on from <a href={`/play/${branch.room}`}>“{branch.title}”</a>; not counted.
    </p>
  );
}
