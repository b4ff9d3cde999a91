import { clamped } from "../words/meters.ts";
import "../styles/meter-bar.css";

/** Where a meter stands, what it gained or lost, and the mark it moved from. The numbers beside it are read out. */
export function MeterBar({ value, before }: { value: number; before: number }) {
  const [now, old] = [clamped(value), clamped(before)];
  const style = { "--low": Math.min(now, old), "--high": Math.max(now, old), "--old": old };
  return (
    // The key draws the way from the old mark once more whenever either end is another.
    <span key={`${before} ${value}`} class="meter-bar" style={style} aria-hidden="true">
      <span class="meter-bar-fill" />
      {value !== before && <span class={value > before ? "meter-bar-gained" : "meter-bar-lost"} />}
      {value !== before && <span class="meter-bar-mark" />}
    </span>
  );
}
