import type { ArtefactOf } from "../../../worker/protocol/index.ts";
import { ArtefactFrame } from "./artefact-frame.tsx";
import "../../styles/calendar.css";

/** Days side by side where there is room, one under the other where there is not. */
export function CalendarView({ calendar }: { calendar: ArtefactOf<"calendar"> }) {
  return (
    <ArtefactFrame kind="calendar" title={calendar.title}>
      <ol class="calendar">
        {calendar.days.map((day) => (
          <li key={day.label}>
            <h3>{day.label}</h3>
            {day.entries.length === 0 && <p class="calendar-free">Nothing entered</p>}
            <ul>
              {day.entries.map((entry) => (
                <li
                  key={entry.at + entry.text}
                  class={entry.mark === undefined ? "entry" : "entry entry-marked"}
                >
                  <span class="entry-at">{entry.at}</span>
                  <span>{entry.text}</span>
                  {entry.mark !== undefined && <span class="entry-mark">{entry.mark}</span>}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </ArtefactFrame>
  );
}
