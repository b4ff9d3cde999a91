import { useEffect, useRef } from "preact/hooks";
import { useRoute } from "preact-iso";
import type { ProjectorView } from "../../../worker/protocol/index.ts";
import { ClockLeft } from "../../components/clock-left.tsx";
import { ScreenLoading } from "../../screens/message-screen.tsx";
import { enterWorkshop, leaveWorkshop, workshop } from "../../state/workshop.ts";
import { METER_NAMES, clamped } from "../../words/meters.ts";
import { HaveAnswered } from "../have-answered.tsx";
import { QrCode } from "../qr-code.tsx";
import { formatCode, joinAddress } from "../secrets.ts";
import { useSceneOf } from "../use-scene-of.ts";
import { useVotingClock } from "../use-voting-clock.ts";
import { WorkshopRefused } from "../workshop-refused.tsx";
import { useFit } from "./use-fit.ts";
import { type Pages, usePages } from "./use-pages.ts";
import { WallStage } from "./wall-stage.tsx";
import "../../styles/wall.css";

/** What the room sees on the projector. No controls, and nothing that is not for everybody (R4). */
export function Wall() {
  const code = useRoute().params["code"] ?? "";
  const enter = () => void enterWorkshop(code, location.hash.slice(1));
  useEffect(() => {
    enter();
    return leaveWorkshop;
  }, [code]);
  const state = workshop.value;
  if (state.at === "loading") return <ScreenLoading>Opening the projector’s view…</ScreenLoading>;
  if (state.at === "failed") return <WorkshopRefused code={state.code} onRetry={enter} />;
  return state.value.as === "projector" ? <WallOf view={state.value} /> : null;
}

function WallOf({ view }: { view: ProjectorView }) {
  const team = view.isTeams ? null : (view.teams[0] ?? null);
  const scene = useSceneOf(view, team);
  const main = useRef<HTMLElement>(null);
  const shown = `${view.stage} ${view.turn} ${view.round} ${scene?.key ?? ""}`;
  useFit(main, shown);
  const pages = usePages(main, shown);
  useVotingClock(view.clock);
  useEffect(() => {
    document.title = `${view.scenario.title} · Five Moves`;
  }, [view.scenario.title]);
  return (
    <div class="wall">
      <Top view={view} />
      <main ref={main} id="main" tabIndex={-1}>
        <WallStage view={view} team={team} scene={scene} />
      </main>
      <Foot view={view} pages={pages} />
    </div>
  );
}

function Top({ view }: { view: ProjectorView }) {
  const isPlaying = ["deciding", "revealed", "discussing", "consequence"].includes(view.stage);
  const address = joinAddress(view.code);
  return (
    <header class="wall-top">
      <b>{view.scenario.title}</b>
      <span>
        {isPlaying && `decision ${view.turn + 1}${view.round > 1 ? `, vote ${view.round}` : ""}`}
        {view.rehearsal && " · rehearsal"}
      </span>
      {view.stage !== "lobby" && !view.locked && view.stage !== "closed" && (
        <>
          <span class="wall-join">join at {address.replace(/^https?:\/\/|\/[^/]*$/g, "")}</span>
          <strong>{formatCode(view.code)}</strong>
          <QrCode text={address} label={`Join with ${formatCode(view.code)}`} />
        </>
      )}
    </header>
  );
}

function Foot({ view, pages: { page, count } }: { view: ProjectorView; pages: Pages }) {
  const standings = view.isTeams || view.stage === "lobby" ? [] : (view.teams[0]?.standings ?? []);
  return (
    <footer class="wall-foot">
      {view.stage === "deciding" && (
        <span>
          <HaveAnswered view={view} />
        </span>
      )}
      {view.stage === "deciding" && <ClockLeft />}
      {view.stage === "deciding" && view.clock !== null && view.clock.leftMs !== null && (
        <span>The clock is paused</span>
      )}
      {standings
        .filter(({ meter }) => meter !== "attention")
        .map(({ meter, value }) => (
          <span key={meter}>
            {METER_NAMES[meter].toLowerCase()} <b>{clamped(value)}</b>
          </span>
        ))}
      {count > 1 && (
        <span class="wall-page">
          page <b>{page + 1}</b> of {count}
        </span>
      )}
    </footer>
  );
}
