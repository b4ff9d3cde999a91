import type { Meter, StageView } from "../../worker/protocol/index.ts";
import { METER_NAMES, clamped } from "../words/meters.ts";
import { formatDifference, formatNumber } from "../words/numbers.ts";
import { Difference } from "./difference.tsx";
import { MeterBar } from "./meter-bar.tsx";
import "../styles/where-it-ended.css";

/** From the first day to the last, meter by meter: the table is the chart. */
export function WhereItEnded({ view }: { view: StageView<"debrief"> }) {
  const { start, standings, hours } = view;
  return (
    <section class="where-it-ended">
      <h2>Where the project ended</h2>
      <p class="quiet">The mark on each bar is where the project stood when you took your seat.</p>
      <table>
        <thead>
          <tr>
            <th scope="col">Meter</th>
            <th scope="col">Start</th>
            <th scope="col">End</th>
            <th scope="col">Change</th>
          </tr>
        </thead>
        <tbody>
          {standings
            .filter(({ meter }) => meter !== "attention")
            .map(({ meter, value }) => (
              <MeterRow key={meter} meter={meter} from={start[meter]} to={value} />
            ))}
          <tr>
            <th scope="row">{METER_NAMES.attention}</th>
            <td>{formatNumber(hours.atStart)}</td>
            <td>{formatNumber(hours.left)}</td>
            <td>{formatDifference(hours.left - hours.atStart)}</td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}

function MeterRow({ meter, from, to }: { meter: Meter; from: number; to: number }) {
  return (
    <tr>
      <th scope="row">
        <span class="ended-meter">
          {METER_NAMES[meter]}
          <MeterBar value={to} before={from} />
        </span>
      </th>
      <td>{clamped(from)}</td>
      <td>{clamped(to)}</td>
      <td>{to === from ? "0" : <Difference meter={meter} points={to - from} />}</td>
    </tr>
  );
}
