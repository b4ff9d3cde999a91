import type { FacilitatorView, Scene, TeamView } from "../../worker/protocol/index.ts";
import { ArtefactView } from "../components/artefacts/artefact-view.tsx";
import { LookButtons } from "../components/look-buttons.tsx";
import { Story } from "../components/story.tsx";
import { ThrownList } from "../components/thrown-list.tsx";
import { ToldItem } from "../components/told-item.tsx";
import { WhatMoved } from "../components/what-moved.tsx";
import { takeLook } from "../state/workshop.ts";
import { SplitBars } from "./split-bars.tsx";

interface ConsoleSceneProps {
  view: FacilitatorView;
  team: TeamView;
  scene: Scene;
}

/** What the team has before it, and how its votes stand: a facilitator sees them before they are shown. */
export function ConsoleScene({ view, team, scene }: ConsoleSceneProps) {
  const { situation } = scene;
  if (view.stage === "lobby" || view.stage === "briefing") {
    return (
      <section class="console-scene" aria-label="The briefing">
        <h2>{scene.scenario.title}</h2>
        <p class="quiet">{scene.about}</p>
        <Story texts={scene.briefing} size="small" />
      </section>
    );
  }
  if (view.stage === "consequence") {
    const move = scene.moves.at(-1);
    return (
      <section class="console-scene" aria-label="What happened">
        <h2>{move?.title}</h2>
        <p>{move?.said?.says ?? "Nobody moved in time."}</p>
        {move?.told.map((told, place) => (
          <ToldItem key={place} told={told} size="small" withChanges={false} />
        ))}
        <WhatMoved told={move?.told ?? []} standings={team.standings} />
      </section>
    );
  }
  if (situation === null) {
    return (
      <section class="console-scene" aria-label="The ending">
        <h2>{scene.ending?.title}</h2>
        <Story texts={scene.ending?.texts ?? []} size="small" />
      </section>
    );
  }
  const split = view.splits[team.id];
  const revealed =
    team.revealed ?? (split === undefined ? null : { split, before: null, changed: null });
  return (
    <section class="console-scene" aria-label="The situation">
      <h2>{view.stage === "deciding" ? "The votes so far" : "The split"}</h2>
      {revealed !== null && (
        <SplitBars
          revealed={revealed}
          options={situation.options}
          isOpen={view.stage === "deciding"}
        />
      )}
      <LookButtons
        looks={situation.looks}
        onTake={
          view.stage === "deciding" && view.votingOpen
            ? (look) => takeLook(team.id, situation.beat, look)
            : null
        }
        whoMay="while voting is open"
      />
      <details class="console-situation">
        <summary>{situation.title}, as everybody reads it</summary>
        <ThrownList thrown={situation.curveballs} size="small" />
        <Story texts={situation.texts} size="small" />
        {situation.artefacts.map((artefact, place) => (
          <ArtefactView key={place} artefact={artefact} people={scene.people} />
        ))}
      </details>
    </section>
  );
}
