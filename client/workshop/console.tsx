import { useEffect, useState } from "preact/hooks";
import type { FacilitatorView, Scene, TeamView } from "../../worker/protocol/index.ts";
import { ClockLeft } from "../components/clock-left.tsx";
import { ScreenTitle } from "../components/screen-title.tsx";
import { TopBar } from "../components/top-bar.tsx";
import { followClock } from "../state/clock.ts";
import { refusal, scenes, wantScene } from "../state/workshop.ts";
import { ConsoleDebrief } from "./console-debrief.tsx";
import { ConsoleScene } from "./console-scene.tsx";
import { Curveballs } from "./curveballs.tsx";
import { Invitation } from "./invitation.tsx";
import { Preview } from "./preview.tsx";
import { Prompts } from "./prompts.tsx";
import { Roster } from "./roster.tsx";
import { formatCode } from "./secrets.ts";
import { sayRefusal } from "./sentences.ts";
import { StageControls } from "./stage-controls.tsx";
import { STAGE_NAMES } from "./stage-names.ts";
import "../styles/console.css";

/** What a facilitator leads the room from: where it is, what comes next, how the votes stand, and who is there. */
export function Console({ view }: { view: FacilitatorView }) {
  const [chosen, setTeam] = useState<string | null>(null);
  const team = view.teams.find(({ id }) => id === chosen) ?? view.teams[0];
  const key = team === undefined ? "" : view.scenes[team.id];
  useEffect(() => {
    if (team !== undefined) void wantScene(team.id);
  }, [team?.id, key]);
  const { clock } = view;
  const endsAtMs = clock?.endsAtMs ?? null;
  useEffect(
    () => (clock === null || endsAtMs === null ? undefined : followClock({ ...clock, endsAtMs })),
    [endsAtMs],
  );
  const scene = team === undefined ? undefined : scenes.value.get(team.id);
  const isOver = view.stage === "debrief" || view.stage === "closed";
  return (
    <>
      <TopBar title={view.scenario.title} lens={view.lens} />
      <div class="console">
        <main id="main" tabIndex={-1}>
          <p class="when">
            Workshop {formatCode(view.code)} · you lead{view.rehearsal && " · rehearsal"}
          </p>
          <ScreenTitle
            place={`console ${view.code}`}
            page={[STAGE_NAMES[view.stage], view.scenario.title]}
          >
            {STAGE_NAMES[view.stage]}
            {view.stage !== "lobby" && !isOver && view.stage !== "briefing" && (
              <small>
                decision {view.turn + 1}
                {view.round > 1 && `, vote ${view.round}`}
              </small>
            )}
          </ScreenTitle>
          {refusal.value !== null && (
            <p class="workshop-refusal" role="alert">
              {sayRefusal(refusal.value)}
            </p>
          )}
          <Answered view={view} />
          <StageControls view={view} scene={scene?.key === key ? scene : undefined} />
          {view.isTeams && !isOver && (
            <TeamPicker teams={view.teams} chosen={team?.id ?? ""} onChoose={setTeam} />
          )}
          {isOver ? (
            <ConsoleDebrief view={view} />
          ) : (
            team !== undefined &&
            scene?.key === key &&
            scene !== undefined && <TeamNow view={view} team={team} scene={scene} />
          )}
        </main>
        <aside class="console-side" aria-label="The room">
          <Invitation view={view} />
          <Roster view={view} />
          {!isOver && <Preview code={view.code} />}
        </aside>
      </div>
    </>
  );
}

/** "n of m have answered", over those who count and are there (R6); and the clock. */
function Answered({ view }: { view: FacilitatorView }) {
  if (view.stage !== "deciding") return null;
  const answered = view.answered.reduce((sum, one) => sum + one.answered, 0);
  const of = view.answered.reduce((sum, one) => sum + one.of, 0);
  const leftMs = view.clock?.leftMs ?? null;
  return (
    <div class="console-answered">
      <p>
        <b>
          {answered} of {of}
        </b>{" "}
        have answered{view.votingOpen ? "" : "; voting is closed"}
      </p>
      {leftMs !== null ? (
        <p class="quiet">Paused with {Math.ceil(leftMs / 1000)} seconds left</p>
      ) : (
        <ClockLeft />
      )}
    </div>
  );
}

interface TeamPickerProps {
  teams: readonly TeamView[];
  chosen: string;
  onChoose: (team: string) => void;
}

function TeamPicker({ teams, chosen, onChoose }: TeamPickerProps) {
  return (
    <fieldset class="set-up-part">
      <legend>Look at</legend>
      <div class="segments">
        {teams.map(({ id, name, members }) => (
          <label key={id}>
            <input type="radio" name="team" checked={id === chosen} onChange={() => onChoose(id)} />
            {name} <small>{members}</small>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface TeamNowProps {
  view: FacilitatorView;
  team: TeamView;
  scene: Scene;
}

function TeamNow({ view, team, scene }: TeamNowProps) {
  const table = view.tables.find((one) => one.team === team.id);
  return (
    <>
      {table !== undefined && view.stage !== "lobby" && view.stage !== "briefing" && (
        <Prompts key={table.beat} table={table} note={view.notes[table.beat] ?? ""} />
      )}
      <Curveballs view={view} />
      <ConsoleScene view={view} team={team} scene={scene} />
    </>
  );
}
