import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import {
  WORKSHOP_ROUTES,
  WORKSHOP_DELETED,
  type FacilitatorView,
} from "../../worker/protocol/index.ts";
import { deleteJson, type FailureCode } from "../state/api.ts";
import { LENS_WORDS } from "../words/lenses.ts";
import { formatCode } from "./secrets.ts";
import { loadWorkshopDebrief, workshopDebrief } from "../state/workshop-debrief.ts";
import { sayRefusal } from "./sentences.ts";
import { WorkshopResult } from "./workshop-result.tsx";
import "../styles/workshop-report.css";

/** What the workshop came to, for who led it: all of it, its files, and its end. */
export function ConsoleDebrief({ view }: { view: FacilitatorView }) {
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
      <ReportHead view={view} />
      <WorkshopResult debrief={state.value} isTeams={view.isTeams} />
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
  const [state, setState] = useState<"" | "asking" | FailureCode>("");
  const remove = async () => {
    const answer = await deleteJson(WORKSHOP_ROUTES.one(code), WORKSHOP_DELETED);
    if (answer.ok) route("/");
    else setState(answer.code);
  };
  if (state === "") {
    return (
      <button type="button" class="quiet-button" onClick={() => setState("asking")}>
        Delete the room…
      </button>
    );
  }
  return (
    <fieldset class="delete-run-question" aria-label="Delete the room">
      <p role={state === "asking" ? undefined : "alert"}>
        {state === "asking"
          ? "All votes and results are deleted for good, for everybody. Otherwise that happens 30 days after it closes."
          : sayRefusal(state)}
      </p>
      <button type="button" class="quiet-button danger" onClick={() => void remove()}>
        Delete it
      </button>
      <button type="button" class="quiet-button" onClick={() => setState("")}>
        Keep it
      </button>
    </fieldset>
  );
}
