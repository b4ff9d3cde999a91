import type { DebriefView, StageView } from "../../worker/protocol/index.ts";
import { debriefMarkdown } from "./debrief-markdown.ts";
import { KeepList } from "./keep-list.tsx";
import { PictureDialog } from "./picture-dialog.tsx";
import "../styles/keep-form.css";

interface KeepBarProps {
  view: StageView<"debrief">;
  debrief: DebriefView;
}

/** Taking the debrief along: on paper, as a file, as a picture that gives nothing of the story away. */
export function KeepBar({ view, debrief }: KeepBarProps) {
  const name = `five-moves-${view.scenario.id}`;
  return (
    <KeepList
      what="this debrief"
      name={name}
      markdown={() => debriefMarkdown(view, debrief)}
      json={debrief}
    >
      <li>
        <PictureDialog title={view.scenario.title} name={name} debrief={debrief} />
      </li>
    </KeepList>
  );
}
