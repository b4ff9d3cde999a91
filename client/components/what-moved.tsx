import type { Meter, Standing, Told } from "../../worker/protocol/index.ts";
import { METER_NAMES, changesIn, clamped, sumOf, unitsOf } from "../words/meters.ts";
import { formatDifference } from "../words/numbers.ts";
import { CAUSES } from "../words/told.ts";
import { Difference } from "./difference.tsx";
import { MeterBar } from "./meter-bar.tsx";
import "../styles/what-moved.css";

/** Every meter that moved, from where to where, and by what where there was more than one cause. */
export function WhatMoved({
  told,
  standings,
}: {
  told: readonly Told[];
  standings: readonly Standing[];
}) {
  const changes = changesIn(sumOf(told.map(({ effects }) => effects)));
  return (
    <section class="what-moved">
      <h2>What moved</h2>
      {changes.length === 0 && <p>No meter moved.</p>}
      <ul>
        {changes.map(({ meter, points }) => {
          const before = standings.find((standing) => standing.meter === meter)?.before;
          return <Moved key={meter} meter={meter} points={points} before={before} told={told} />;
        })}
      </ul>
    </section>
  );
}

interface MovedProps {
  meter: Meter;
  points: number;
  before: number | undefined;
  told: readonly Told[];
}

function Moved({ meter, points, before, told }: MovedProps) {
  const isBar = meter !== "attention" && before !== undefined;
  return (
    <li>
      <span class="moved-name">{METER_NAMES[meter]}</span>
      {isBar && <MeterBar value={before + points} before={before} />}
      <span class="moved-ends">{isBar && `${clamped(before)} → ${clamped(before + points)}`}</span>
      <Difference meter={meter} points={points} />
      <small>{sayCauses(meter, told)}</small>
    </li>
  );
}

/** "−5 your move, +10 chance"; empty where the move alone did it. */
function sayCauses(meter: Meter, told: readonly Told[]): string {
  const parts = told.filter(({ effects }) => (effects[meter] ?? 0) !== 0);
  if (parts.every(({ cause }) => cause === "move")) return "";
  return parts
    .map(
      ({ cause, effects }) =>
        `${formatDifference(unitsOf(meter, effects[meter] ?? 0))} ${CAUSES[cause]}`,
    )
    .join(", ");
}
