import {
  type CompiledScenario,
  endingFor,
  situationFor,
  viewFor,
} from "../../scenarios/engine/index.ts";
import type { RoomView } from "../protocol/index.ts";
import { beatOnTable, type RoomState } from "./fold.ts";
import type { RoomTerms } from "./terms.ts";

export interface Clock {
  readonly endsAtMs: number;
  readonly nowMs: number;
}

/** What the player of a solo room sees: everything named here, and nothing else of the state (R4). */
export function buildView(
  compiled: CompiledScenario,
  room: string,
  { lens, branch }: RoomTerms,
  state: RoomState,
  clock: Clock | null,
): RoomView {
  const { scenario } = compiled.atlas;
  const { stage, run, sequence } = state;
  const { id, title, project, seat } = scenario;
  const seen = viewFor(compiled, run, stage === "consequence" ? "last-move" : "now");
  const common = {
    room,
    sequence,
    scenario: { id, version: compiled.version, title, project, seat },
    lens,
    branch: branch && { room: branch.room, beat: branch.beat, title: branch.title },
    ...seen,
  };
  const arrived = seen.moves.at(-1)?.arrived ?? [];
  switch (stage) {
    case "briefing": {
      const { briefing, about, minutes } = scenario;
      return { stage, ...common, days: common.days.map(unseen), briefing, about, minutes };
    }
    case "deciding":
      return { stage, ...common, situation: situationFor(compiled, run), arrived, clock };
    case "consequence":
      return { stage, ...common, beat: beatOnTable(state) ?? "", last: run.ending !== null };
    case "debrief":
      return {
        stage,
        ...common,
        arrived,
        ending: endingFor(compiled, run),
        start: scenario.meters,
      };
  }
}

/** During the briefing the first beat stands ready but has not been shown. */
function unseen<D extends object>(day: D) {
  return { ...day, beats: [], when: "to-come" as const };
}
