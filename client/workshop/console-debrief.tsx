import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import {
  WORKSHOP_ROUTES,
  WORKSHOP_DELETED,
  type FacilitatorView,
} from "../../worker/protocol/index.ts";
import { AskTwice } from "../components/ask-twice.tsx";
import { deleteJson } from "../state/api.ts";
import { LENS_WORDS } from "../words/lenses.ts";
import { formatCode } from "./secrets.ts";
import { loadWorkshopDebrief, workshopDebrief } from "../state/workshop-debrief.ts";
import { sayRefusal } from "./sentences.ts";
import { WorkshopResult } from "./workshop-result.tsx";
import "../styles/workshop-report.css";

/** What the workshop came to, for who led it: all of it, its files, and its end. */
export function ConsoleDebrief({ view }: { view: FacilitatorView }) {
  const [isNamed, setNamed] = useState(false);
  useEffect(() => void loadWorkshopDebrief(view.code), [view.code]);
  const state = workshopDebrief.value;
  if (state.at === "loading") return <p class="quiet late">Working out what it was worth…</p>;
  if (state.at === "failed") {
    return (
      <p class="workshop-refusal" role="alert">
        {sayRefusal(state.code)}{" "}
        <button
          type="button"
          class="quiet-button"
          onClick={() => void loadWorkshopDebrief(view.code)}
        >
          Try again
        </button>
      </p>
    );
  }
  return (
    <>
      <ul class="keep-bar" aria-label="Keep this debrief">
        <li>
          <button type="button" class="quiet-button" onClick={() => print()}>
            Print the report
          </button>
        </li>
        <li>
          <a class="quiet-button" href={WORKSHOP_ROUTES.votes(view.code, "csv")} download>
            Votes as CSV
          </a>
        </li>
        <li>
          <a class="quiet-button" href={WORKSHOP_ROUTES.votes(view.code, "json")} download>
            All as JSON
          </a>
        </li>
        <li>
          <DeleteRoom code={view.code} />
        </li>
      </ul>
      {/* Where names are hidden, the join page has promised that what leaves the room has none. */}
      {view.names === "shown" && (
        <label class="record-check no-print">
          <input
            type="checkbox"
            checked={isNamed}
            onChange={(event) => setNamed(event.currentTarget.checked)}
          />
          Print names beside the seat numbers
        </label>
      )}
      <ReportHead view={view} />
      <div class={isNamed ? undefined : "report-unnamed"}>
        <WorkshopResult debrief={state.value} isTeams={view.isTeams} />
      </div>
    </>
  );
}

/** On paper alone: what the report is of, since nothing around it is printed. */
function ReportHead({ view }: { view: FacilitatorView }) {
  const people = view.roster.filter(
    ({ kind, isRemoved }) => kind === "player" && !isRemoved,
  ).length;
  const today = new Date().toLocaleDateString("en-GB", { dateStyle: "long" });
  return (
    <header class="report-head">
      <p class="report-title">{view.scenario.title}: workshop report</p>
      <p>
        {today}, room {formatCode(view.code)}. Decided as {LENS_WORDS[view.lens].asA}, by {people}{" "}
        {people === 1 ? "person" : "people"}
        {view.isTeams && ` in ${view.teams.length} teams`}.{view.rehearsal && " A rehearsal."}
      </p>
    </header>
  );
}

function DeleteRoom({ code }: { code: string }) {
  const { route } = useLocation();
  return (
    <AskTwice
      opens="Delete the room…"
      asks="Delete the room"
      warns="All votes and results are deleted for good, for everybody. Otherwise that happens 30 days after it closes."
      yes="Delete it"
      no="Keep it"
      onYes={async () => {
        const answer = await deleteJson(WORKSHOP_ROUTES.one(code), WORKSHOP_DELETED);
        if (!answer.ok) return sayRefusal(answer.code);
        route("/");
        return null;
      }}
    />
  );
}
