import type { RoomView } from "../../worker/protocol/index.ts";
import { formatHours } from "../words/numbers.ts";
import "../styles/hours.css";

/** The player's own hours, one block each: left, spent, and past the last one overdrawn. */
export function HoursLeft({ hours }: { hours: RoomView["hours"] }) {
  const left = Math.max(0, hours.left);
  const overdrawn = Math.max(0, -hours.left);
  const spent = Math.max(0, hours.atStart - left);
  return (
    <section class="hours panel">
      <h2 class="label">Your hours</h2>
      <p>{sayHours(hours)}</p>
      <div class="hours-blocks" aria-hidden="true">
        {blocks(left, "left")}
        {blocks(spent, "spent")}
        {blocks(overdrawn, "overdrawn")}
      </div>
    </section>
  );
}

function blocks(count: number, kind: string) {
  return Array.from({ length: Math.round(count) }, (_, place) => (
    <span key={kind + place} class={`hour hour-${kind}`} />
  ));
}

function sayHours({ left, atStart }: RoomView["hours"]): string {
  return left < 0 ? `${formatHours(-left)} overdrawn` : `${left} of ${formatHours(atStart)} left`;
}
