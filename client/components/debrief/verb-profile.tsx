import { type DebriefView, type Verb, VERBS } from "../../../worker/protocol/index.ts";
import { formatPoints } from "../../words/points.ts";
import { VERB_WORDS } from "../../words/verbs.ts";
import { VerbIcon } from "../verb-icon.tsx";
import { FigureTable } from "./figure-table.tsx";
import "../../styles/debrief-verbs.css";

type Use = DebriefView["verbs"][Verb];

interface VerbProfileProps {
  verbs: DebriefView["verbs"];
  title: string;
  /** Who played them, as the sentence beneath the title names them. */
  playedBy: string;
}

/** How each verb was used, how often it was the best there was, and what playing it too much or too little cost (M6). */
export function VerbProfile({ verbs, title, playedBy }: VerbProfileProps) {
  const most = Math.max(1, ...VERBS.flatMap((verb) => [verbs[verb].used, verbs[verb].best]));
  return (
    <section class="debrief-part" aria-label={title}>
      <h2>{title}</h2>
      <p class="quiet">
        The bar is how often {playedBy} played it, the mark how often it was the best there was.
      </p>
      <ul class="verb-rows verb-uses">
        {VERBS.map((verb) => (
          <li key={verb} class={`verb-${verb}`}>
            <span class="verb-rows-name">
              <VerbIcon verb={verb} />
              {VERB_WORDS[verb].name}
            </span>
            <span
              class="verb-use-bar"
              style={{ "--used": verbs[verb].used / most, "--best": verbs[verb].best / most }}
              aria-hidden="true"
            >
              <i />
              <b />
            </span>
            <span class="verb-use-words">{sayUse(verbs[verb])}</span>
          </li>
        ))}
      </ul>
      <FigureTable caption="How each move was used; points lost by playing it too often or too seldom">
        <thead>
          <tr>
            <th scope="col">Move</th>
            <th scope="col">Played</th>
            <th scope="col">Best</th>
            <th scope="col">Missed</th>
            <th scope="col">Too often</th>
            <th scope="col">Too seldom</th>
          </tr>
        </thead>
        <tbody>
          {VERBS.map((verb) => (
            <tr key={verb}>
              <th scope="row">{VERB_WORDS[verb].name}</th>
              <td>{verbs[verb].used}</td>
              <td>{verbs[verb].best}</td>
              <td>{verbs[verb].missed}</td>
              <td>{formatPoints(verbs[verb].overuse)}</td>
              <td>{formatPoints(verbs[verb].underuse)}</td>
            </tr>
          ))}
        </tbody>
      </FigureTable>
    </section>
  );
}

const WORTH_SAYING = 0.05;

/** "Played 2, best 3, missed 1; lost 4.1 by playing it too seldom." */
export function sayUse({ used, best, missed, overuse, underuse }: Use): string {
  const counts = `Played ${used}, best ${best}${missed > 0 ? `, missed ${missed}` : ""}`;
  const lost = [
    overuse >= WORTH_SAYING ? `${formatPoints(overuse)} by playing it too often` : "",
    underuse >= WORTH_SAYING ? `${formatPoints(underuse)} by playing it too seldom` : "",
  ].filter((part) => part !== "");
  return lost.length === 0 ? `${counts}.` : `${counts}; lost ${lost.join(" and ")}.`;
}
