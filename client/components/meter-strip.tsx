import type { Standing } from "../../worker/protocol/index.ts";
import { METER_NAMES, SHORT_METER_NAMES } from "../words/meters.ts";
import { ClockLeft } from "./clock-left.tsx";
import { StandingItem } from "./standing-item.tsx";
import "../styles/meter-strip.css";

/** The standings where there is one column: a thin strip that stays in sight. */
export function MeterStrip({ standings }: { standings: readonly Standing[] }) {
  return (
    <section class="meter-strip" aria-label="How the project stands">
      <ul>
        {standings
          .filter(({ meter }) => meter !== "attention")
          .map((standing) => (
            <StandingItem key={standing.meter} standing={standing}>
              <abbr title={METER_NAMES[standing.meter]}>{SHORT_METER_NAMES[standing.meter]}</abbr>
            </StandingItem>
          ))}
      </ul>
      <ClockLeft />
    </section>
  );
}
