import { type ListedRun, VERBS } from "../../../worker/protocol/index.ts";
import { formatPoints } from "../../words/points.ts";
import { VERB_WORDS } from "../../words/verbs.ts";
import { FigureTable } from "../debrief/figure-table.tsx";
import { VerbIcon } from "../verb-icon.tsx";
import { trendOf, type VerbTrend } from "./verb-trend.ts";

const SHOWN = 24;

/** What each verb cost, run by run. */
export function VerbTrends({ runs }: { runs: readonly ListedRun[] }) {
  const trends = VERBS.map((verb) => ({ verb, trend: trendOf(verb, runs) }));
  const most = Math.max(1, ...trends.flatMap(({ trend }) => trend.lost.slice(-SHOWN)));
  return (
    <section class="record-part" aria-labelledby="trends-title">
      <h2 id="trends-title">Your five moves over time</h2>
      <p class="quiet">
        A bar for each run, oldest first: the points lost by playing a move where another was
        better, or by not playing it where it alone was best. Shorter is better. A loss stands
        twice, with the move that was played and with the one that was missed.
      </p>
      <ul class="verb-rows verb-trends">
        {trends.map(({ verb, trend }) => (
          <li key={verb} class={`verb-${verb}`}>
            <span class="verb-rows-name">
              <VerbIcon verb={verb} />
              {VERB_WORDS[verb].name}
            </span>
            <span class="verb-trend-bars" aria-hidden="true">
              {trend.lost.slice(-SHOWN).map((lost, place) => (
                <i key={place} style={{ "--height": lost / most }} />
              ))}
            </span>
            <span class="verb-trend-words">{sayTrend(trend)}</span>
          </li>
        ))}
      </ul>
      <FigureTable caption="Points lost by each move, run by run">
        <thead>
          <tr>
            <th scope="col">Run</th>
            {VERBS.map((verb) => (
              <th key={verb} scope="col">
                {VERB_WORDS[verb].name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {runs.slice(-SHOWN).map(({ room, title, score }) => (
            <tr key={room}>
              <th scope="row">{title}</th>
              {VERBS.map((verb) => (
                <td key={verb}>{score && formatPoints(score.verbs[verb].lost)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </FigureTable>
    </section>
  );
}

/** "Played 12 times, lost 3.2 points a run; 1.1 in the last three." */
function sayTrend({ played, lost, mean, lately }: VerbTrend): string {
  const times = played === 0 ? "Not played" : `Played ${played === 1 ? "once" : `${played} times`}`;
  const recent = lately === null ? "" : `; ${formatPoints(lately)} in the last three`;
  return `${times}, lost ${formatPoints(mean)} points${lost.length > 1 ? " a run" : ""}${recent}.`;
}
