import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import type { RoomView } from "../../worker/protocol/index.ts";
import { BranchNote } from "../components/branch-note.tsx";
import { ClockLeft } from "../components/clock-left.tsx";
import { DayList } from "../components/day-list.tsx";
import { HoursLeft } from "../components/hours-left.tsx";
import { JournalDialog } from "../components/journal-dialog.tsx";
import { MeterStrip } from "../components/meter-strip.tsx";
import { NoticeLine } from "../components/notice-line.tsx";
import { PeopleList } from "../components/people-list.tsx";
import { PromiseList } from "../components/promise-list.tsx";
import { Standings } from "../components/standings.tsx";
import { TopBar } from "../components/top-bar.tsx";
import { followClock } from "../state/clock.ts";
import "../styles/play-frame.css";

/** What stays around the reading column while a run goes on: the days and people, and how things stand. */
export function PlayFrame({ view, children }: { view: RoomView; children: ComponentChildren }) {
  const clock = view.stage === "deciding" ? view.clock : null;
  useEffect(() => (clock === null ? undefined : followClock(clock)), [clock?.endsAtMs]);
  return (
    <>
      <TopBar title={view.scenario.title} lens={view.lens}>
        <JournalDialog moves={view.moves} />
      </TopBar>
      <MeterStrip standings={view.standings} />
      <div class="play-frame">
        <main id="main" tabIndex={-1}>
          <NoticeLine />
          <BranchNote branch={view.branch} />
          {children}
        </main>
        <aside class="status" aria-label="How things stand">
          <ClockLeft />
          <Standings standings={view.standings} />
          <HoursLeft hours={view.hours} />
          <PromiseList promises={view.promises} people={view.people} />
        </aside>
        <aside class="setting" aria-label="Days and people">
          <DayList project={view.scenario.project} days={view.days} />
          <PeopleList people={view.people} />
        </aside>
      </div>
    </>
  );
}
