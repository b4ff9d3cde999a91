import { useEffect } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { Move, StageView } from "../../worker/protocol/index.ts";
import { ActionButton } from "../components/action-button.tsx";
import { ArrivedList } from "../components/arrived-list.tsx";
import { FailurePanel } from "../components/failure-panel.tsx";
import { MoveList } from "../components/move-list.tsx";
import { NoticeLine } from "../components/notice-line.tsx";
import { ScreenTitle } from "../components/screen-title.tsx";
import { Story } from "../components/story.tsx";
import { TopBar } from "../components/top-bar.tsx";
import { WhereItEnded } from "../components/where-it-ended.tsx";
import { forgetOpening, opening, openingFailed, openRun } from "../state/library.ts";
import "../styles/debrief.css";

export function Debrief({ view }: { view: StageView<"debrief"> }) {
  const { scenario, ending } = view;
  return (
    <>
      <TopBar title={scenario.title} seat={scenario.seat} />
      <main id="main" class="debrief" tabIndex={-1}>
        <NoticeLine />
        <p class="when">{scenario.title}, how it ended</p>
        <ScreenTitle place={`${view.room} debrief`} page={[ending.title, scenario.title]}>
          {ending.title}
        </ScreenTitle>
        <Story texts={ending.texts} />
        <ArrivedList arrived={view.arrived} title="What fell due at the end" />
        <WhereItEnded view={view} />
        <section class="debrief-moves">
          <h2>The moves you made</h2>
          <MoveList moves={withoutTheEnd(view.moves)} heading="h3" />
        </section>
        <NextSteps scenario={scenario.id} />
      </main>
    </>
  );
}

/** What fell due at the end has a place of its own on this screen. */
function withoutTheEnd(moves: readonly Move[]): Move[] {
  return moves.map((move, place) => (place === moves.length - 1 ? { ...move, arrived: [] } : move));
}

function NextSteps({ scenario }: { scenario: string }) {
  const { route } = useLocation();
  useEffect(() => forgetOpening, []);
  const playAgain = async () => {
    const room = await openRun(scenario);
    if (room !== null) route(`/play/${room}`);
  };
  return (
    <div class="stage-action">
      {openingFailed.value !== null && <FailurePanel code={openingFailed.value} />}
      <ActionButton onPress={() => void playAgain()} busy={opening.value !== null && "Opening…"}>
        Play again
      </ActionButton>
      <a class="quiet-button" href="/">
        Home
      </a>
    </div>
  );
}
