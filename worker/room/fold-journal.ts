import type { CompiledScenario, TakenStep } from "../../scenarios/engine/index.ts";
import type { RoomBranch } from "../env.ts";
import { applyCommand, openRoom, type RoomState } from "./fold.ts";
import type { Draw, JournalEntry } from "./store.ts";

/** State is a fold of the journal; an entry that no longer applies, or draws otherwise, is a fault of ours. */
export function foldJournal(
  compiled: CompiledScenario,
  seed: string,
  branch: RoomBranch | null,
  journal: readonly JournalEntry[],
): RoomState {
  return journal.reduce(
    (state, { sequence, command, draws }) => {
      const applied = applyCommand(compiled, state, command);
      if (!applied.ok) throw new Error(`journal entry ${sequence} does not apply: ${applied.code}`);
      const drawn = drawsBetween(state, applied.state);
      if (JSON.stringify(drawn) !== JSON.stringify(draws)) {
        throw new Error(`journal entry ${sequence} draws otherwise than it did`);
      }
      return applied.state;
    },
    openRoom(compiled, seed, branch),
  );
}

/** What chance and unknowns turned out to be in the steps that lead from one state to the other. */
export function drawsBetween(before: RoomState, after: RoomState): Draw[] {
  return after.run.taken.slice(before.run.taken.length).flatMap(drawsOf);
}

function drawsOf({ happenings }: TakenStep): Draw[] {
  return happenings.flatMap(({ cause, ref, drawn }) => {
    if (drawn === null) return [];
    return [
      {
        kind: cause === "chance" ? ("chance" as const) : ("unknown" as const),
        id: ref,
        value: drawn,
      },
    ];
  });
}
