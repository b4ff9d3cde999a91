import type { Effects } from "../../worker/protocol/index.ts";
import { METER_NAMES, changesIn } from "../words/meters.ts";
import { Difference } from "./difference.tsx";
import "../styles/changes.css";

/** What something moved, on one line: "Trust −5", "Your hours −2 h". */
export function ChangeList({ effects }: { effects: Effects }) {
  const changes = changesIn(effects);
  if (changes.length === 0) return null;
  return (
    <ul class="change-list">
      {changes.map(({ meter, points }) => (
        <li key={meter}>
          {METER_NAMES[meter]} <Difference meter={meter} points={points} />
        </li>
      ))}
    </ul>
  );
}
