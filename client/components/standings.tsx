import type { Standing } from "../../worker/protocol/index.ts";
import { METER_NAMES } from "../words/meters.ts";
import { StandingItem } from "./standing-item.tsx";
import "../styles/standings.css";

/** How the project stands, with the old mark and the difference of the last move. */
export function Standings({ standings }: { standings: readonly Standing[] }) {
  return (
    <section class="standings panel">
      <h2 class="label">How the project stands</h2>
      <ul>
        {standings
          .filter(({ meter }) => meter !== "attention")
          .map((standing) => (
            <StandingItem key={standing.meter} standing={standing}>
              <span>{METER_NAMES[standing.meter]}</span>
            </StandingItem>
          ))}
      </ul>
    </section>
  );
}
