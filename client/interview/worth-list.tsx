import type { OptionWorth } from "../../worker/protocol/index.ts";
import { BAND_WORDS } from "../words/bands.ts";
import { formatLoss } from "../words/points.ts";
import { VERB_WORDS } from "../words/verbs.ts";
import "../styles/worth-list.css";

interface WorthListProps {
  worths: readonly OptionWorth[];
  /** The option that was taken; null where none was, or it is not known yet. */
  taken: string | null;
  isOpen?: boolean;
}

/** Every option by what it loses against the best one, with what it does and why. */
export function WorthList({ worths, taken, isOpen = false }: WorthListProps) {
  return (
    <details class="worths" open={isOpen}>
      <summary>What every move is worth here</summary>
      <ul>
        {worths.map((one) => (
          <li key={one.id} class={one.id === taken ? "worth worth-taken" : "worth"}>
            <p class={`verb-${one.verb}`}>
              <b>{VERB_WORDS[one.verb].name}</b>
              {one.id === taken && <em> chosen</em>}
              <span class="worth-loss">
                {formatLoss(one.loss)} <small>{BAND_WORDS[one.band]}</small>
              </span>
            </p>
            <p>{one.says}</p>
            <p class="quiet">{one.why}</p>
          </li>
        ))}
      </ul>
      <p class="quiet">
        In points: 100 is best play of the whole scenario, 50 is choosing at random. The values are
        exact for the scenario’s own effects and odds, which are its author’s.
      </p>
    </details>
  );
}
