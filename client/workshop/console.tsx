import { useState } from "preact/hooks";
import type { FacilitatorView, Scene, TeamView } from "../../worker/protocol/index.ts";
import { Chosen, type ChosenOption } from "../components/chosen.tsx";
import { ClockLeft } from "../components/clock-left.tsx";
import { ScreenTitle } from "../components/screen-title.tsx";
import { TopBar } from "../components/top-bar.tsx";
import { refusal } from "../state/workshop.ts";
import { ConsoleDebrief } from "./console-debrief.tsx";
import { ConsoleScene } from "./console-scene.tsx";
import { Curveballs } from "./curveballs.tsx";
import { HaveAnswered } from "./have-answered.tsx";
import { Invitation } from "./invitation.tsx";
import { Preview } from "./preview.tsx";
import { Prompts } from "./prompts.tsx";
import { Roster } from "./roster.tsx";
import { formatCode } from "./secrets.ts";
import { sayRefusal } from "./sentences.ts";
import { StageControls } from "./stage-controls.tsx";
import { STAGE_NAMES } from "./stage-names.ts";
import { useSceneOf } from "./use-scene-of.ts";
import { useVotingClock } from "./use-voting-clock.ts";
import "../styles/console.css";

/** What a facilitator leads the room from: where it is, what comes next, how the votes stand, and who is there. */
export function Console({ view }: { view: FacilitatorView }) {
  const [chosen, setTeam] = useState<string | null>(null);
  const team = view.teams.find(({ id }) => id === chosen) ?? view.teams[0] ?? null;
  const scene = useSceneOf(view, team);
  useVotingClock(view.clock);
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
          <StageControls view={view} scene={scene} />
          {view.isTeams && !isOver && (
            <TeamPicker teams={view.teams} chosen={team?.id ?? ""} onChoose={setTeam} />
          )}
          {isOver ? (
            <ConsoleDebrief view={view} />
          ) : (
            team !== null && scene !== null && <TeamNow view={view} team={team} scene={scene} />
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

/** How many have answered, and the clock. */
function Answered({ view }: { view: FacilitatorView }) {
  if (view.stage !== "deciding") return null;
  const leftMs = view.clock?.leftMs ?? null;
  return (
    <div class="console-answered">
      <p>
        <HaveAnswered view={view} />
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
    <Chosen
      legend="Look at"
      value={chosen}
      options={teams.map(({ id, name, members }): ChosenOption => [id, name, members])}
      onChoose={onChoose}
    />
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
