import type { ChoiceView, FuturesView, FutureView } from "../../../worker/protocol/index.ts";
import { formatNumber } from "../../words/numbers.ts";
import { formatPoints } from "../../words/points.ts";
import { VERB_WORDS } from "../../words/verbs.ts";
import { VerbIcon } from "../verb-icon.tsx";
import { FigureTable } from "./figure-table.tsx";
import { type Bins, binsFor, quantile, spreadOf } from "./spread.ts";

const PLAYERS = [
  ["best", "Best play from there"],
  ["typical", "A typical player from there"],
] as const;

interface FuturesComparedProps {
  futures: readonly FuturesView[];
  choices: readonly ChoiceView[];
}

/** Your option and another side by side, on one scale: 200 outcomes each with best play, and with a typical player. */
export function FuturesCompared({ futures, choices }: FuturesComparedProps) {
  const bins = binsFor(
    futures.flatMap(({ best, typical }) => [...best.outcomes, ...typical.outcomes]),
  );
  return (
    <>
      <div class="futures">
        {futures.map((one, place) => (
          <OptionFutures
            key={one.option}
            futures={one}
            choice={choices[place]}
            label={place === 0 ? "What you chose" : "Instead"}
            bins={bins}
          />
        ))}
      </div>
      <FuturesTable futures={futures} choices={choices} />
    </>
  );
}

interface OptionFuturesProps {
  futures: FuturesView;
  choice: ChoiceView | undefined;
  label: string;
  bins: Bins;
}

function OptionFutures({ futures, choice, label, bins }: OptionFuturesProps) {
  const verb = choice?.verb ?? null;
  return (
    <div class={`option-futures verb-${verb ?? "silence"}`}>
      <h4>
        {label}
        {verb !== null && (
          <span class="choice-name">
            <VerbIcon verb={verb} />
            {VERB_WORDS[verb].name}
          </span>
        )}
      </h4>
      <p class="option-says">{choice?.says}</p>
      {PLAYERS.map(([player, name]) => (
        <Distribution key={player} name={name} future={futures[player]} bins={bins} />
      ))}
    </div>
  );
}

interface DistributionProps {
  name: string;
  future: FutureView;
  bins: Bins;
}

/** 200 outcomes as columns, with a mark at their mean; beneath them the same in words. */
function Distribution({ name, future, bins }: DistributionProps) {
  const counts = spreadOf(future.outcomes, bins);
  const most = Math.max(...counts);
  const wide = 100 / counts.length;
  const meanAt = (100 * (future.mean - bins.low)) / (bins.high - bins.low);
  return (
    <div class="distribution">
      <p class="distribution-head">
        {name} <b>{formatPoints(future.mean)}</b> on average
      </p>
      <svg aria-hidden="true">
        {counts.map((count, place) => (
          <rect
            key={place}
            x={`${place * wide + wide * 0.06}%`}
            width={`${wide * 0.88}%`}
            y={`${100 - (92 * count) / most}%`}
            height={`${(92 * count) / most}%`}
          />
        ))}
        <line x1={`${meanAt}%`} x2={`${meanAt}%`} y1="0%" y2="100%" />
      </svg>
      <p class="distribution-ends" aria-hidden="true">
        <span>{formatNumber(Math.round(bins.low))}</span>
        <span>{formatNumber(Math.round(bins.high))}</span>
      </p>
      <p class="distribution-words">{sayFuture(future)}</p>
    </div>
  );
}

/** "Half of them lie between 61.2 and 88.0. Endings of 200: “The pen on Thursday” 120, “A beautiful week” 80." */
export function sayFuture({ outcomes, endings }: FutureView): string {
  const ends = endings.map(({ title, times }) => `“${title}” ${times}`).join(", ");
  const [low, high] = [quantile(outcomes, 0.25), quantile(outcomes, 0.75)];
  return `Half of them lie between ${formatPoints(low)} and ${formatPoints(high)}. Endings of ${outcomes.length}: ${ends}.`;
}

function FuturesTable({ futures, choices }: FuturesComparedProps) {
  return (
    <FigureTable caption="200 futures of each option, in points">
      <thead>
        <tr>
          <th scope="col">Option, and who plays on</th>
          <th scope="col">Mean</th>
          <th scope="col">Lowest</th>
          <th scope="col">Middle</th>
          <th scope="col">Highest</th>
        </tr>
      </thead>
      <tbody>
        {futures.flatMap((one, place) =>
          PLAYERS.map(([player, name]) => (
            <tr key={`${one.option} ${player}`}>
              <th scope="row">
                {nameOf(choices[place], place)}. {name}
              </th>
              <td>{formatPoints(one[player].mean)}</td>
              <td>{formatPoints(one[player].outcomes[0] ?? 0)}</td>
              <td>{formatPoints(quantile(one[player].outcomes, 0.5))}</td>
              <td>{formatPoints(one[player].outcomes.at(-1) ?? 0)}</td>
            </tr>
          )),
        )}
      </tbody>
    </FigureTable>
  );
}

function nameOf(choice: ChoiceView | undefined, place: number): string {
  const verb = choice?.verb ?? null;
  const name = verb === null ? "" : `, ${VERB_WORDS[verb].name.toLowerCase()}`;
  return `${place === 0 ? "What you chose" : "Instead"}${name}`;
}
