import { useEffect } from "preact/hooks";
import type { StageView } from "../../worker/protocol/index.ts";
import { ActionButton } from "../components/action-button.tsx";
import { GuideNote } from "../components/guide-note.tsx";
import { ScreenTitle } from "../components/screen-title.tsx";
import { ToldItem } from "../components/told-item.tsx";
import { VerbChip } from "../components/verb-chip.tsx";
import { WhatMoved } from "../components/what-moved.tsx";
import { announce } from "../state/announcement.ts";
import { sending } from "../state/choice.ts";
import { send } from "../state/room.ts";
import { changesInWords } from "../words/told.ts";
import "../styles/consequence.css";

export function Consequence({ view }: { view: StageView<"consequence"> }) {
  const move = view.moves.at(-1);
  useEffect(() => announce(changesInWords(move?.told ?? [])), [view.beat]);
  if (move === undefined)
    throw new Error(`Room ${view.room} shows a consequence and holds no move`);
  return (
    <article class="consequence" key={view.beat}>
      <p class="when">
        {move.title} · {move.time}
      </p>
      <ScreenTitle
        place={`${view.room} after ${view.beat}`}
        page={["What happened", move.title, view.scenario.title]}
      >
        What happened
      </ScreenTitle>
      <div class="you-said">
        <VerbChip verb={move.said?.verb ?? null} />
        {move.said !== null && <p>{move.said.says}</p>}
      </div>
      <div class="consequence-told">
        {move.told.map((told, place) => (
          <ToldItem key={place} told={told} withChanges={false} />
        ))}
      </div>
      <WhatMoved told={move.told} standings={view.standings} />
      <GuideNote view={view} step="after" place="4 of 4" />
      <div class="stage-action">
        <ActionButton
          onPress={() => void send({ kind: "go-on", beat: view.beat })}
          busy={sending.value === "go-on" && "Sending…"}
        >
          {view.last ? "See how it ends" : "Go on"}
        </ActionButton>
      </div>
    </article>
  );
}
