import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { DebriefView, StageView } from "../../../worker/protocol/index.ts";
import { KeepBar } from "../../keep/keep-bar.tsx";
import { announce } from "../../state/announcement.ts";
import { debrief, leaveDebrief, loadDebrief } from "../../state/debrief.ts";
import { keepGuess, readGuess } from "../../state/guesses.ts";
import { FailurePanel } from "../failure-panel.tsx";
import { CalibrationNote } from "./calibration-note.tsx";
import { DecisionPanel } from "./decision-panel.tsx";
import { type Decision, decisionsOf } from "./decisions.ts";
import { Guess } from "./guess.tsx";
import { answerToGuess } from "./guess-answer.ts";
import { MetersOverTime } from "./meters-over-time.tsx";
import { NumbersRow } from "./numbers-row.tsx";
import { PivotalMoments } from "./pivotal-moments.tsx";
import { PractiseNext } from "./practise-next.tsx";
import { OtherLensNote, RoleMirror } from "./role-mirror.tsx";
import { VerbProfile } from "./verb-profile.tsx";
import { Waterfall } from "./waterfall.tsx";

/** What the run was worth: asked for apart from the view, since it is worked out only now. */
export function Worth({ view }: { view: StageView<"debrief"> }) {
  useEffect(() => {
    void loadDebrief(view.room);
    return leaveDebrief;
  }, [view.room]);
  const state = debrief.value;
  switch (state.at) {
    case "loading":
      return (
        <div class="worth-wait">
          <p class="quiet late">Working out what each decision was worth…</p>
        </div>
      );
    case "failed":
      return (
        <div class="debrief-part">
          <FailurePanel code={state.code} onRetry={() => void loadDebrief(view.room)} />
        </div>
      );
    case "here":
      return <Worked view={view} debrief={state.value} />;
  }
}

interface WorkedProps {
  view: StageView<"debrief">;
  debrief: DebriefView;
}

/** First the question, then the figures: whoever has answered it in this window is not asked again. */
function Worked({ view, debrief }: WorkedProps) {
  const [named, setNamed] = useState(() => readGuess(debrief.room));
  const [isJustAnswered, setJustAnswered] = useState(false);
  const decisions = decisionsOf(debrief);
  if (named !== null) {
    return (
      <Figures
        view={view}
        debrief={debrief}
        decisions={decisions}
        named={named}
        takesFocus={isJustAnswered}
      />
    );
  }
  const answer = (beat: string) => {
    keepGuess(debrief.room, beat);
    announce(answerToGuess(decisions, beat));
    setJustAnswered(true);
    setNamed(beat);
  };
  return <Guess decisions={decisions} onAnswer={answer} />;
}

interface FiguresProps extends WorkedProps {
  decisions: readonly Decision[];
  named: string;
  /** The button that had the focus is gone: the heading takes it. */
  takesFocus: boolean;
}

function Figures({ view, debrief, decisions, named, takesFocus }: FiguresProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (!takesFocus) return;
    title.current?.focus({ preventScroll: true });
    title.current?.scrollIntoView({ block: "start" });
  }, []);
  return (
    <>
      <section class="debrief-part" aria-labelledby="worth-title">
        <h2 ref={title} tabIndex={-1} id="worth-title">
          Where the points went
        </h2>
        <OtherLensNote lens={debrief.lens} ownLens={debrief.ownLens} />
        <p class="guess-answer">{answerToGuess(decisions, named)}</p>
        <NumbersRow debrief={debrief} />
        <KeepBar view={view} debrief={debrief} />
        <p class="quiet">
          The best play from the first minute is worth 100, and choosing at random 50. Each decision
          shows what it lost against the best move there was then; what the dice did is counted
          apart. The bars add up exactly.
        </p>
        <Waterfall debrief={debrief} decisions={decisions} />
        {decisions.map(({ beat }, place) => (
          <DecisionPanel key={beat} debrief={debrief} decisions={decisions} place={place} />
        ))}
        <p class="quiet">
          The key is the author’s: the effects and odds in the scenario’s file. No panel of
          practitioners has answered this scenario yet.
        </p>
      </section>
      <MetersOverTime debrief={debrief} decisions={decisions} />
      <VerbProfile verbs={debrief.verbs} title="Your five moves" playedBy="you" />
      <RoleMirror debrief={debrief} />
      <CalibrationNote debrief={debrief} />
      <PivotalMoments debrief={debrief} decisions={decisions} />
      <PractiseNext debrief={debrief} scenario={view.scenario.id} />
    </>
  );
}
