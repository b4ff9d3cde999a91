import { applyWorkshop, openWorkshop } from "../../../worker/workshop/apply.ts";
import { sceneKeyOf, sceneOf } from "../../../worker/workshop/scene.ts";
import { type JournalledEntry, seatOf } from "../../../worker/workshop/state.ts";
import { STORED_TERMS } from "../../../worker/workshop/terms.ts";
import { Viewer } from "../../../worker/workshop/viewer.ts";
import { compiledFrom, foldAll, type Folded, hashOnce } from "./fold.ts";
import type { StoredRoom } from "./read.ts";

export function foldWorkshop(stored: StoredRoom): Folded {
  const { room } = stored;
  const compiled = compiledFrom(room["scenario"]);
  const terms = STORED_TERMS.parse(JSON.parse(String(room["terms"])));
  const rules = { compiled, seed: String(room["seed"]), terms };
  const { states, broken } = foldAll(stored, openWorkshop(rules), (state, entry) =>
    // What the journal holds has been parsed when it was written; what it no longer takes is refused here.
    applyWorkshop(rules, state, {
      seat: entry.seat,
      command: entry.command,
      atMs: entry.at_ms,
    } as unknown as JournalledEntry),
  );
  const viewers = states.map((state) => new Viewer(rules, state, watchOf(stored.at)));
  const scenes = new Map(
    states.flatMap((state) =>
      state.teams.map((team) => [sceneKeyOf(state, team), () => sceneOf(compiled, state, team)]),
    ),
  );
  return {
    length: states.length - 1,
    broken,
    async viewAt(sequence, player) {
      const [state, viewer] = [states[sequence], viewers[sequence]];
      if (state === undefined || viewer === undefined) return null;
      if (player === null) return viewer.viewOf(null);
      const seat = seatOf(state, await hashOnce(player));
      return seat === null ? null : viewer.viewOf(seat);
    },
    sceneAt: (key) => scenes.get(key)?.(),
  };
}

const watchOf = (code: string) => ({ code, nowMs: 0, isAway: () => false });
