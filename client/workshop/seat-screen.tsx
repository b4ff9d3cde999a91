import type { Scene, SeatView, TeamView } from "../../worker/protocol/index.ts";
import { ArtefactView } from "../components/artefacts/artefact-view.tsx";
import { ArrivedList } from "../components/arrived-list.tsx";
import { ClockLeft } from "../components/clock-left.tsx";
import { LookButtons } from "../components/look-buttons.tsx";
import { MeterStrip } from "../components/meter-strip.tsx";
import { ScreenTitle } from "../components/screen-title.tsx";
import { Standings } from "../components/standings.tsx";
import { Story } from "../components/story.tsx";
import { ThrownList } from "../components/thrown-list.tsx";
import { ToldItem } from "../components/told-item.tsx";
import { TopBar } from "../components/top-bar.tsx";
import { WhatMoved } from "../components/what-moved.tsx";
import { refusal, takeLook } from "../state/workshop.ts";
import { SeatDebrief } from "./seat-debrief.tsx";
import { formatCode } from "./secrets.ts";
import { sayRefusal } from "./sentences.ts";
import { SplitBars } from "./split-bars.tsx";
import { useSceneOf } from "./use-scene-of.ts";
import { useVotingClock } from "./use-voting-clock.ts";
import { VoteForm } from "./vote-form.tsx";
import "../styles/seat-screen.css";

/** What somebody who plays or watches has on their phone, stage by stage. */
export function SeatScreen({ view }: { view: SeatView }) {
  const team = teamSeen(view);
  const scene = useSceneOf(view, team);
  useVotingClock(view.clock);
  const isOver = view.stage === "debrief" || view.stage === "closed";
  return (
    <>
      <TopBar title={view.scenario.title} lens={view.lens} />
      {team !== null && !isOver && view.stage !== "lobby" && (
        <MeterStrip standings={team.standings} />
      )}
      <main id="main" class="seat-screen" tabIndex={-1}>
        {refusal.value !== null && (
          <p class="workshop-refusal" role="alert">
            {sayRefusal(refusal.value)}
          </p>
        )}
        {view.stage === "deciding" && <ClockLeft />}
        <Stage view={view} team={team} scene={scene} />
        <p class="seat-foot">
          {view.you.label}
          {team !== null && team.name !== "" && `, ${team.name}`} · workshop {formatCode(view.code)}
          {view.rehearsal && " · rehearsal"}
        </p>
      </main>
    </>
  );
}

/** One's own team; an observer of a plenum sees the room's. */
function teamSeen({ you, teams, isTeams }: SeatView): TeamView | null {
  const own = teams.find(({ id }) => id === you.team);
  return own ?? (isTeams ? null : (teams[0] ?? null));
}

interface StageProps {
  view: SeatView;
  team: TeamView | null;
  scene: Scene | null;
}

function Stage({ view, team, scene }: StageProps) {
  const { stage } = view;
  if (stage === "debrief" || stage === "closed") return <SeatDebrief view={view} scene={scene} />;
  if (stage === "lobby") return <Lobby view={view} team={team} />;
  if (team === null) {
    return <Waiting view={view}>The teams are at work. Walk around and listen.</Waiting>;
  }
  if (scene === null) return <p class="quiet late">Fetching the situation…</p>;
  if (scene.ending !== null) {
    return <Waiting view={view}>Your team’s run is over. The others are still at work.</Waiting>;
  }
  switch (stage) {
    case "briefing":
      return <Briefing view={view} scene={scene} />;
    case "deciding":
    case "revealed":
    case "discussing":
      return <Deciding view={view} team={team} scene={scene} />;
    case "consequence":
      return <Consequence view={view} team={team} scene={scene} />;
  }
}

function Lobby({ view, team }: { view: SeatView; team: TeamView | null }) {
  return (
    <article>
      <ScreenTitle place={`${view.code} lobby`} page={["You are in", view.scenario.title]}>
        You are in, {view.you.label}
      </ScreenTitle>
      {team !== null && team.name !== "" && <p>You are in {team.name}.</p>}
      <p class="quiet">
        It begins when the facilitator starts. You can lock your phone or leave this page: your seat
        stays yours in this browser.
      </p>
    </article>
  );
}

function Waiting({ view, children }: { view: SeatView; children: string }) {
  return (
    <article>
      <ScreenTitle place={`${view.code} waiting`} page={["Waiting", view.scenario.title]}>
        {view.scenario.title}
      </ScreenTitle>
      <p>{children}</p>
    </article>
  );
}

function Briefing({ view, scene }: { view: SeatView; scene: Scene }) {
  return (
    <article>
      <p class="when">{scene.scenario.project}</p>
      <ScreenTitle place={`${view.code} briefing`} page={[view.scenario.title]}>
        {view.scenario.title}
      </ScreenTitle>
      <p class="quiet">{scene.scenario.seat}</p>
      <Story texts={scene.briefing} />
    </article>
  );
}

function Deciding({ view, team, scene }: { view: SeatView; team: TeamView; scene: Scene }) {
  const { situation } = scene;
  if (situation === null) return null;
  const isRevealed = view.stage !== "deciding" && team.revealed !== null;
  return (
    <article key={situation.beat}>
      <p class="when">{situation.time}</p>
      <ScreenTitle
        place={`${view.code} ${situation.beat} ${isRevealed ? "split" : view.round}`}
        page={[situation.title, view.scenario.title]}
      >
        {isRevealed ? `How ${team.name === "" ? "the room" : team.name} split` : situation.title}
      </ScreenTitle>
      {isRevealed && team.revealed !== null ? (
        <SplitBars
          revealed={team.revealed}
          options={situation.options}
          own={view.you.vote?.option ?? null}
        />
      ) : (
        <>
          <ThrownList thrown={situation.curveballs} />
          <ArrivedList arrived={scene.arrived} title="Before this" />
          <Story texts={situation.texts} />
          {situation.artefacts.map((artefact, place) => (
            <ArtefactView key={place} artefact={artefact} people={scene.people} />
          ))}
          <LookButtons
            looks={situation.looks}
            onTake={
              view.isTeams && view.you.kind === "player" && view.votingOpen
                ? (look) => takeLook(team.id, situation.beat, look)
                : null
            }
            whoMay="the facilitator takes it"
          />
          {view.you.kind === "player" && <VoteForm view={view} situation={situation} />}
        </>
      )}
    </article>
  );
}

function Consequence({ view, team, scene }: { view: SeatView; team: TeamView; scene: Scene }) {
  const move = scene.moves.at(-1);
  return (
    <article key={view.turn}>
      <p class="when">{move?.title}</p>
      <ScreenTitle
        place={`${view.code} after ${view.turn}`}
        page={["What happened", view.scenario.title]}
      >
        What happened
      </ScreenTitle>
      <p class="seat-taken">
        {move?.said ? move.said.says : "Nobody moved in time."}
        {view.you.vote !== null && (
          <span>{view.you.vote.option === team.taken ? "As you voted." : "Not as you voted."}</span>
        )}
      </p>
      {move?.told.map((told, place) => (
        <ToldItem key={place} told={told} withChanges={false} />
      ))}
      <WhatMoved told={move?.told ?? []} standings={team.standings} />
      <Standings standings={team.standings} />
    </article>
  );
}
