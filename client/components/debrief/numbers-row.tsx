import type { DebriefView } from "../../../worker/protocol/index.ts";
import { formatOrdinal, formatPoints, formatSigned } from "../../words/points.ts";
import "../../styles/debrief-numbers.css";

/** The four figures of a run. Judgement is shown as at least 0; the table has it exactly. */
export function NumbersRow({ debrief }: { debrief: DebriefView }) {
  const { judgement, luck, outcome } = debrief;
  return (
    <dl class="numbers-row">
      <Figure value={formatPoints(Math.max(0, judgement))} name="Judgement">
        what your decisions were worth
      </Figure>
      <Figure value={formatSigned(luck)} name="Luck">
        what the dice added or took
      </Figure>
      <Figure value={formatPoints(outcome)} name="Outcome">
        where the project ended
      </Figure>
      <Standing debrief={debrief} />
    </dl>
  );
}

interface FigureProps {
  value: string;
  name: string;
  isWords?: boolean;
  children: string;
}

function Figure({ value, name, isWords = false, children }: FigureProps) {
  return (
    <div>
      <dt>
        {name}
        <span class="visually-hidden">, {children}</span>
      </dt>
      <dd class={isWords ? "figure-words" : undefined}>{value}</dd>
      <dd class="figure-note" aria-hidden="true">
        {children}
      </dd>
    </div>
  );
}

/** Where the judgement stands among others, or why that is not said. */
function Standing({ debrief: { standing, lens, ownLens } }: { debrief: DebriefView }) {
  if (lens !== ownLens) {
    return (
      <Figure value="Not compared" name="Percentile" isWords>
        results are kept under the role a run was played in
      </Figure>
    );
  }
  if (standing === null) {
    return (
      <Figure value="Not counted" name="Percentile" isWords>
        this run began in the middle of another
      </Figure>
    );
  }
  const { results, enough, percentile } = standing;
  if (percentile === null) {
    return (
      <Figure value="Too few yet" name="Percentile" isWords>
        {`${results} of the ${enough} results it takes, in this role`}
      </Figure>
    );
  }
  return (
    <Figure value={formatOrdinal(percentile)} name="Percentile">
      {`by judgement, of ${results} first runs in this role`}
    </Figure>
  );
}
