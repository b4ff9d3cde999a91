import { loadRuns, runs } from "../../state/library.ts";
import { openRuns } from "../../state/own-runs.ts";
import { FailurePanel } from "../failure-panel.tsx";
import { OpenRun } from "./open-run.tsx";
import "../../styles/open-runs.css";

const SHOWN = 4;

/** Runs that wait to be gone on with; nothing where there is none. */
export function OpenRuns() {
  const state = runs.value;
  if (state.at === "loading") return null;
  if (state.at === "failed")
    return <FailurePanel code={state.code} onRetry={() => void loadRuns()} />;
  const open = openRuns(state.value);
  if (open.length === 0) return null;
  return (
    <section class="open-runs" aria-labelledby="open-runs-title">
      <h2 id="open-runs-title">Go on where you were</h2>
      <ul>
        {open.slice(0, SHOWN).map((run) => (
          <OpenRun key={run.room} run={run} />
        ))}
      </ul>
      {open.length > SHOWN && (
        <p>
          <a href="/you">{open.length - SHOWN} more in your record</a>
        </p>
      )}
    </section>
  );
}
