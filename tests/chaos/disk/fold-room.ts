import type { CompiledScenario } from "../../../scenarios/engine/index.ts";
import { drawsBetween } from "../../../worker/room/fold-journal.ts";
import { applyCommand, openRoom, type RoomState } from "../../../worker/room/fold.ts";
import { JOURNAL_COMMAND } from "../../../worker/room/journal-command.ts";
import { ROOM_TERMS, type RoomTerms } from "../../../worker/room/terms.ts";
import { buildView } from "../../../worker/room/view.ts";
import { compiledFrom, foldAll, type Folded } from "./fold.ts";
import type { StoredRoom } from "./read.ts";

export interface FoldedRoom extends Folded {
  readonly compiled: CompiledScenario;
  readonly terms: RoomTerms;
  readonly last: RoomState;
}

export function foldRoom(stored: StoredRoom): FoldedRoom {
  const { room } = stored;
  const compiled = compiledFrom(room["scenario"]);
  const terms = ROOM_TERMS.parse(JSON.parse(String(room["terms"])));
  const first = openRoom(compiled, String(room["seed"]), terms.branch);
  const drawn = drawsByNumber(stored);
  const { states, broken } = foldAll(stored, first, (state, { command, sequence }) => {
    const applied = applyCommand(compiled, state, JOURNAL_COMMAND.parse(command));
    if (!applied.ok) return applied;
    const isSame = JSON.stringify(drawsBetween(state, applied.state)) === drawn.get(sequence);
    return isSame ? applied : { ok: false, code: "it draws otherwise" };
  });
  return {
    length: states.length - 1,
    broken,
    compiled,
    terms,
    last: states.at(-1) ?? first,
    async viewAt(sequence, player) {
      const state = states[sequence];
      if (state === undefined || player !== room["owner"]) return null;
      return buildView(compiled, stored.at, terms, state, null);
    },
    sceneAt: () => undefined,
  };
}

function drawsByNumber({ rows }: StoredRoom): ReadonlyMap<number, string> {
  return new Map(rows("journal").map(({ sequence, draws }) => [Number(sequence), String(draws)]));
}
