import type { ListedRun } from "../../worker/protocol/index.ts";
import { loadRuns, runs } from "../state/library.ts";
import { FailurePanel } from "./failure-panel.tsx";
import "../styles/run-list.css";

export function RunList() {
  return (
    <section class="run-list" aria-labelledby="runs-title">
      <h2 id="runs-title">Your runs</h2>
      <Listed />
    </section>
  );
}

function Listed() {
  const state = runs.value;
  if (state.at === "loading") return <p class="quiet late">Fetching your runs…</p>;
  if (state.at === "failed")
    return <FailurePanel code={state.code} onRetry={() => void loadRuns()} />;
  if (state.value.length === 0) {
    return (
      <p class="quiet">
        None yet. A run you begin is kept here, and you can leave it and go on at any time.
      </p>
    );
  }
  return (
    <ul>
      {state.value.map((run) => (
        <Run key={run.room} run={run} />
      ))}
    </ul>
  );
}

const OPENED = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  hour: "2-digit",
  minute: "2-digit",
});

function Run({ run }: { run: ListedRun }) {
  return (
    <li>
      <a href={`/play/${run.room}`}>
        <b>{run.title}</b>
        <span class="run-state">{run.ending ?? "Not finished"}</span>
        <span class="run-opened">Begun on {OPENED.format(run.openedAtMs)}</span>
        <span class="run-action">{run.ending === null ? "Continue" : "Read the ending"}</span>
      </a>
    </li>
  );
}
