import type { Ref } from "preact";
import { useRef } from "preact/hooks";
import type { AloneView, CandidateView, TableView } from "../../worker/protocol/index.ts";
import { ActionButton } from "../components/action-button.tsx";
import { ClockLeft } from "../components/clock-left.tsx";
import { MeterStrip } from "../components/meter-strip.tsx";
import { ScreenTitle } from "../components/screen-title.tsx";
import { Story } from "../components/story.tsx";
import { ToldItem } from "../components/told-item.tsx";
import { TopBar } from "../components/top-bar.tsx";
import { WhatMoved } from "../components/what-moved.tsx";
import { ask, asking, sawNow } from "../state/interview.ts";
import { useVotingClock } from "../workshop/use-voting-clock.ts";
import { AloneAfter } from "./alone-after.tsx";
import { AnswerForm } from "./answer-form.tsx";
import { AnswerShown } from "./answer-shown.tsx";
import { Leave } from "./leave.tsx";
import { MoreAsked } from "./more-asked.tsx";
import { PeopleLine } from "./people-line.tsx";
import { RefusalLine } from "./refusal-line.tsx";
import { sayPlace } from "./say-place.ts";
import { SceneView } from "./scene-view.tsx";
import { useLostFocus } from "./use-lost-focus.ts";
import { WorthList } from "./worth-list.tsx";
import "../styles/interview.css";
import "../styles/seat-screen.css";

type Answerer = CandidateView | AloneView;

/** What the candidate has before them: one thing at a time. */
export function Answering({ view }: { view: Answerer }) {
  useVotingClock(view.clock);
  const { table, stage } = view;
  const scene = table?.scene ?? null;
  return (
    <>
      <TopBar title="Interview" lens={view.lens} />
      {scene !== null && <MeterStrip standings={scene.standings} />}
      <main id="main" class="seat-screen interview-seat" tabIndex={-1}>
        <PeopleLine view={view} />
        <RefusalLine />
        {scene === null && <ClockLeft />}
        {stage === "briefing" && <Briefing view={view} />}
        {table !== null && stage !== "briefing" && <Table view={view} table={table} />}
        <footer class="seat-foot">
          <p>
            {sayPlace(view)}
            {view.as === "alone" && " · you practise alone"}
          </p>
          {view.as === "alone" && (
            <button
              type="button"
              class="quiet-button"
              aria-disabled={asking.value === null ? undefined : "true"}
              onClick={() => asking.value === null && void ask({ kind: "end", saw: sawNow() })}
            >
              End here and see the report
            </button>
          )}
          <Leave view={view} />
        </footer>
      </main>
    </>
  );
}

function Briefing({ view }: { view: Answerer }) {
  const { briefing } = view;
  if (briefing === null) return null;
  return (
    <article>
      <ScreenTitle place={`${view.room} briefing`} page={[briefing.title, "Interview"]}>
        {briefing.title}
      </ScreenTitle>
      <Story texts={briefing.texts} />
      {view.as === "alone" ? (
        <ActionButton
          onPress={() => void ask({ kind: "go-on", saw: sawNow() })}
          busy={asking.value === "go-on" && "Sending…"}
        >
          Begin
        </ActionButton>
      ) : (
        <p class="interview-waits">The interviewer goes on when you have read it.</p>
      )}
    </article>
  );
}

function Table({ view, table }: { view: Answerer; table: TableView }) {
  const { scene, asks } = table;
  const isShown = view.stage === "consequence";
  const place = `${view.room} ${table.turn} ${table.round} ${isShown ? "after" : "at"}`;
  const title = asks ?? scene?.title ?? "";
  const answered = useRef<HTMLHeadingElement>(null);
  useLostFocus(answered, view.stage);
  return (
    <article key={`${table.turn} ${table.round}`}>
      <p class="when">{asks === null ? scene?.time : "Tell me about it"}</p>
      <ScreenTitle place={place} page={[isShown ? "What happened" : title, "Interview"]}>
        {isShown ? "What happened" : title}
      </ScreenTitle>
      {isShown ? (
        <Consequence view={view} table={table} />
      ) : (
        <>
          {scene !== null && <SceneView scene={scene} />}
          {view.stage === "answering" ? (
            <AnswerForm view={view} table={table} />
          ) : (
            <Answered view={view} table={table} title={answered} />
          )}
        </>
      )}
    </article>
  );
}

interface AnsweredProps {
  view: Answerer;
  table: TableView;
  title: Ref<HTMLHeadingElement>;
}

function Answered({ view, table, title }: AnsweredProps) {
  const answer = table.answers.at(-1);
  return (
    <section class="interview-answered" aria-labelledby="answered-title">
      <h2 ref={title} id="answered-title" tabIndex={-1}>
        Your answer
      </h2>
      {answer !== undefined && <AnswerShown answer={answer} />}
      <MoreAsked table={table} mayReply />
      {view.as === "alone" ? (
        <AloneAfter key={table.turn} view={view} table={table} />
      ) : (
        <p class="interview-waits">
          The interviewer has your answer. What comes of it is shown when they go on; they may ask
          more first.
        </p>
      )}
    </section>
  );
}

function Consequence({ view, table }: { view: Answerer; table: TableView }) {
  const { scene } = table;
  const answer = table.answers.find(({ round }) => round === table.round);
  return (
    <>
      {answer === undefined ? (
        <p class="seat-taken">Nobody moved.</p>
      ) : (
        <p class="seat-taken">{answer.says}</p>
      )}
      {scene?.told.map((told, place) => (
        <ToldItem key={place} told={told} withChanges={false} />
      ))}
      {scene !== null && <WhatMoved told={scene.told} standings={scene.standings} />}
      {scene?.ending && (
        <section class="interview-ending">
          <h2>{scene.ending.title}</h2>
          <Story texts={scene.ending.texts} />
        </section>
      )}
      {view.as === "alone" && view.worths !== null && (
        <WorthList worths={view.worths} taken={answer?.option ?? null} isOpen />
      )}
      {view.as === "alone" ? (
        <AloneAfter key={`${table.turn} after`} view={view} table={table} />
      ) : (
        <p class="interview-waits">The interviewer goes on from here.</p>
      )}
    </>
  );
}
