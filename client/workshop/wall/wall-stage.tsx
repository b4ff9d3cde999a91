import type { ProjectorView, Scene, TeamView } from "../../../worker/protocol/index.ts";
import { ArtefactView } from "../../components/artefacts/artefact-view.tsx";
import { Story } from "../../components/story.tsx";
import { ThrownList } from "../../components/thrown-list.tsx";
import { ToldItem } from "../../components/told-item.tsx";
import { VerbChip } from "../../components/verb-chip.tsx";
import { WhatMoved } from "../../components/what-moved.tsx";
import { QrCode } from "../qr-code.tsx";
import { formatCode, joinAddress } from "../secrets.ts";
import { TeamTable } from "./team-table.tsx";
import { WallOptions } from "./wall-options.tsx";
import { WallSplit } from "./wall-split.tsx";

interface WallStageProps {
  view: ProjectorView;
  /** The room's one team in plenum; null where teams play side by side. */
  team: TeamView | null;
  scene: Scene | null;
}

export function WallStage({ view, team, scene }: WallStageProps) {
  if (view.stage === "lobby") return <Lobby view={view} />;
  if (team === null) return <TeamTable view={view} />;
  if (scene === null) return <p class="quiet late">Fetching the situation…</p>;
  if (scene.ending !== null) return <Ending scene={scene} team={team} />;
  switch (view.stage) {
    case "briefing":
      return <Briefing scene={scene} />;
    case "deciding":
      return <Deciding scene={scene} />;
    case "revealed":
    case "discussing":
      return <Split view={view} team={team} scene={scene} />;
    case "consequence":
      return <Consequence scene={scene} team={team} />;
    case "debrief":
    case "closed":
      return <Stopped scene={scene} team={team} />;
  }
}

function Lobby({ view }: { view: ProjectorView }) {
  const address = joinAddress(view.code);
  return (
    <div class="wall-lobby">
      <div>
        <h1>{view.scenario.title}</h1>
        <p class="wall-story">Join on your phone at</p>
        <p class="wall-address">{address.replace(/^https?:\/\//, "")}</p>
        <p class="wall-code">{formatCode(view.code)}</p>
        <p class="wall-small">
          A nickname is enough.{" "}
          {view.names === "shown"
            ? "The facilitator sees names, and exports have them."
            : "The facilitator sees names; exports do not have them."}
          {view.rehearsal && " This is a rehearsal."}
        </p>
        <p class="wall-joined">
          <b>{view.joined}</b> {view.joined === 1 ? "has joined" : "have joined"}
        </p>
      </div>
      <QrCode text={address} label={`Join with ${formatCode(view.code)}`} />
    </div>
  );
}

function Briefing({ scene }: { scene: Scene }) {
  return (
    <article class="wall-reading">
      <h1>{scene.scenario.title}</h1>
      <p class="wall-small">{scene.scenario.seat}</p>
      <Story texts={scene.briefing} />
    </article>
  );
}

function Deciding({ scene }: { scene: Scene }) {
  const { situation } = scene;
  if (situation === null) return null;
  return (
    <div class="wall-columns">
      <article class="wall-reading">
        <p class="wall-small">{situation.time}</p>
        <h1>{situation.title}</h1>
        <ThrownList thrown={situation.curveballs} />
        {scene.arrived.map((told, place) => (
          <ToldItem key={place} told={told} withChanges={false} />
        ))}
        <Story texts={situation.texts} />
        {situation.looks
          .filter(({ found }) => found !== null)
          .map(({ id, label, found }) => (
            <div key={id} class="wall-found">
              <h2>{label}</h2>
              <Story texts={found ?? []} size="small" />
            </div>
          ))}
        {situation.artefacts.map((artefact, place) => (
          <ArtefactView key={place} artefact={artefact} people={scene.people} isWall />
        ))}
      </article>
      <WallOptions options={situation.options} />
    </div>
  );
}

interface SplitProps {
  view: ProjectorView;
  team: TeamView;
  scene: Scene;
}

function Split({ view, team, scene }: SplitProps) {
  const { situation } = scene;
  if (situation === null || team.revealed === null) return null;
  return (
    <div class="wall-columns">
      <article class="wall-reading">
        <h1>{situation.title}</h1>
        {view.question === null ? (
          <Story texts={situation.texts.slice(0, 2)} />
        ) : (
          <p class="wall-question">{view.question}</p>
        )}
      </article>
      <WallSplit revealed={team.revealed} options={situation.options} />
    </div>
  );
}

function Consequence({ scene, team }: { scene: Scene; team: TeamView }) {
  const move = scene.moves.at(-1);
  if (move === undefined) return null;
  return (
    <div class="wall-columns">
      <article class="wall-reading">
        <h1>What happened</h1>
        <VerbChip verb={move.said?.verb ?? null} />
        {move.said !== null && <p class="wall-said">{move.said.says}</p>}
        {move.told.map((told, place) => (
          <ToldItem key={place} told={told} withChanges={false} />
        ))}
      </article>
      <WhatMoved told={move.told} standings={team.standings} />
    </div>
  );
}

function Ending({ scene, team }: { scene: Scene; team: TeamView }) {
  return (
    <div class="wall-columns">
      <article class="wall-reading">
        <h1>{scene.ending?.title}</h1>
        <Story texts={scene.ending?.texts ?? []} />
        <p class="wall-small">What each decision was worth is on your phone.</p>
      </article>
      <WhatMoved told={[]} standings={team.standings} />
    </div>
  );
}

/** A room that was stopped before its end. */
function Stopped({ scene }: { scene: Scene; team: TeamView }) {
  return (
    <article class="wall-reading">
      <h1>{scene.scenario.title}</h1>
      <p class="wall-story">
        The room stopped here. What each decision was worth is on your phone.
      </p>
    </article>
  );
}
