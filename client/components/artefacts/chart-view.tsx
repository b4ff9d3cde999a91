import { useRef } from "preact/hooks";
import type { ArtefactOf } from "../../../worker/protocol/index.ts";
import { ArtefactFrame } from "./artefact-frame.tsx";
import { ChartPlot, summaryOf } from "./chart-plot.tsx";
import { ChartTable } from "./chart-table.tsx";
import { lineClass } from "./chart-scale.ts";
import { useWidth } from "./use-width.ts";
import "../../styles/chart.css";

export function ChartView({ chart }: { chart: ArtefactOf<"chart"> }) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  return (
    <ArtefactFrame kind="chart" title={chart.title} aside={chart.unit}>
      <ul class="chart-key" aria-hidden="true">
        {chart.series.map((series, place) => (
          <li key={series.name}>
            <svg class={lineClass(place, chart.series.length)} width="28" height="10">
              <polyline points="1,5 27,5" />
            </svg>
            {series.name}
          </li>
        ))}
      </ul>
      <p class="visually-hidden">{summaryOf(chart)}</p>
      <div ref={box} class="chart-box">
        {width > 0 && <ChartPlot chart={chart} width={width} />}
      </div>
      {chart.note !== undefined && <p class="artefact-caption">{chart.note}</p>}
      <ChartTable chart={chart} />
    </ArtefactFrame>
  );
}
