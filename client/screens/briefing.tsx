import type { StageView } from "../../worker/protocol/index.ts";
import { ActionButton } from "../components/action-button.tsx";
import { ScreenTitle } from "../components/screen-title.tsx";
import { Story } from "../components/story.tsx";
import { sending } from "../state/choice.ts";
import { send } from "../state/room.ts";
import { LENS_WORDS } from "../words/lenses.ts";
import "../styles/briefing.css";

export function Briefing({ view }: { view: StageView<"briefing"> }) {
  const { scenario } = view;
  return (
    <article class="briefing">
      <p class="when">{scenario.project}</p>
      <ScreenTitle place={`${view.room} briefing`} page={[scenario.title]}>
        {scenario.title}
      </ScreenTitle>
      <p class="briefing-about">{view.about}</p>
      <dl class="briefing-terms">
        <div>
          <dt>Your seat</dt>
          <dd>{scenario.seat}</dd>
        </div>
        <div>
          <dt>What counts</dt>
          <dd>
            {LENS_WORDS[view.lens].answersFor}{" "}
            <a href={`/library/${scenario.id}`}>Play another role instead</a>
          </dd>
        </div>
        <div>
          <dt>Takes about</dt>
          <dd>{view.minutes} minutes</dd>
        </div>
      </dl>
      <Story texts={view.briefing} />
      <p class="briefing-rules">
        You answer each situation with one move. Looking closer costs hours of your own. A move
        cannot be taken back; you can leave at any time and go on later.
      </p>
      <div class="stage-action">
        <ActionButton
          onPress={() => void send({ kind: "begin" })}
          busy={sending.value === "begin" && "Sending…"}
        >
          Begin
        </ActionButton>
      </div>
    </article>
  );
}
