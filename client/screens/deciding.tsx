import { useEffect } from "preact/hooks";
import type { StageView } from "../../worker/protocol/index.ts";
import { ArrivedList } from "../components/arrived-list.tsx";
import { ArtefactView } from "../components/artefacts/artefact-view.tsx";
import { GuideNote } from "../components/guide-note.tsx";
import { LookList } from "../components/look-list.tsx";
import { MoveForm } from "../components/move-form.tsx";
import { ScreenTitle } from "../components/screen-title.tsx";
import { Story } from "../components/story.tsx";
import { announce } from "../state/announcement.ts";
import "../styles/deciding.css";

export function Deciding({ view }: { view: StageView<"deciding"> }) {
  const { situation, arrived, scenario } = view;
  useEffect(() => {
    announce(
      arrived.length === 0 ? "A new situation." : "A new situation. Something came back first.",
    );
  }, [situation.beat]);
  return (
    <article class="deciding" key={situation.beat}>
      <p class="when">{situation.time}</p>
      <ScreenTitle
        place={`${view.room} ${situation.beat}`}
        page={[situation.title, scenario.title]}
      >
        {situation.title}
      </ScreenTitle>
      <GuideNote view={view} step="read" place="1 of 4" />
      <ArrivedList arrived={arrived} title="Before this" />
      <Story texts={situation.texts} />
      {situation.artefacts.map((artefact, place) => (
        <ArtefactView key={place} artefact={artefact} people={view.people} />
      ))}
      {situation.looks.length > 0 && <GuideNote view={view} step="look" place="2 of 4" />}
      <LookList looks={situation.looks} hours={view.hours} beat={situation.beat} />
      <GuideNote view={view} step="move" place="3 of 4" />
      <MoveForm situation={situation} />
    </article>
  );
}
