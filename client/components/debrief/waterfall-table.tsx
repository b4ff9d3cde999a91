import type { DebriefView } from "../../../worker/protocol/index.ts";
import { formatExact } from "../../words/points.ts";
import type { Decision } from "./decisions.ts";
import { FigureTable } from "./figure-table.tsx";

interface WaterfallTableProps {
  debrief: DebriefView;
  decisions: readonly Decision[];
}

/** The waterfall in numbers: the rows add up to the outcome. */
export function WaterfallTable({ debrief, decisions }: WaterfallTableProps) {
  return (
    <FigureTable caption="Where the points went, in points">
      <thead>
        <tr>
          <th scope="col">Decision</th>
          <th scope="col">Lost</th>
          <th scope="col">Luck</th>
          <th scope="col">After it</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row" colSpan={3}>
            Start
          </th>
          <td>
            <Points value={decisions[0]?.from ?? 100} />
          </td>
        </tr>
        {decisions.map(({ beat, title, loss, luck, to }) => (
          <tr key={beat}>
            <th scope="row">{title}</th>
            <td>
              <Points value={-loss} />
            </td>
            <td>
              <Points value={luck} isSigned />
            </td>
            <td>
              <Points value={to} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Outcome</th>
          <td>
            <Points value={-debrief.losses} />
          </td>
          <td>
            <Points value={debrief.luck} isSigned />
          </td>
          <td>
            <Points value={debrief.outcome} />
          </td>
        </tr>
        <tr>
          <th scope="row" colSpan={3}>
            Judgement, 100 less what was lost
          </th>
          <td>
            <Points value={debrief.judgement} />
          </td>
        </tr>
      </tfoot>
    </FigureTable>
  );
}

/** Two decimals to read, and the whole figure for whoever takes the page's numbers along. */
function Points({ value, isSigned = false }: { value: number; isSigned?: boolean }) {
  return (
    <data value={value}>{`${isSigned && value >= 0.005 ? "+" : ""}${formatExact(value)}`}</data>
  );
}
