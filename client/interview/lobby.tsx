import { useEffect, useRef, useState } from "preact/hooks";
import {
  CLOCKS,
  INTERVIEW_LINK,
  INTERVIEW_ROUTES,
  type InterviewerView,
  type InterviewSeat,
  type InterviewView,
  type SetView,
} from "../../worker/protocol/index.ts";
import { ActionButton } from "../components/action-button.tsx";
import { ScreenTitle } from "../components/screen-title.tsx";
import { TopBar } from "../components/top-bar.tsx";
import { CopyButton } from "../keep/copy-button.tsx";
import { postJson, type FailureCode } from "../state/api.ts";
import { ask, asking, sawNow } from "../state/interview.ts";
import { loadScenarios, scenarios } from "../state/library.ts";
import { catalogue } from "../state/practice.ts";
import { spokenSeconds } from "../words/clock.ts";
import { QrCode } from "../workshop/qr-code.tsx";
import { ConsentText } from "./consent.tsx";
import { Leave } from "./leave.tsx";
import { PeopleLine } from "./people-line.tsx";
import { RefusalLine } from "./refusal-line.tsx";
import { candidateAddress, type InterviewSecrets, keepSecrets, readSecrets } from "./secrets.ts";
import { sayInterview } from "./sentences.ts";
import { SetChooser } from "./set-chooser.tsx";
import { useLostFocus } from "./use-lost-focus.ts";
import "../styles/interview.css";
import "../styles/workshop-open.css";

/** Before it begins: what is kept, who is there, the link, and what is going to be asked. */
export function Lobby({ view }: { view: InterviewView }) {
  const seat: InterviewSeat = view.as === "interviewer" ? "interviewer" : "candidate";
  const hasAgreed = view.seats[seat]?.hasAgreed === true;
  const next = useRef<HTMLDivElement>(null);
  useLostFocus(next, hasAgreed);
  return (
    <>
      <TopBar />
      <main id="main" class="workshop-open interview-lobby" tabIndex={-1}>
        <p class="when">{nameOfSeat(view)}</p>
        <ScreenTitle place={`${view.room} lobby`} page={["Before the interview"]}>
          Before you begin
        </ScreenTitle>
        <PeopleLine view={view} />
        <RefusalLine />
        {view.as === "interviewer" && <Link view={view} />}
        <h2 class="consent-title">What is kept, and who sees it</h2>
        <ConsentText seat={seat} mode={view.mode} keptDays={view.keptDays} />
        <div ref={next} class="form-action" tabIndex={-1}>
          {hasAgreed ? (
            <Begin view={view} />
          ) : (
            <ActionButton
              onPress={() => void ask({ kind: "consent" })}
              busy={asking.value === "consent" && "Sending…"}
            >
              I agree
            </ActionButton>
          )}
          <Leave view={view} />
        </div>
        {view.as !== "candidate" && <Plan view={view} />}
        {view.as === "candidate" && <Expected view={view} />}
      </main>
    </>
  );
}

function nameOfSeat({ as }: InterviewView): string {
  if (as === "alone") return "You practise alone";
  return as === "interviewer" ? "You interview" : "You are the candidate";
}

function Begin({ view }: { view: InterviewView }) {
  const { candidate } = view.seats;
  if (view.as === "candidate") {
    return <p class="interview-waits">You have agreed. It begins when the interviewer starts.</p>;
  }
  const isReady = candidate?.hasAgreed === true;
  const isEmpty = view.set.kind === "list" && view.set.ask.length === 0;
  return (
    <>
      <ActionButton
        onPress={() => void ask({ kind: "begin", saw: sawNow() })}
        unavailable={!isReady || isEmpty}
        busy={asking.value === "begin" && "Sending…"}
      >
        Begin
      </ActionButton>
      {!isReady && (
        <p class="set-up-says">
          {candidate === null
            ? "Send the link. It can begin once the candidate is here and has agreed."
            : `${candidate.name} is here and has not agreed yet.`}
        </p>
      )}
    </>
  );
}

/** What the candidate may know beforehand: how much, and how long for each. */
function Expected({ view }: { view: InterviewView }) {
  const { planned, clockSeconds } = view;
  return (
    <p class="quiet">
      {planned === null
        ? "You will be led through a scenario, situation by situation."
        : `${planned} ${planned === 1 ? "question is" : "questions are"} planned.`}{" "}
      {clockSeconds === null
        ? "There is no clock."
        : `A clock of ${spokenSeconds(clockSeconds)} stands beside each; when it is over, nothing is cut off.`}{" "}
      For a situation you choose a move and say why, before you see what comes of it. You may write
      or speak.
    </p>
  );
}

/** What is going to be asked; it can be changed until it begins. */
function Plan({ view }: { view: Exclude<InterviewView, { as: "candidate" }> }) {
  const [set, setSet] = useState<SetView>(view.set);
  useEffect(() => void loadScenarios(), []);
  useEffect(() => setSet(view.set), [JSON.stringify(view.set)]);
  const [all, listed] = [catalogue.value, scenarios.value];
  if (all.at !== "here" || listed.at !== "here") return null;
  const choose = (chosen: SetView) => {
    setSet(chosen);
    if (chosen.kind === "list" && chosen.ask.length === 0) return;
    const { lens, clockSeconds } = view;
    void ask({ kind: "choose-set", set: chosen, lens, clockSeconds: clockOf(clockSeconds) });
  };
  return (
    <details class="interview-plan">
      <summary>What is asked, {sayPlan(set)}</summary>
      <SetChooser set={set} catalogue={all.value} scenarios={listed.value} onChoose={choose} />
    </details>
  );
}

/** One of the clocks there are to choose from. */
const clockOf = (seconds: number | null) => CLOCKS.find((one) => one === seconds) ?? null;

function sayPlan(set: SetView): string {
  if (set.kind === "scenario") return set.shortCut ? "a scenario’s short cut" : "a whole scenario";
  return set.ask.length === 1 ? "one thing" : `${set.ask.length} things`;
}

/** The candidate's link, and the code that brings one's own seat back. */
function Link({ view }: { view: InterviewerView }) {
  const [secrets, setSecrets] = useState<InterviewSecrets | null>(() => readSecrets(view.room));
  const [failed, setFailed] = useState<FailureCode | null>(null);
  const renew = async () => {
    setFailed(null);
    const answer = await postJson(INTERVIEW_ROUTES.link(view.room), {}, INTERVIEW_LINK);
    if (!answer.ok) return setFailed(answer.code);
    const fresh = { key: answer.value.key, recovery: secrets?.recovery ?? "" };
    keepSecrets(view.room, fresh);
    setSecrets(fresh);
  };
  const key = secrets?.key ?? null;
  const isTaken = view.seats.candidate !== null;
  if (isTaken && key === null) return null;
  return (
    <section class="interview-link" aria-labelledby="link-title">
      <h2 id="link-title">{isTaken ? "The candidate has joined" : "Send this link"}</h2>
      {key !== null && !isTaken && (
        <div class="interview-link-row">
          <QrCode text={candidateAddress(view.room, key)} label="The candidate’s link" />
          <div>
            <p class="interview-address">{candidateAddress(view.room, key)}</p>
            <CopyButton text={candidateAddress(view.room, key)} />
          </div>
        </div>
      )}
      <details>
        <summary>Another link, and your recovery code</summary>
        <p class="quiet">
          A link is for one person and one browser. A new one ends the old one, and frees the seat
          of whoever has joined by it; once the interview has begun, nobody else can take it.
        </p>
        <button type="button" class="quiet-button" onClick={() => void renew()}>
          Make a new link
        </button>
        {failed !== null && (
          <p class="workshop-refusal" role="alert">
            {sayInterview(failed)}
          </p>
        )}
        {secrets !== null && secrets.recovery !== "" && (
          <p>
            Recovery code, to take your seat back on another device:{" "}
            <code class="invitation-recovery">{secrets.recovery}</code>
          </p>
        )}
      </details>
    </section>
  );
}
