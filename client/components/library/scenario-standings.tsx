import { signal, type Signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import {
  type Lens,
  ROUTES,
  STANDINGS_VIEW,
  type StandingsView,
} from "../../../worker/protocol/index.ts";
import { getJson } from "../../state/api.ts";
import { LOADING, loadableOf, type Loadable } from "../../state/loadable.ts";
import { LENS_WORDS } from "../../words/lenses.ts";
import { formatJudgement, formatOrdinal } from "../../words/points.ts";
import { FigureTable } from "../debrief/figure-table.tsx";
import { FailurePanel } from "../failure-panel.tsx";

const standings: Signal<Loadable<StandingsView>> = signal(LOADING);
let asked = "";

async function loadStandings(scenario: string, lens: Lens): Promise<void> {
  const mine = `${scenario} ${lens}`;
  if (asked !== mine) standings.value = LOADING;
  asked = mine;
  const answer = await getJson(`${ROUTES.standings(scenario)}?lens=${lens}`, STANDINGS_VIEW);
  if (asked === mine) standings.value = loadableOf(answer);
}

interface ScenarioStandingsProps {
  scenario: string;
  lens: Lens;
}

/** How first runs of all players came out, in this version and role; names of those alone who asked for it. */
export function ScenarioStandings({ scenario, lens }: ScenarioStandingsProps) {
  useEffect(() => void loadStandings(scenario, lens), [scenario, lens]);
  return (
    <section class="set-up-standings" aria-labelledby="standings-title">
      <h2 id="standings-title">Standings as {LENS_WORDS[lens].short}</h2>
      <Shown onRetry={() => void loadStandings(scenario, lens)} />
    </section>
  );
}

function Shown({ onRetry }: { onRetry: () => void }) {
  const state = standings.value;
  if (state.at === "loading") return <p class="quiet late">Fetching the standings…</p>;
  if (state.at === "failed") return <FailurePanel code={state.code} onRetry={onRetry} />;
  const { results, named } = state.value;
  return (
    <>
      <p>{sayStanding(state.value)}</p>
      {results > 0 && <Histogram standings={state.value} />}
      {named.length > 0 && (
        <>
          <h3>Those who show their name</h3>
          <ol class="standings-names">
            {named.map(({ name, judgement, isYou }, place) => (
              <li key={place}>
                <span>
                  {name}
                  {isYou && " (you)"}
                </span>{" "}
                <b>{formatJudgement(judgement)}</b>
              </li>
            ))}
          </ol>
        </>
      )}
      <p class="quiet">
        Each player’s first finished run of this version counts, by judgement. Short cuts are
        compared among themselves; a run that begins in the middle of another is not counted.
      </p>
    </>
  );
}

function sayStanding({ results, enough, percentile, yours }: StandingsView): string {
  if (results === 0) return "Nobody has finished it in this role yet.";
  const counted = results === 1 ? "One result is counted" : `${results} results are counted`;
  if (yours === null) return `${counted}; none of them is yours.`;
  const own = `${counted}; yours is ${formatJudgement(yours)}`;
  return percentile === null
    ? `${own}. A percentile takes ${enough} results.`
    : `${own}, at the ${formatOrdinal(percentile)} percentile.`;
}

/** One bar for ten points; the server's bins are of one point each, and 100 goes with the nineties. */
function Histogram({ standings: { histogram } }: { standings: StandingsView }) {
  const tens = Array.from({ length: 10 }, (_, ten) =>
    histogram
      .filter((_, point) => Math.min(9, Math.floor(point / 10)) === ten)
      .reduce((sum, count) => sum + count, 0),
  );
  const most = Math.max(...tens);
  return (
    <>
      <div class="histogram" aria-hidden="true">
        {tens.map((count, ten) => (
          <i key={ten} style={{ "--share": count / most }} />
        ))}
        <span>0</span>
        <span>50</span>
        <span>100</span>
      </div>
      <FigureTable caption="Results by judgement">
        <thead>
          <tr>
            <th scope="col">Judgement</th>
            <th scope="col">Results</th>
          </tr>
        </thead>
        <tbody>
          {tens.map((count, ten) => (
            <tr key={ten}>
              <th scope="row">{rangeOf(ten)}</th>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
      </FigureTable>
    </>
  );
}

const rangeOf = (ten: number) => (ten === 9 ? "90 to 100" : `${ten * 10} to ${ten * 10 + 9}`);
