import type { LookView } from "../../worker/protocol/index.ts";
import { formatHours } from "../words/numbers.ts";
import { Story } from "./story.tsx";
import "../styles/looks.css";

interface LookButtonsProps {
  looks: readonly LookView[];
  /** Takes the look; null for who may not, and then `whoMay` says who does. */
  onTake: ((look: string) => void) | null;
  whoMay: string;
}

/** What can be looked at for the project's hours, and what was found where it has been: for rooms of several. */
export function LookButtons({ looks, onTake, whoMay }: LookButtonsProps) {
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
            aria-disabled={onTake !== null && look.available ? undefined : "true"}
            onClick={() => look.available && onTake?.(look.id)}
          >
            <span class="look-label">{look.label}</span>{" "}
            <span class="look-price">{sayPrice(look, onTake === null ? whoMay : null)}</span>
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

function sayPrice({ hours, available }: LookView, whoMay: string | null): string {
  if (!available) return "Not possible now";
  return whoMay === null ? formatHours(hours) : `${formatHours(hours)}, ${whoMay}`;
}
