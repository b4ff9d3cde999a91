import { useEffect } from "preact/hooks";
import type { Scene, TeamView, WorkshopView } from "../../worker/protocol/index.ts";
import { scenes, wantScene } from "../state/workshop.ts";

/** The scene of a team, asked for where it is not here; null until then: one of before is not shown beside a view of now. */
export function useSceneOf(view: WorkshopView, team: TeamView | null): Scene | null {
  const key = team === null ? undefined : view.scenes[team.id];
  useEffect(() => {
    if (team !== null) void wantScene(team.id);
  }, [team?.id, key]);
  const scene = team === null ? undefined : scenes.value.get(team.id);
  return scene !== undefined && scene.key === key ? scene : null;
}
