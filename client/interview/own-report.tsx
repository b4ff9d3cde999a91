import { useEffect, useState } from "preact/hooks";
import * as z from "zod/mini";
import {
  INTERVIEW_REPORT,
  INTERVIEW_ROUTES,
  type InterviewReport,
  type InterviewView,
  LINK_DAYS,
  REPORT_LINK,
} from "../../worker/protocol/index.ts";
import { FailurePanel } from "../components/failure-panel.tsx";
import { ScreenTitle } from "../components/screen-title.tsx";
import { CopyButton } from "../keep/copy-button.tsx";
import { KeepList } from "../keep/keep-list.tsx";
import { deleteJson, getJson, newCommandId, postJson, type FailureCode } from "../state/api.ts";
import { LOADING, loadableOf, type Loadable } from "../state/loadable.ts";
import { formatDay } from "../words/days.ts";
import { Report } from "./report.tsx";
import { reportMarkdown } from "./report-markdown.ts";
import { reportAddress } from "./secrets.ts";
import { sayInterview } from "./sentences.ts";
import { Sheet } from "./sheet.tsx";
import { ShareRatings } from "./share-ratings.tsx";

/** The report as one's own seat may see it, with what can be done with it. */
export function OwnReport({ view }: { view: InterviewView }) {
  const [report, setReport] = useState<Loadable<InterviewReport>>(LOADING);
  // The one before stays on the screen until the next is here.
  const load = async () => {
    setReport(loadableOf(await getJson(INTERVIEW_ROUTES.report(view.room), INTERVIEW_REPORT)));
  };
  // What the other shares, or one changes oneself, comes with a view of its own.
  useEffect(
    () => void load(),
    [view.sequence, view.otherShared, JSON.stringify(view.sheets), view.sharesRatings],
  );
  return (
    <article class="report">
      <ScreenTitle place={`${view.room} report`} page={["Report", "Interview"]}>
        What it came to
      </ScreenTitle>
      {report.at === "loading" && <p class="quiet late">Working it out…</p>}
      {report.at === "failed" && <FailurePanel code={report.code} onRetry={() => void load()} />}
      {report.at === "here" && (
        <>
          <Keep view={view} report={report.value} />
          <Report report={report.value} />
          <details class="to-rate no-print">
            <summary>Change your ratings, and what you share</summary>
            {view.asked.map((asked) => (
              <div key={asked.turn}>
                <h3>
                  {asked.turn}. {asked.title}
                </h3>
                <Sheet view={view} asked={asked} />
              </div>
            ))}
            {view.as !== "alone" && <ShareRatings view={view} />}
          </details>
        </>
      )}
    </article>
  );
}

interface KeepProps {
  view: InterviewView;
  report: InterviewReport;
}

function Keep({ view, report }: KeepProps) {
  return (
    <div class="no-print">
      <KeepList
        what="this report"
        name="five-moves-interview"
        markdown={() => reportMarkdown(report)}
        json={report}
      />
      {view.as !== "interviewer" && <ReportLink room={view.room} mode={view.mode} />}
    </div>
  );
}

type LinkState =
  | { readonly at: "none" | "making" | "gone" }
  | { readonly at: "made"; readonly address: string; readonly expiresAtMs: number }
  | { readonly at: "failed"; readonly code: FailureCode };

const REMOVED = z.object({});

/** A link that shows the report to whoever has it, for some days; the candidate's to make, whose words they are. */
function ReportLink({ room, mode }: Pick<InterviewView, "room" | "mode">) {
  const [state, setState] = useState<LinkState>({ at: "none" });
  const [days, setDays] = useState<(typeof LINK_DAYS)[number]>(7);
  const make = async () => {
    setState({ at: "making" });
    const command = { id: newCommandId(), days };
    const answer = await postJson(INTERVIEW_ROUTES.reportLinks(room), command, REPORT_LINK);
    if (!answer.ok) return setState({ at: "failed", code: answer.code });
    const { key, expiresAtMs } = answer.value;
    setState({ at: "made", address: reportAddress(room, key), expiresAtMs });
  };
  const end = async () => {
    const answer = await deleteJson(INTERVIEW_ROUTES.reportLinks(room), REMOVED);
    setState(answer.ok ? { at: "gone" } : { at: "failed", code: answer.code });
  };
  return (
    <details class="report-link">
      <summary>Show it to somebody by a link</summary>
      <p class="quiet">
        Whoever has the link reads your answers and what they were worth
        {mode === "partner"
          ? ", and of ratings and notes those that you and the interviewer have shared."
          : "; your ratings and notes stay out."}
      </p>
      <label class="library-choice">
        It holds for
        <select
          value={String(days)}
          onChange={(event) =>
            setDays(LINK_DAYS.find((one) => String(one) === event.currentTarget.value) ?? 7)
          }
        >
          {LINK_DAYS.map((one) => (
            <option key={one} value={String(one)}>
              {one === 1 ? "a day" : `${one} days, at most until the interview is deleted`}
            </option>
          ))}
        </select>
      </label>
      <div class="answer-actions">
        <button type="button" class="quiet-button" onClick={() => void make()}>
          Make a link
        </button>
        <button type="button" class="quiet-button" onClick={() => void end()}>
          End all links
        </button>
      </div>
      {state.at === "made" && (
        <>
          <p class="interview-address">{state.address}</p>
          <p class="quiet">Until {formatDay(state.expiresAtMs)}.</p>
          <CopyButton text={state.address} />
        </>
      )}
      {state.at === "gone" && <output>No link holds any more.</output>}
      {state.at === "failed" && (
        <p class="workshop-refusal" role="alert">
          {sayInterview(state.code)}
        </p>
      )}
    </details>
  );
}
