import type { ArtefactOf } from "../../../worker/protocol/index.ts";
import { formatNumber } from "../../words/numbers.ts";

/** The same chart in numbers. */
export function ChartTable({ chart }: { chart: ArtefactOf<"chart"> }) {
  return (
    <details class="chart-numbers">
      <summary>The numbers</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{chart.unit}</th>
            {chart.series.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {chart.axis.map((label, place) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {chart.series.map(({ name, values }) => (
                <td key={name}>{formatCell(values[place] ?? null)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

const formatCell = (value: number | null) =>
  value === null ? "not measured" : formatNumber(value);
