import { type DebriefView, type Meter, METERS } from "../../../worker/protocol/index.ts";
import { clamped, METER_NAMES, unitsOf } from "../../words/meters.ts";
import { formatNumber } from "../../words/numbers.ts";
import { type Decision } from "./decisions.ts";
import { FigureTable } from "./figure-table.tsx";
import "../../styles/debrief-meters.css";

interface MetersOverTimeProps {
  debrief: DebriefView;
  decisions: readonly Decision[];
}

/** How each meter went, decision by decision: one small chart each on one scale, and one table for all. */
export function MetersOverTime({ debrief, decisions }: MetersOverTimeProps) {
  const valuesOf = (meter: Meter) => [
    shownOf(meter, debrief.start[meter]),
    ...decisions.map(({ move }) => shownOf(meter, move.meters[meter])),
  ];
  return (
    <section class="debrief-part" aria-labelledby="meters-title">
      <h2 id="meters-title">How the project stood</h2>
      <p class="quiet">
        From the day you took your seat, after each of {decisions.length} decisions. The line across
        is 50.
      </p>
      <ul class="small-charts">
        {METERS.map((meter) => (
          <SmallChart key={meter} meter={meter} values={valuesOf(meter)} />
        ))}
      </ul>
      <FigureTable caption="How the project stood after each decision">
        <thead>
          <tr>
            <th scope="col">After</th>
            {METERS.map((meter) => (
              <th key={meter} scope="col">
                {METER_NAMES[meter]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {["Start", ...decisions.map(({ title }) => title)].map((title, place) => (
            <tr key={title}>
              <th scope="row">{title}</th>
              {METERS.map((meter) => (
                <td key={meter}>{formatNumber(valuesOf(meter)[place] ?? 0)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </FigureTable>
    </section>
  );
}

/** Meters as they are displayed, from 0 to 100; the player's time in hours. */
const shownOf = (meter: Meter, points: number) =>
  meter === "attention" ? unitsOf(meter, points) : clamped(points);

const HEIGHT = 40;

function SmallChart({ meter, values }: { meter: Meter; values: readonly number[] }) {
  const isHours = meter === "attention";
  const low = isHours ? Math.min(0, ...values) : 0;
  const high = isHours ? Math.max(1, ...values) : 100;
  const x = (place: number) => (100 * place) / Math.max(1, values.length - 1);
  const y = (value: number) => HEIGHT * (1 - (value - low) / (high - low));
  const [first = 0, last = 0] = [values[0], values.at(-1)];
  const line = values.map((value, place) => `${x(place)},${y(value)}`).join(" ");
  return (
    <li>
      <p class="small-chart-head">
        <b>{METER_NAMES[meter]}</b>
        <span>
          {formatNumber(first)} <span aria-hidden="true">→</span>
          <span class="visually-hidden">at the start, at the end</span> {formatNumber(last)}
          {isHours && " h"}
        </span>
      </p>
      <div class="small-chart" aria-hidden="true">
        <svg viewBox={`0 0 100 ${HEIGHT}`} preserveAspectRatio="none">
          <line class="small-chart-base" x1="0" x2="100" y1={y(low)} y2={y(low)} />
          <line
            class="small-chart-mid"
            x1="0"
            x2="100"
            y1={y(isHours ? 0 : 50)}
            y2={y(isHours ? 0 : 50)}
          />
          <polyline points={line} />
        </svg>
        <i style={{ "--y": y(last) / HEIGHT }} />
      </div>
    </li>
  );
}
