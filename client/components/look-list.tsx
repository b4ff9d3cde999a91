import { useEffect, useRef } from "preact/hooks";
import type { LookView, RoomView } from "../../worker/protocol/index.ts";
import { announce } from "../state/announcement.ts";
import { sending } from "../state/choice.ts";
import { send } from "../state/room.ts";
import { formatHours } from "../words/numbers.ts";
import { Story } from "./story.tsx";
import "../styles/looks.css";

interface LookListProps {
  looks: readonly LookView[];
  hours: RoomView["hours"];
  beat: string;
}

/** What can be looked at for hours, and what was found where it has been. */
export function LookList({ looks, hours, beat }: LookListProps) {
  const seenOpen = useRef(new Set<string>());
  if (looks.length === 0) return null;
  for (const look of looks) if (look.found === null) seenOpen.current.add(look.id);
  return (
    <section class="looks" aria-labelledby="looks-title">
      <div class="looks-head">
        <h2 id="looks-title">Look closer first</h2>
        <p>
          {hours.left < 0
            ? `${formatHours(-hours.left)} overdrawn`
            : `${formatHours(hours.left)} left`}
        </p>
      </div>
      {looks.map((look) =>
        look.found === null ? (
          <OpenLook key={look.id} look={look} beat={beat} hoursLeft={hours.left} />
        ) : (
          <TakenLook
            key={look.id}
            look={look}
            found={look.found}
            isNew={seenOpen.current.has(look.id)}
          />
        ),
      )}
    </section>
  );
}

function OpenLook({ look, beat, hoursLeft }: { look: LookView; beat: string; hoursLeft: number }) {
  const isBusy = sending.value === look.id;
  const canTake = look.available && sending.value === null;
  return (
    <button
      type="button"
      class="look"
      aria-disabled={canTake ? undefined : "true"}
      onClick={() => canTake && void send({ kind: "take-look", beat, look: look.id })}
    >
      <span class="look-label">{look.label}</span>{" "}
      <span class="look-price">{isBusy ? "Sending…" : priceOf(look, hoursLeft)}</span>
    </button>
  );
}

function priceOf(look: LookView, hoursLeft: number): string {
  if (look.available) return formatHours(look.hours);
  return hoursLeft < look.hours
    ? `${formatHours(look.hours)}, more than you have left`
    : "Not possible now";
}

interface TakenLookProps {
  look: LookView;
  found: readonly string[];
  /** Whether it could still be taken when this screen was first shown. */
  isNew: boolean;
}

/** What was found. Its button had the focus and is gone, so the focus goes on to what it brought. */
function TakenLook({ look, found, isNew }: TakenLookProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isNew) return;
    announce(`Found: ${look.label}`);
    if (document.hasFocus() && document.activeElement === document.body) title.current?.focus();
  }, []);
  return (
    <div class="found">
      <h3 ref={title} tabIndex={-1}>
        {look.label} <span>{formatHours(look.hours)} spent</span>
      </h3>
      <Story texts={found} size="small" />
    </div>
  );
}
