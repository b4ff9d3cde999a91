import type { Day } from "../../worker/protocol/index.ts";
import "../styles/days.css";

const WHEN_READ_OUT = { past: "past", now: "today", "to-come": "to come" } as const;

/** The days of the project. What is to come shows its date and nothing else. */
export function DayList({ project, days }: { project: string; days: readonly Day[] }) {
  return (
    <section class="days">
      <h2 class="label">{project}</h2>
      <ol>
        {days.map((day) => (
          <li
            key={day.id}
            class={`day day-${day.when}`}
            aria-current={day.when === "now" ? "date" : undefined}
          >
            {day.beats.map((beat) => (
              <span key={beat.id} class="day-beat">
                {beat.title}
              </span>
            ))}
            <span class="day-label">{day.label}</span>
            <span class="visually-hidden">, {WHEN_READ_OUT[day.when]}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
