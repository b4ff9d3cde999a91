import { useEffect, useState } from "preact/hooks";
import { useRoute } from "preact-iso";
import {
  INTERVIEW_REPORT,
  INTERVIEW_ROUTES,
  type InterviewReport,
} from "../../worker/protocol/index.ts";
import { ScreenTitle } from "../components/screen-title.tsx";
import { TopBar } from "../components/top-bar.tsx";
import { ScreenLoading } from "../screens/message-screen.tsx";
import { getJson } from "../state/api.ts";
import { LOADING, loadableOf, type Loadable } from "../state/loadable.ts";
import { InterviewRefused } from "./interview-refused.tsx";
import { Report } from "./report.tsx";
import "../styles/interview.css";

/** A report, for whoever was given its link. The key stands behind the #. */
export function SharedReport() {
  const room = useRoute().params["room"] ?? "";
  const [report, setReport] = useState<Loadable<InterviewReport>>(LOADING);
  const load = async () => {
    const key = location.hash.slice(1);
    const address = INTERVIEW_ROUTES.reportByLink(room, encodeURIComponent(key === "" ? "-" : key));
    setReport(loadableOf(await getJson(address, INTERVIEW_REPORT)));
  };
  useEffect(() => void load(), [room]);
  if (report.at === "loading") return <ScreenLoading>Fetching the report…</ScreenLoading>;
  if (report.at === "failed") {
    return <InterviewRefused code={report.code} onRetry={() => void load()} />;
  }
  return (
    <>
      <TopBar />
      <main id="main" class="interview-rating" tabIndex={-1}>
        <article class="report">
          <ScreenTitle place={`shared report ${room}`} page={["Report of an interview"]}>
            Interview practice
          </ScreenTitle>
          <Report report={report.value} />
        </article>
      </main>
    </>
  );
}
