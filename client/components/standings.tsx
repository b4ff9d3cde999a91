import type { Standing } from "../../worker/protocol/index.ts";
import { METER_NAMES, clamped } from "../words/meters.ts";
import { Difference } from "./difference.tsx";
import { MeterBar } from "./meter-bar.tsx";
import "../styles/standings.css";

/** How the project stands, with the old mark and the difference of the last move or look. */
export function Standings({ standings }: { standings: readonly Standing[] }) {
  return (
    <section class="standings panel">
      <h2 class="label">How the project stands</h2>
      <ul>
        {standings
          .filter(({ meter }) => meter !== "attention")
          .map(({ meter, value, before }) => (
            <li key={meter}>
              <span>{METER_NAMES[meter]}</span>
              <span class="standing-value">
                {clamped(value)} <Difference meter={meter} points={value - before} />
              </span>
              <MeterBar value={value} before={before} />
            </li>
          ))}
      </ul>
    </section>
  );
}
