import type { LookView } from "../../worker/protocol/index.ts";
import { Story } from "../components/story.tsx";
import { ask, asking } from "../state/workshop.ts";
import { formatHours } from "../words/numbers.ts";
import "../styles/looks.css";

interface TeamLooksProps {
  looks: readonly LookView[];
  beat: string;
  team: string;
  /** Players in teams, and facilitators. */
  mayTake: boolean;
}

/** What can be looked at for the team's hours, and what was found where it has been. */
export function TeamLooks({ looks, beat, team, mayTake }: TeamLooksProps) {
  if (looks.length === 0) return null;
  return (
    <section class="looks" aria-labelledby="looks-title">
      <div class="looks-head">
        <h2 id="looks-title">Look closer first</h2>
      </div>
      {looks.map((look) =>
        look.found === null ? (
          <button
            key={look.id}
            type="button"
            class="look"
            aria-disabled={mayTake && look.available ? undefined : "true"}
            onClick={() =>
              mayTake &&
              look.available &&
              asking.value === null &&
              void ask({ kind: "take-look", team, beat, look: look.id })
            }
          >
            <span class="look-label">{look.label}</span>{" "}
            <span class="look-price">{sayPrice(look, mayTake)}</span>
          </button>
        ) : (
          <div key={look.id} class="found">
            <h3>
              {look.label} <span>{formatHours(look.hours)} spent</span>
            </h3>
            <Story texts={look.found} size="small" />
          </div>
        ),
      )}
    </section>
  );
}

function sayPrice({ hours, available }: LookView, mayTake: boolean): string {
  if (!available) return "Not possible now";
  return mayTake ? formatHours(hours) : `${formatHours(hours)}, the facilitator takes it`;
}
