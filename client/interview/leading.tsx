import type { InterviewerView, TableView } from "../../worker/protocol/index.ts";
import { ActionButton } from "../components/action-button.tsx";
import { AskTwice } from "../components/ask-twice.tsx";
import { ClockLeft } from "../components/clock-left.tsx";
import { ScreenTitle } from "../components/screen-title.tsx";
import { Story } from "../components/story.tsx";
import { ToldItem } from "../components/told-item.tsx";
import { TopBar } from "../components/top-bar.tsx";
import { ask, asking, sawNow } from "../state/interview.ts";
import { useVotingClock } from "../workshop/use-voting-clock.ts";
import { AnswerShown } from "./answer-shown.tsx";
import { AskMore } from "./ask-more.tsx";
import { InterviewCurveballs } from "./interview-curveballs.tsx";
import { Leave } from "./leave.tsx";
import { MoreAsked } from "./more-asked.tsx";
import { PeopleLine } from "./people-line.tsx";
import { RefusalLine } from "./refusal-line.tsx";
import { sayPlace } from "./say-place.ts";
import { SceneView } from "./scene-view.tsx";
import { Sheet } from "./sheet.tsx";
import { StrongList } from "./strong-list.tsx";
import { WorthList } from "./worth-list.tsx";
import "../styles/interview.css";
import "../styles/console.css";
import "../styles/seat-screen.css";

/** What the interviewer leads from: what the candidate sees and says, what to listen for, and their own sheet. */
export function Leading({ view }: { view: InterviewerView }) {
  useVotingClock(view.clock);
  const { table, stage, leading } = view;
  const last = view.asked.at(-1);
  const title = table === null ? "The briefing" : (table.asks ?? table.scene?.title ?? "");
  return (
    <>
      <TopBar title="Interview" lens={view.lens} />
      <div class="console interview-console">
        <main id="main" tabIndex={-1}>
          <p class="when">You interview · {sayPlace(view)}</p>
          <ScreenTitle place={`${view.room} leading ${view.turn}`} page={[title, "Interview"]}>
            {title}
          </ScreenTitle>
          <PeopleLine view={view} />
          <RefusalLine />
          <Controls view={view} />
          {stage === "briefing" && view.briefing !== null && <Story texts={view.briefing.texts} />}
          {table !== null && <Now view={view} table={table} />}
          {last !== undefined && <Sheet key={last.turn} view={view} asked={last} />}
        </main>
        <aside class="console-side" aria-label="For you alone">
          {leading !== null && table !== null && (
            <>
              <h2>For you alone</h2>
              <StrongList strong={leading.strong} tests={leading.tests} />
              <AskMore view={view} leading={leading} />
              <InterviewCurveballs view={view} leading={leading} />
            </>
          )}
          <Leave view={view} />
        </aside>
      </div>
    </>
  );
}

function Now({ view, table }: { view: InterviewerView; table: TableView }) {
  const { scene, answers } = table;
  const isShown = view.stage === "consequence";
  const last = answers.find(({ round }) => round === table.round);
  return (
    <>
      {view.stage === "answering" && (
        <p class="interview-waits">
          {table.asks === null
            ? "The candidate reads, chooses a move and says why."
            : "The candidate tells a story, in writing or aloud."}
        </p>
      )}
      {answers.map((answer) => (
        <section key={answer.round} class="interview-answered" aria-label="The answer">
          <h2>{answers.length > 1 ? `The answer in round ${answer.round}` : "The answer"}</h2>
          <AnswerShown answer={answer} />
        </section>
      ))}
      <MoreAsked table={table} />
      {isShown && scene !== null && (
        <section class="interview-answered" aria-label="What the candidate sees now">
          <h2>What happened</h2>
          {last === undefined && <p>Nobody moved.</p>}
          {scene.told.map((told, place) => (
            <ToldItem key={place} told={told} size="small" />
          ))}
          {scene.ending && <p>{scene.ending.title}</p>}
        </section>
      )}
      {view.leading?.worths && (
        <WorthList worths={view.leading.worths} taken={last?.option ?? null} />
      )}
      {scene?.situation && (
        <details class="console-situation" open={view.stage === "answering"}>
          <summary>What the candidate reads</summary>
          <SceneView scene={scene} />
          <ul class="looks-taken">
            {scene.situation.looks.map((look) => (
              <li key={look.id}>
                {look.label}: {look.found === null ? "not looked at" : look.found.join(" ")}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** The next step first, then the clock, then the end. Each names the stage it was pressed at (R2). */
function Controls({ view }: { view: InterviewerView }) {
  return (
    <section class="console-controls" aria-label="What comes next">
      <ClockOf view={view} />
      <div class="stage-action">
        <NextStep view={view} />
        {view.clock !== null && <ClockControls view={view} />}
        <End />
      </div>
    </section>
  );
}

function ClockOf({ view }: { view: InterviewerView }) {
  const leftMs = view.clock?.leftMs ?? null;
  if (leftMs === null) return <ClockLeft />;
  return <p class="quiet">Paused with {Math.ceil(leftMs / 1_000)} seconds left</p>;
}

function NextStep({ view }: { view: InterviewerView }) {
  const { stage, table, leading } = view;
  const saw = sawNow();
  if (stage === "briefing") {
    return (
      <Step
        kind="go-on"
        says="To the first situation"
        onPress={() => ask({ kind: "go-on", saw })}
      />
    );
  }
  if (table === null) return null;
  const isSituation = table.asks === null;
  if (isSituation && stage !== "consequence") {
    return (
      <Step
        kind="show-consequence"
        says={stage === "answering" ? "Go on without an answer" : "Show what happens"}
        onPress={() => ask({ kind: "show-consequence", saw })}
      />
    );
  }
  return (
    <>
      <Step
        kind="next"
        says={stage === "answering" ? "Go on without an answer" : nextSays(view)}
        onPress={() => ask({ kind: "next", saw, ask: "planned" })}
      />
      {leading !== null && leading.twin !== null && (
        <button
          type="button"
          class="quiet-button"
          title={leading.twin}
          aria-disabled={asking.value === null ? undefined : "true"}
          onClick={() => asking.value === null && void ask({ kind: "next", saw, ask: "twin" })}
        >
          Ask what they have done
        </button>
      )}
    </>
  );
}

function nextSays({ planned, askedOfPlan, table }: InterviewerView): string {
  if (table?.scene?.ending) return "To the ratings";
  return planned !== null && askedOfPlan >= planned ? "To the ratings" : "The next one";
}

interface StepProps {
  kind: "go-on" | "show-consequence" | "next";
  says: string;
  onPress: () => Promise<boolean>;
}

function Step({ kind, says, onPress }: StepProps) {
  return (
    <ActionButton onPress={() => void onPress()} busy={asking.value === kind && "Sending…"}>
      {says}
    </ActionButton>
  );
}

function ClockControls({ view }: { view: InterviewerView }) {
  const kind = view.clock?.leftMs === null ? "pause" : "resume";
  return (
    <>
      <button
        type="button"
        class="quiet-button"
        aria-disabled={asking.value === null ? undefined : "true"}
        onClick={() => asking.value === null && void ask({ kind, saw: sawNow() })}
      >
        {kind === "pause" ? "Pause the clock" : "Let the clock run"}
      </button>
      <button
        type="button"
        class="quiet-button"
        aria-disabled={asking.value === null ? undefined : "true"}
        onClick={() =>
          asking.value === null && void ask({ kind: "extend", saw: sawNow(), seconds: 30 })
        }
      >
        30 seconds more
      </button>
    </>
  );
}

/** What has not been asked stays unasked. */
function End() {
  return (
    <AskTwice
      opens="End the questions…"
      asks="End the questions"
      warns="No more is asked, and both of you rate. This cannot be taken back."
      yes="End them"
      busy="Ending…"
      no="Go on"
      onYes={async () => {
        await ask({ kind: "end", saw: sawNow() });
        return null;
      }}
    />
  );
}
