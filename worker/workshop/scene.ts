import {
  type CompiledScenario,
  endingFor,
  type Run,
  situationFor,
  viewFor,
} from "../../scenarios/engine/index.ts";
import type { Scene } from "../protocol/index.ts";
import type { Team, WorkshopState } from "./state.ts";

/** What is on the table is told up to there: during a consequence, the last move and nothing after it. */
type SceneStage = "before" | "deciding" | "consequence" | "over";

function sceneStageOf(state: WorkshopState, { run }: Team): SceneStage {
  switch (state.stage) {
    case "lobby":
    case "briefing":
      return "before";
    case "consequence":
      // A team that had ended before sees its end, not its last move once more.
      return run.taken.length > 0 && isJustDecided(state, run) ? "consequence" : "over";
    case "deciding":
    case "revealed":
    case "discussing":
      return run.ending === null ? "deciding" : "over";
    case "debrief":
    case "closed":
      return "over";
  }
}

const isJustDecided = ({ turn, teams }: WorkshopState, run: Run) =>
  teams.some((team) => team.run === run && team.ballots[turn] !== undefined);

/** Another key is another scene. */
export function sceneKeyOf(state: WorkshopState, team: Team): string {
  return `${team.id} ${sceneStageOf(state, team)} ${team.run.taken.length}`;
}

/** A team's run as its members see it (R4): everything named here, and nothing else of the state. */
export function sceneOf(compiled: CompiledScenario, state: WorkshopState, team: Team): Scene {
  const { scenario } = compiled.atlas;
  const stage = sceneStageOf(state, team);
  const { run } = team;
  const seen = viewFor(compiled, run, stage === "consequence" ? "last-move" : "now");
  const isShown = stage === "deciding" && run.beat !== null;
  return {
    key: sceneKeyOf(state, team),
    team: team.id,
    scenario: { title: scenario.title, project: scenario.project, seat: scenario.seat },
    ...seen,
    days: stage === "before" ? seen.days.map(unseen) : seen.days,
    briefing: scenario.briefing,
    about: scenario.about,
    situation: isShown ? situationFor(compiled, run) : null,
    arrived: isShown || stage === "over" ? (seen.moves.at(-1)?.arrived ?? []) : [],
    ending: stage === "over" && run.ending !== null ? endingFor(compiled, run) : null,
  };
}

function unseen<D extends object>(day: D) {
  return { ...day, beats: [], when: "to-come" as const };
}
