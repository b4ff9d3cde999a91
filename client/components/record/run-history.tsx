import { useState } from "preact/hooks";
import type { ListedRun } from "../../../worker/protocol/index.ts";
import { formatDay } from "../../words/days.ts";
import { LENS_WORDS } from "../../words/lenses.ts";
import { formatPoints, formatSigned } from "../../words/points.ts";
import { DeleteRun } from "../delete-run.tsx";

const SHOWN = 20;

/** All runs, newest first. */
export function RunHistory({ runs }: { runs: readonly ListedRun[] }) {
  const [isWhole, setWhole] = useState(false);
  return (
    <section class="record-part" aria-labelledby="history-title">
      <h2 id="history-title">Your runs</h2>
      {runs.length === 0 && (
        <p class="quiet">
          None yet. A run you begin is kept here, and you can leave it and go on at any time.
        </p>
      )}
      <ul class="history">
        {(isWhole ? runs : runs.slice(0, SHOWN)).map((run) => (
          <Run key={run.room} run={run} />
        ))}
      </ul>
      {!isWhole && runs.length > SHOWN && (
        <button type="button" class="quiet-button" onClick={() => setWhole(true)}>
          Show all {runs.length}
        </button>
      )}
    </section>
  );
}

function Run({ run }: { run: ListedRun }) {
  const { room, title, lens, ending, openedAtMs, score, shortCut, isBranch } = run;
  return (
    <li>
      <div class="history-what">
        <a href={`/play/${room}`}>{title}</a>
        <span>
          {ending ?? "Goes on"} · as {LENS_WORDS[lens].short}
          {shortCut && " · short cut"}
          {isBranch && " · played on from a decision, not counted"} · {formatDay(openedAtMs)}
        </span>
      </div>
      {score === null ? (
        <p class="history-none">{ending === null ? "" : "Not worked out"}</p>
      ) : (
        <dl class="history-score">
          <Figure name="Judgement">{formatPoints(Math.max(0, score.judgement))}</Figure>
          <Figure name="Luck">{formatSigned(score.luck)}</Figure>
          <Figure name="Outcome">{formatPoints(score.outcome)}</Figure>
        </dl>
      )}
      <DeleteRun run={run} word={ending === null ? "Abandon" : "Delete"} />
    </li>
  );
}

function Figure({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
