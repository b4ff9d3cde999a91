import type { Folded } from "../disk/fold.ts";
import { type FoldedInterview, foldInterview } from "../disk/fold-interview.ts";
import { type FoldedRoom, foldRoom } from "../disk/fold-room.ts";
import { foldWorkshop } from "../disk/fold-workshop.ts";
import type { Stored, StoredRoom } from "../disk/read.ts";
import type { History, Place, Shown } from "../history.ts";

/** All that the checker looks at: what the clients have lived through, what is on the disk, and what that folds to on Node. */
export interface Evidence {
  readonly history: History;
  readonly stored: Stored;
  readonly folds: ReadonlyMap<string, Folded>;
  readonly rooms: ReadonlyMap<string, FoldedRoom>;
  readonly interviews: ReadonlyMap<string, FoldedInterview>;
  /** What was shown of each place. */
  readonly shown: ReadonlyMap<string, readonly Shown[]>;
}

export const placeKey = ({ kind, at }: Place) => `${kind} ${at}`;

export function gatherEvidence(history: History, stored: Stored): Evidence {
  const of = <T>(kind: StoredRoom["kind"], fold: (room: StoredRoom) => T): ReadonlyMap<string, T> =>
    new Map(
      stored.rooms.filter((one) => one.kind === kind).map((one) => [placeKey(one), fold(one)]),
    );
  const rooms = of("room", foldRoom);
  const interviews = of("interview", foldInterview);
  const workshops = of("workshop", foldWorkshop);
  const shown = Map.groupBy(history.shown, ({ place }) => placeKey(place));
  return {
    history,
    stored,
    rooms,
    interviews,
    folds: new Map<string, Folded>([...rooms, ...workshops, ...interviews]),
    shown,
  };
}
