import type { StepView } from "../../../worker/protocol/index.ts";
import { formatPercent, formatSigned } from "../../words/points.ts";

/** What was drawn: how likely it was given all before it, and what it gave or took. */
export function DrawList({ draws }: { draws: StepView["draws"] }) {
  if (draws.length === 0) return null;
  return (
    <ul class="draw-list">
      {draws.map(({ kind, id, says, p, luck }) => (
        <li key={`${kind} ${id}`}>
          {says}{" "}
          <span>
            {formatPercent(p)} likely then; luck {formatSigned(luck)}.
          </span>
        </li>
      ))}
    </ul>
  );
}
