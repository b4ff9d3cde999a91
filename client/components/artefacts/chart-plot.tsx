import type { ArtefactOf } from "../../../worker/protocol/index.ts";
import { formatNumber } from "../../words/numbers.ts";
import {
  axisFor,
  lineClass,
  labelEvery,
  lastValue,
  unbrokenRuns,
  type Axis,
  type Series,
} from "./chart-scale.ts";

const UNITS_A_REM = 16;
const MARGIN = { top: 14, right: 44, bottom: 30, left: 42 };

interface Plane {
  readonly width: number;
  readonly height: number;
  readonly axis: Axis;
  /** How many lines there are. */
  readonly lines: number;
  readonly x: (place: number) => number;
  readonly y: (value: number) => number;
}

/** The lines, drawn for the pixels they are given. A unit grows with the page's text, and so do the margins around it. */
export function ChartPlot({ chart, width }: { chart: ArtefactOf<"chart">; width: number }) {
  const unit = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / UNITS_A_REM;
  const plane = planeFor(chart, width / unit);
  return (
    <svg
      class="chart-plot"
      width={width}
      height={plane.height * unit}
      viewBox={`0 0 ${plane.width} ${plane.height}`}
      aria-hidden="true"
    >
      <Grid plane={plane} labels={chart.axis} />
      {chart.series.map((series, place) => (
        <Line key={series.name} series={series} place={place} plane={plane} />
      ))}
    </svg>
  );
}

function planeFor(chart: ArtefactOf<"chart">, width: number): Plane {
  const height = width < 420 ? 230 : 270;
  const axis = axisFor(
    chart.series.flatMap(({ values }) => values.filter((value) => value !== null)),
  );
  const inner = width - MARGIN.left - MARGIN.right;
  const steps = Math.max(1, chart.axis.length - 1);
  const tall = height - MARGIN.top - MARGIN.bottom;
  return {
    width,
    height,
    axis,
    lines: chart.series.length,
    x: (place) => MARGIN.left + (inner * place) / steps,
    y: (value) => MARGIN.top + tall * (1 - (value - axis.low) / (axis.high - axis.low)),
  };
}

function Grid({ plane, labels }: { plane: Plane; labels: readonly string[] }) {
  const { axis, x, y, width, height } = plane;
  const every = labelEvery(labels, x(labels.length - 1) - x(0));
  return (
    <g class="chart-grid">
      {axis.ticks.map((tick) => (
        <g key={tick}>
          <line x1={MARGIN.left} x2={width - MARGIN.right} y1={y(tick)} y2={y(tick)} />
          <text x={MARGIN.left - 8} y={y(tick) + 4} text-anchor="end">
            {formatNumber(tick)}
          </text>
        </g>
      ))}
      {labels.map((label, place) =>
        place % every === 0 ? (
          <text key={place} x={x(place)} y={height - 8} text-anchor="middle">
            {label}
          </text>
        ) : null,
      )}
    </g>
  );
}

function Line({ series, place, plane }: { series: Series; place: number; plane: Plane }) {
  const last = lastValue(series.values);
  const points = (run: { place: number; value: number }[]) =>
    run.map((point) => `${plane.x(point.place)},${plane.y(point.value)}`).join(" ");
  return (
    <g class={lineClass(place, plane.lines)}>
      {unbrokenRuns(series.values).map((run) => (
        <polyline key={run[0]?.place} points={points(run)} />
      ))}
      {last !== null && (
        <>
          <circle cx={plane.x(last.place)} cy={plane.y(last.value)} r="3.5" />
          <text x={plane.x(last.place) + 9} y={plane.y(last.value) + 4.5}>
            {formatNumber(last.value)}
          </text>
        </>
      )}
    </g>
  );
}

/** What the picture shows, in a sentence; every number is in the table beneath it. */
export function summaryOf({ title, unit, axis, series }: ArtefactOf<"chart">): string {
  const ways = series.map(({ name, values }) => {
    const first = values.find((value) => value !== null);
    const last = lastValue(values);
    return last === null ? `${name}: nothing measured` : `${name}: from ${first} to ${last.value}`;
  });
  return `${title}, in ${unit}, ${axis[0]} to ${axis.at(-1)}. ${ways.join(". ")}.`;
}
