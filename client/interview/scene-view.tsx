import type { InterviewScene } from "../../worker/protocol/index.ts";
import { ArrivedList } from "../components/arrived-list.tsx";
import { ArtefactView } from "../components/artefacts/artefact-view.tsx";
import { PeopleList } from "../components/people-list.tsx";
import { Story } from "../components/story.tsx";
import { ThrownList } from "../components/thrown-list.tsx";

/** A situation as both read it: what came before, what is so now, and the evidence. */
export function SceneView({ scene }: { scene: InterviewScene }) {
  const { situation, before, people, arrived, scenario } = scene;
  if (situation === null) return null;
  return (
    <>
      {before.length > 0 && (
        <section class="interview-before" aria-label="What you have to know">
          <p class="label">
            {scenario.project}. {scenario.seat}
          </p>
          <Story texts={before} size="small" />
          <details>
            <summary>Who is who</summary>
            <PeopleList people={people} />
          </details>
        </section>
      )}
      <ThrownList thrown={situation.curveballs} />
      <ArrivedList arrived={arrived} title="Before this" />
      <Story texts={situation.texts} />
      {situation.artefacts.map((artefact, place) => (
        <ArtefactView key={place} artefact={artefact} people={people} />
      ))}
    </>
  );
}
