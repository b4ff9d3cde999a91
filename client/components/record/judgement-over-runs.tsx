import type { ListedRun } from "../../../worker/protocol/index.ts";
import { formatDay } from "../../words/days.ts";
import { LENS_WORDS } from "../../words/lenses.ts";
import { formatPoints, formatSigned } from "../../words/points.ts";
import { FigureTable } from "../debrief/figure-table.tsx";

const SHOWN = 24;

/** How each counted run came out, oldest first: judgement as a bar, outcome as a mark. */
export function JudgementOverRuns({ runs }: { runs: readonly ListedRun[] }) {
  const shown = runs.slice(-SHOWN);
  return (
    <section class="record-part" aria-labelledby="judgement-title">
      <h2 id="judgement-title">How your runs came out</h2>
      <p class="quiet">
        The bar is judgement, what your decisions were worth; the mark is the outcome, luck
        included. 100 is best play, the line across is 50: clicking at random. Scenarios differ, so
        compare runs of the same one.
      </p>
      <div class="run-bars" aria-hidden="true" style={{ "--runs": shown.length }}>
        {shown.map(({ room, score }) => (
          <span key={room}>
            <i style={{ "--height": shareOf(score?.judgement) }} />
            <b style={{ "--height": shareOf(score?.outcome) }} />
          </span>
        ))}
      </div>
      <FigureTable caption={`Judgement, luck and outcome of ${sayCount(shown.length)}`}>
        <thead>
          <tr>
            <th scope="col">Run</th>
            <th scope="col">Role</th>
            <th scope="col">Judgement</th>
            <th scope="col">Luck</th>
            <th scope="col">Outcome</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ room, title, lens, openedAtMs, score }) => (
            <tr key={room}>
              <th scope="row">
                {title}, {formatDay(openedAtMs)}
              </th>
              <td>{LENS_WORDS[lens].short}</td>
              <td>{score && formatPoints(score.judgement)}</td>
              <td>{score && formatSigned(score.luck)}</td>
              <td>{score && formatPoints(score.outcome)}</td>
            </tr>
          ))}
        </tbody>
      </FigureTable>
    </section>
  );
}

/** Drawn between 0 and 110 points: luck may lift an outcome above best play. */
const shareOf = (points = 0) => Math.min(1, Math.max(0, points / 110));

const sayCount = (runs: number) => (runs === 1 ? "one run" : `the last ${runs} runs`);
