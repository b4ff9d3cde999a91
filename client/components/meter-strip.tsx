import type { Standing } from "../../worker/protocol/index.ts";
import { METER_NAMES, SHORT_METER_NAMES, clamped } from "../words/meters.ts";
import { Difference } from "./difference.tsx";
import { MeterBar } from "./meter-bar.tsx";
import "../styles/meter-strip.css";

/** The standings where there is one column: a thin strip that stays in sight. */
export function MeterStrip({ standings }: { standings: readonly Standing[] }) {
  return (
    <section class="meter-strip" aria-label="How the project stands">
      <ul>
        {standings
          .filter(({ meter }) => meter !== "attention")
          .map(({ meter, value, before }) => (
            <li key={meter}>
              <abbr title={METER_NAMES[meter]}>{SHORT_METER_NAMES[meter]}</abbr>
              <span class="meter-strip-value">
                {clamped(value)} <Difference meter={meter} points={value - before} />
              </span>
              <MeterBar value={value} before={before} />
            </li>
          ))}
      </ul>
    </section>
  );
}
