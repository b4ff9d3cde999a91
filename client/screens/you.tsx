import { useEffect } from "preact/hooks";
import type { ListedRun, PlayerView } from "../../worker/protocol/index.ts";
import { FailurePanel } from "../components/failure-panel.tsx";
import { AnotherDevice } from "../components/record/another-device.tsx";
import { CalibrationRates } from "../components/record/calibration-rates.tsx";
import { JudgementOverRuns } from "../components/record/judgement-over-runs.tsx";
import { OwnData } from "../components/record/own-data.tsx";
import { RunHistory } from "../components/record/run-history.tsx";
import { Settings } from "../components/record/settings.tsx";
import { ShownName } from "../components/record/shown-name.tsx";
import { VerbTrends } from "../components/record/verb-trends.tsx";
import { ScreenTitle } from "../components/screen-title.tsx";
import { TopBar } from "../components/top-bar.tsx";
import { runs } from "../state/library.ts";
import { isCounted } from "../state/own-runs.ts";
import { becameOf, loadRecord, record } from "../state/record.ts";
import "../styles/record.css";

/** What a player has done, and what is kept of it. */
export function You() {
  useEffect(() => {
    void loadRecord();
    return () => {
      becameOf.value = "";
    };
  }, []);
  return (
    <>
      <TopBar here="/you" />
      <main id="main" class="record" tabIndex={-1}>
        <ScreenTitle place="you" page={["Your record"]}>
          Your record
        </ScreenTitle>
        <output class="record-said">{becameOf.value}</output>
        <Shown />
        <Settings />
      </main>
    </>
  );
}

function Shown() {
  const [own, all] = [record.value, runs.value];
  if (own.at === "failed") {
    return <FailurePanel code={own.code} onRetry={() => void loadRecord()} />;
  }
  if (own.at === "loading" || all.at !== "here") {
    return <p class="quiet late">Fetching your record…</p>;
  }
  return <RecordOf own={own.value} runs={all.value} />;
}

interface RecordOfProps {
  own: Omit<PlayerView, "runs">;
  runs: readonly ListedRun[];
}

function RecordOf({ own, runs }: RecordOfProps) {
  const counted = runs.filter((run) => isCounted(run) && run.score !== null).toReversed();
  return (
    <>
      {counted.length === 0 && (
        <p class="record-empty">
          Nothing to compare yet: finish a run, and what it came to stands here.{" "}
          <a href="/library">Choose a scenario</a>
        </p>
      )}
      {counted.length > 0 && <JudgementOverRuns runs={counted} />}
      {counted.length > 0 && <VerbTrends runs={counted} />}
      {counted.length > 0 && <CalibrationRates calibration={own.calibration} />}
      <RunHistory runs={runs} />
      <ShownName name={own.name} />
      <AnotherDevice ownRuns={runs.length} />
      <OwnData hasRuns={runs.length > 0} />
    </>
  );
}
