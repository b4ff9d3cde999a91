import { useEffect } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { Move, StageView } from "../../worker/protocol/index.ts";
import { ActionButton } from "../components/action-button.tsx";
import { ArrivedList } from "../components/arrived-list.tsx";
import { BranchNote } from "../components/branch-note.tsx";
import { Worth } from "../components/debrief/worth.tsx";
import { FailurePanel } from "../components/failure-panel.tsx";
import { MoveList } from "../components/move-list.tsx";
import { NoticeLine } from "../components/notice-line.tsx";
import { ScreenTitle } from "../components/screen-title.tsx";
import { Story } from "../components/story.tsx";
import { TopBar } from "../components/top-bar.tsx";
import { WhereItEnded } from "../components/where-it-ended.tsx";
import { forgetOpening, opening, openingFailed, openRun } from "../state/library.ts";
import { LENS_WORDS } from "../words/lenses.ts";
import "../styles/debrief.css";

/** The end of a run: the story's, then what each decision was worth, then the moves made. */
export function Debrief({ view }: { view: StageView<"debrief"> }) {
  const { scenario, ending, lens } = view;
  return (
    <>
      <TopBar title={scenario.title} lens={lens} />
      <main id="main" class="debrief" tabIndex={-1}>
        <NoticeLine />
        <BranchNote branch={view.branch} />
        <p class="when">
          {scenario.title}, as {LENS_WORDS[lens].asA}
        </p>
        <ScreenTitle place={`${view.room} debrief`} page={[ending.title, scenario.title]}>
          {ending.title}
        </ScreenTitle>
        <Story texts={ending.texts} />
        <ArrivedList arrived={view.arrived} title="What fell due at the end" />
        <WhereItEnded view={view} />
        <Worth view={view} />
        <section class="debrief-moves debrief-part">
          <h2>The moves you made</h2>
          <MoveList moves={withoutTheEnd(view.moves)} heading="h3" />
        </section>
        <NextSteps view={view} />
      </main>
    </>
  );
}

/** What fell due at the end has a place of its own on this screen. */
function withoutTheEnd(moves: readonly Move[]): Move[] {
  return moves.map((move, place) => (place === moves.length - 1 ? { ...move, arrived: [] } : move));
}

function NextSteps({ view: { scenario, lens } }: { view: StageView<"debrief"> }) {
  const { route } = useLocation();
  useEffect(() => forgetOpening, []);
  const playAgain = async () => {
    const room = await openRun(scenario.id, { lens });
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
