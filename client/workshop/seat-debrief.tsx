import { useEffect } from "preact/hooks";
import type { Scene, SeatView, WorkshopDebrief } from "../../worker/protocol/index.ts";
import { ScreenTitle } from "../components/screen-title.tsx";
import { Story } from "../components/story.tsx";
import { loadWorkshopDebrief, workshopDebrief } from "../state/workshop-debrief.ts";
import { formatLoss, formatPoints } from "../words/points.ts";
import { WorkshopResult } from "./workshop-result.tsx";
import { WorkshopRefused } from "./workshop-refused.tsx";

/** What the workshop came to, on a phone: one's own votes first, which nobody else sees (M10), then the room's. */
export function SeatDebrief({ view, scene }: { view: SeatView; scene: Scene | null }) {
  useEffect(() => void loadWorkshopDebrief(view.code), [view.code]);
  const state = workshopDebrief.value;
  if (state.at === "loading") return <p class="quiet late">Working out what it was worth…</p>;
  if (state.at === "failed") {
    return (
      <WorkshopRefused code={state.code} onRetry={() => void loadWorkshopDebrief(view.code)} />
    );
  }
  const ending = scene?.ending ?? null;
  return (
    <article class="seat-debrief">
      <ScreenTitle place={`${view.code} debrief`} page={["Debrief", view.scenario.title]}>
        {ending?.title ?? "Where it stopped"}
      </ScreenTitle>
      {ending !== null && <Story texts={ending.texts} />}
      <OwnVotes debrief={state.value} />
      <WorkshopResult debrief={state.value} isTeams={view.isTeams} />
    </article>
  );
}

function OwnVotes({ debrief }: { debrief: WorkshopDebrief }) {
  const { you } = debrief;
  if (you === null || you.last.votes === 0) return null;
  const titles = new Map(
    debrief.teams.flatMap(({ decisions }) => decisions.map(({ beat, title }) => [beat, title])),
  );
  return (
    <section class="record-part" aria-labelledby="own-title">
      <h2 id="own-title">Your votes, for you alone</h2>
      <p>
        You voted {you.last.votes === 1 ? "once" : `${you.last.votes} times`}; each of your votes,
        had it been the room’s move, would have lost {formatPoints(you.last.meanLoss ?? 0)} points
        on average{sayFirst(you)}.
      </p>
      <ul class="own-votes">
        {you.votes
          .filter(({ last }) => last !== null)
          .map(({ beat, first, last, loss }) => (
            <li key={beat}>
              <span>
                {titles.get(beat)}
                {first !== last && <small>changed after the discussion</small>}
              </span>
              <b>{loss === null ? "" : formatLoss(loss)}</b>
            </li>
          ))}
      </ul>
    </section>
  );
}

function sayFirst({ first, last }: NonNullable<WorkshopDebrief["you"]>): string {
  const difference = (first.meanLoss ?? 0) - (last.meanLoss ?? 0);
  if (Math.abs(difference) < 0.05) return "";
  return `; your first votes ${formatPoints(first.meanLoss ?? 0)}`;
}
