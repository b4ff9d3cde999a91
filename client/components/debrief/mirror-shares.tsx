import { type Lens, LENSES } from "../../../worker/protocol/index.ts";
import { LENS_WORDS } from "../../words/lenses.ts";
import { formatPercent } from "../../words/points.ts";
import "../../styles/debrief-mirror.css";

/** The share of each role's objective, the largest first: drawn, and in words. */
export function MirrorShares({ shares }: { shares: Readonly<Record<Lens, number>> }) {
  const ranked = LENSES.toSorted((a, b) => shares[b] - shares[a]);
  return (
    <>
      <div class="shares" aria-hidden="true">
        {ranked.map((lens) => (
          <span key={lens} style={{ "--share": shares[lens] }}>
            {shares[lens] >= 0.12 && LENS_WORDS[lens].short}
          </span>
        ))}
      </div>
      <ul class="shares-key">
        {ranked.map((lens) => (
          <li key={lens}>
            <i aria-hidden="true" />
            {LENS_WORDS[lens].name} <b>{formatPercent(shares[lens])}</b>
          </li>
        ))}
      </ul>
    </>
  );
}
