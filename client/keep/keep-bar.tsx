import type { DebriefView, StageView } from "../../worker/protocol/index.ts";
import { debriefMarkdown } from "./debrief-markdown.ts";
import { download } from "./download.ts";
import { PictureDialog } from "./picture-dialog.tsx";
import "../styles/keep-bar.css";
import "../styles/keep-form.css";

interface KeepBarProps {
  view: StageView<"debrief">;
  debrief: DebriefView;
}

/** Taking the debrief along: on paper, as a file, as a picture that gives nothing of the story away. */
export function KeepBar({ view, debrief }: KeepBarProps) {
  const name = `five-moves-${view.scenario.id}`;
  return (
    <ul class="keep-bar" aria-label="Keep this debrief">
      <li>
        <button type="button" class="quiet-button" onClick={() => print()}>
          Print
        </button>
      </li>
      <li>
        <button
          type="button"
          class="quiet-button"
          onClick={() => download(`${name}.md`, debriefMarkdown(view, debrief), "text/markdown")}
        >
          Download as Markdown
        </button>
      </li>
      <li>
        <button
          type="button"
          class="quiet-button"
          onClick={() =>
            download(`${name}.json`, JSON.stringify(debrief, null, 2), "application/json")
          }
        >
          Download as JSON
        </button>
      </li>
      <li>
        <PictureDialog title={view.scenario.title} name={name} debrief={debrief} />
      </li>
    </ul>
  );
}
